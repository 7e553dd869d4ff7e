// Chapter 2: a mum says who she is, one hand, baby on the other arm, and sees where she stands.
import type { Page } from "@playwright/test";
import { expect, looksRight, test } from "./support/test.ts";
import { consents, intake } from "../prisma/seed/stories.ts";
import { addDays } from "../src/domain/shared/day.ts";

async function writeDate(page: Page, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  await page.getByLabel("Day", { exact: true }).fill(date);
  await page.getByLabel("Month", { exact: true }).fill(month);
  await page.getByLabel("Year", { exact: true }).fill(year);
}

const next = (page: Page) => page.getByRole("button", { name: "Next" }).click();
const kept = (page: Page) => expect(page.locator("[data-keeping='kept']")).toBeVisible();

test("she agrees, answers page by page, and nothing she writes is lost", async ({
  world,
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 0 });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.goto("/me");

  await expect(page).toHaveURL(/\/me\/welcome$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello Aroha");
  await looksRight(page, "mum-welcome");
  await page.getByRole("button", { name: "Begin" }).click();

  await test.step("each consent is her own choice; the one that is needed says so", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Before we start");
    for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
    await next(page);
    await expect(page.getByText("Without this one we cannot begin.")).toBeVisible();
    await looksRight(page, "mum-consents");
    await page.getByRole("checkbox", { name: /My coach works/ }).check();
    await page.getByRole("checkbox", { name: /Share my births/ }).check();
    await page.getByRole("checkbox", { name: /Share my symptoms/ }).check();
    await next(page);
  });

  await test.step("an impossible birth is refused at its field, in plain words", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your birth");
    await writeDate(page, addDays(world.today, 1));
    await page.getByRole("radio", { name: "Planned caesarean" }).check();
    await page.getByLabel("Was there a tear or a cut?").selectOption({ label: "Not sure" });
    await next(page);
    await expect(page.getByText("That day has not come yet.")).toBeVisible();
    await writeDate(page, "2026-02-31");
    await expect(page.getByText(/That date does not exist/)).toBeVisible();
    await looksRight(page, "mum-birth");
    await writeDate(page, addDays(world.today, -35));
    await expect(page.getByText(/That date does not exist/)).toBeHidden();
  });

  await test.step("a reload in the middle takes nothing away", async () => {
    await kept(page);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your birth");
    await expect(page.getByRole("radio", { name: "Planned caesarean" })).toBeChecked();
    await page.getByRole("button", { name: "Back" }).click();
    await expect(page.getByRole("checkbox", { name: /Share my births/ })).toBeChecked();
    await next(page);
    await next(page);
  });

  await test.step("the rest", async () => {
    await page.getByRole("radio", { name: "Breast", exact: true }).check();
    await page.getByRole("radio", { name: "No", exact: true }).check();
    await looksRight(page, "mum-body");
    await next(page);
    await page.getByLabel("How much did you run before, in a week?").fill("30");
    await page.getByLabel("Days a week").fill("3");
    await page.getByLabel("Minutes each time").fill("lots");
    await next(page);
    await expect(page.getByText("A number from 5 to 300.")).toBeVisible();
    await page.getByLabel("Minutes each time").fill("30");
    await looksRight(page, "mum-goal");
    await next(page);
    await page.getByLabel("Your words").fill("The hill behind the house, in spring.");
    await next(page);
  });

  await test.step("what she checks is what she wrote", async () => {
    await expect(page.getByText("30 km a week before")).toBeVisible();
    await expect(page.getByText("3 x 30 minutes a week")).toBeVisible();
    await looksRight(page, "mum-intake-check");
    await page.getByRole("button", { name: "Send to my coach" }).click();
  });

  await expect(page).toHaveURL(/\/me\/steps$/);
  const { rows } = await world.db.query(
    `SELECT (SELECT count(*)::int FROM intake WHERE client_id = $1) AS intakes,
            (SELECT mode::text FROM birth WHERE client_id = $1) AS mode,
            (SELECT count(*)::int FROM consent WHERE client_id = $1 AND given) AS yes`,
    [mum.id],
  );
  expect(rows[0]).toEqual({ intakes: 1, mode: "caesarean", yes: 3 });
});

test("then she sees seven steps, running locked with every reason in words, and what happens next", async ({
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 0 });
  consents(mum);
  intake(mum, { daysAgo: 35, mode: "caesarean" }, { daysPerWeek: 3, minutesPerRun: 30 }, { kmBefore: 30 });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.goto("/me/steps");
  await test.step("seven steps, running locked with every reason in words", async () => {
    await expect(page.getByRole("list", { name: "Your seven steps" }).getByRole("listitem")).toHaveCount(7);
    await looksRight(page, "mum-steps");
    await page.goto("/me/running");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Between me and running");
    await expect(page.getByText(/Running opens when a physio has assessed you/)).toBeVisible();
    await expect(page.getByText(/Your body needs time/)).toBeVisible();
    await expect(page.getByText(/Walk 3 days and 90 minutes a week/)).toBeVisible();
    await looksRight(page, "mum-running-locked");
  });

  await test.step("today says what happens next", async () => {
    await page.goto("/me");
    await expect(page.getByRole("heading", { name: "What happens next" })).toBeVisible();
    await expect(page.getByText(/Claire Whitfield reads what you told us/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Something feels wrong" })).toBeVisible();
    await looksRight(page, "mum-today-waiting");
    await page.goto("/me/welcome");
    await expect(page).toHaveURL(/\/me$/);
  });
});

test("without a connection her words stay on the phone and are sent when it is back", async ({
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 0 });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.goto("/me/welcome");
  await page.getByRole("button", { name: "Begin" }).click();
  await kept(page);
  await page.context().setOffline(true);
  await page.getByRole("checkbox", { name: /My coach works/ }).check();
  await expect(page.getByText("Kept on this phone")).toBeVisible();
  await page.context().setOffline(false);
  await kept(page);
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /My coach works/ })).toBeChecked();
});
