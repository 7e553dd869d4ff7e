// A coach plans a mum's weeks: a session goes to another day by keys, by mouse and by its own window; what the rules do
// not allow is said where she is, and what she did is taken back.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("a session is put on another day and back; a day without rest is refused", async ({
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Hana Parata", email: address("hana"), joinedDaysAgo: 330 });
  SITUATIONS.running({
    mum,
    physio: place.physio,
    birth: { daysAgo: 400 },
    goal: { daysPerWeek: 3, minutesPerRun: 30 },
  });
  await mum.save();
  const page = await as(place.coach.userId, "desktop");
  await page.goto(`/coach/clients/${mum.id}/calendar`);
  await page.getByRole("button", { name: "Later" }).click();
  const days = page.getByRole("list", { name: "Calendar" }).getByRole("listitem");
  const strength = page.getByRole("button", { name: /^Strength/ });
  await expect(strength.first()).toBeVisible();
  await looksRight(page, "calendar-four-weeks");

  await test.step("by keys", async () => {
    const before = await days.filter({ has: strength }).first().getAttribute("data-day");
    await strength.first().focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(page.getByText(/^Now on /)).toBeVisible();
    await expect(page.getByRole("img", { name: "Put here by hand" })).toBeVisible();
    const after = await days
      .filter({ has: page.getByRole("img") })
      .first()
      .getAttribute("data-day");
    expect(after).not.toBe(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Back as it was.")).toBeVisible();
    expect(await days.filter({ has: strength }).first().getAttribute("data-day")).toBe(before);
  });

  await test.step("by mouse, where it may not lie", async () => {
    const runs = days.filter({ has: page.getByRole("button", { name: /^Walk\/run/ }) });
    const from = runs.nth(1).getByRole("button", { name: /^Walk\/run/ });
    const next = await runs.nth(2).boundingBox();
    const start = await from.boundingBox();
    if (!next || !start) throw new Error("no runs to be seen");
    await page.mouse.move(start.x + 20, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(next.x - 40, next.y + 40, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByText("Leave a day of rest between two days of running or landing.")).toBeVisible();
  });

  await test.step("in its own window, where it is taken out", async () => {
    await strength.first().click();
    const peek = page.getByRole("dialog", { name: /^Strength/ });
    await looksRight(page, "calendar-session");
    await peek.getByRole("button", { name: "Take out" }).click();
    await expect(peek).toBeHidden();
    await expect(page.getByText("Taken out.")).toBeVisible();
  });

  await test.step("one more is added and taken back; a week goes into the next; a plan is put off", async () => {
    const plan = async (what: string) => {
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.getByRole("menuitem", { name: what }).click();
      return page.getByRole("dialog", { name: what });
    };
    const adding = await plan("Add a session");
    const walk = await adding.locator("option", { hasText: /^Walk: / }).getAttribute("value");
    await adding.getByLabel("Plan").selectOption(walk);
    await looksRight(page, "calendar-add");
    await adding.getByRole("button", { name: "Add" }).click();
    await expect(page.getByText(/^Added on /)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Back as it was.")).toBeVisible();

    const copying = await plan("Copy a week");
    await copying.getByLabel("Find other mums").fill("Hana");
    await looksRight(page, "calendar-copy");
    await copying.getByRole("button", { name: "Copy" }).click();
    await expect(copying.getByText("Done.")).toBeVisible();
    await copying.getByRole("button", { name: "Close" }).last().click();

    const putting = await plan("Put a plan off");
    await putting.getByLabel("By").selectOption("1");
    await putting.getByRole("button", { name: "Put off" }).click();
    await expect(page.getByText(/^One day later, from /)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Back as it was.")).toBeVisible();
  });

  await test.step("on a phone it is a list of days, in large letters too", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await looksRight(page, "calendar-phone");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("published week by week: what she does not see yet says so, and goes to her with one press", async () => {
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("menuitem", { name: "Publish week by week" }).click();
    await expect(page.getByText(/^She sees her weeks up to Sunday/)).toBeVisible();
    const drafts = page.getByText("Draft: she does not see it yet");
    await expect(drafts).toHaveCount(4);
    await looksRight(page, "calendar-drafts");
    await page
      .getByRole("button", { name: /^Publish her weeks up to/ })
      .nth(1)
      .click();
    await expect(page.getByText(/^Published up to Sunday/)).toBeVisible();
    await expect(drafts).toHaveCount(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(drafts).toHaveCount(4);
  });

  await test.step("what she did stands in its day and opens, planned beside done", async () => {
    await page.getByRole("button", { name: "Earlier" }).click();
    await page.getByRole("button", { name: "Earlier" }).click();
    await page
      .getByRole("button", { name: /^Done\s?Strength/ })
      .first()
      .click();
    const peek = page.getByRole("dialog", { name: /^Strength/ });
    await expect(peek.getByText(/effort/i).first()).toBeVisible();
    await looksRight(page, "calendar-done");
  });
});
