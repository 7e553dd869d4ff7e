// Life comes in between: she tells it in three taps, hears what it means, and the day bends with her.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { assigns, consents, intake } from "../prisma/seed/stories.ts";
import { WEEKDAYS } from "../src/domain/shared/day.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("she is ill and then well again, goes away, and no date that cannot be is kept", async ({
  place,
  address,
  as,
  world,
}) => {
  const mum = await place.practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 20 });
  consents(mum);
  intake(mum, { daysAgo: 60 }, { daysPerWeek: 3, minutesPerRun: 30 });
  assigns(mum, "walking", 0, WEEKDAYS);
  await mum.save();
  const told = async () =>
    (
      await world.db.query(
        "SELECT kind, ends_on::text FROM life_event WHERE client_id = $1 ORDER BY recorded_at",
        [mum.id],
      )
    ).rows;
  const page = await as(mum.userId, "phone");
  await page.goto("/me");
  await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();

  await test.step("ill: she hears that everything rests, and today asks nothing of her", async () => {
    await page.getByRole("link", { name: "Life happened? Tell us" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Life happens");
    await page.getByRole("button", { name: "Tell my coach" }).click();
    await expect(page.getByText("Please choose what fits best.")).toBeVisible();
    await page.getByLabel("I am ill").check();
    await expect(page.getByText("Please choose what fits best.")).toBeHidden();
    await expect(
      page.getByText("Everything rests until you say that you are well.", { exact: false }),
    ).toBeVisible();
    await looksRight(page, "mum-life");
    await page.getByRole("button", { name: "Tell my coach" }).dblclick();
    await expect(page.getByText("Thank you for telling us")).toBeVisible();
    await page.getByRole("link", { name: "Back to today" }).click();
    await expect(page.getByRole("link", { name: "Start", exact: true })).toBeHidden();
    expect(await told()).toEqual([{ kind: "illness", ends_on: null }]);
  });

  await test.step("well again: one tap, and the walk is back", async () => {
    await page.getByRole("button", { name: "I am ready again" }).click();
    await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  });

  await test.step("away: an end before its beginning is refused in words, and what she wrote stays", async () => {
    await page.getByRole("link", { name: "Life happened? Tell us" }).click();
    await page.getByLabel("I am away").check();
    const until = page.getByRole("group", { name: "Until" });
    await until.getByLabel("Day").fill("31");
    await until.getByLabel("Month").fill("2");
    await until.getByLabel("Year").fill("2026");
    await page.getByRole("button", { name: "Tell my coach" }).click();
    await expect(page.getByText("Please write a whole date", { exact: false })).toBeVisible();
    const [year = "", month = "", day = ""] = world.daysAgo(3).split("-");
    await until.getByLabel("Day").fill(String(Number(day)));
    await until.getByLabel("Month").fill(String(Number(month)));
    await until.getByLabel("Year").fill(year);
    await page.getByRole("button", { name: "Tell my coach" }).click();
    await expect(page.getByText("Please check the two dates.", { exact: false })).toBeVisible();
    await expect(page.getByLabel("I am away")).toBeChecked();
    for (const box of ["Day", "Month", "Year"]) await until.getByLabel(box).fill("");
    await page.getByLabel("Anything your coach should know").fill("At my sister's in Nelson.");
    await page.getByRole("button", { name: "Tell my coach" }).click();
    await expect(page.getByText("Thank you for telling us")).toBeVisible();
    expect(await told()).toEqual([
      { kind: "illness", ends_on: null },
      { kind: "travel", ends_on: null },
    ]);
  });

  await test.step("her coach reads it in her timeline", async () => {
    const desk = await as(place.coach.userId, "desktop");
    await desk.goto(`/coach/clients/${mum.id}/timeline`);
    await expect(desk.getByText("At my sister's in Nelson.", { exact: false })).toBeVisible();
  });
});

test("pregnant again: the birth is told in a new intake, which she finds where she told the rest", async ({
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Kiri Marama", email: address("kiri"), joinedDaysAgo: 330 });
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS.pregnantAgain({ mum, physio: place.physio, birth: { daysAgo: 400 }, goal });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.goto("/me/life");
  await page.getByRole("link", { name: "My baby is born" }).click();
  await expect(page).toHaveURL(/\/me\/welcome$/);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("1 of 6")).toBeVisible();
});
