// Chapter 5: strength opens when its criteria are met, the coach records tests side by side, a symptom fails one.
import type { Locator, Page } from "@playwright/test";
import type { Mum } from "../prisma/seed/mum.ts";
import { arrives, type Setting, strengthens } from "../prisma/seed/situations.ts";
import { asksPhysio, assessed, assigns, logs, signs } from "../prisma/seed/stories.ts";
import { WEEKDAYS } from "../src/domain/shared/day.ts";
import { expect, looksRight, type Place, test } from "./support/test.ts";

/** A mum who has come so far, her past lived by the rules. */
async function aMum(
  place: Place,
  who: { readonly name: string; readonly email: string },
  past: (setting: Setting) => unknown,
): Promise<Mum> {
  const mum = await place.practice.mum({ ...who, joinedDaysAgo: 100 });
  const setting = {
    mum,
    physio: place.physio,
    birth: { daysAgo: 150 },
    goal: { daysPerWeek: 3, minutesPerRun: 30 },
  };
  arrives(setting);
  past(setting);
  await mum.save();
  return mum;
}

async function openTests(page: Page, mum: Mum): Promise<Locator> {
  await page.goto(`/coach/clients/${mum.id}/tests`);
  await page.getByRole("button", { name: "Record tests" }).click();
  const dialog = page.getByRole("dialog", { name: "Record tests" });
  await expect(dialog.getByLabel("Load and impact")).toBeChecked();
  return dialog;
}

/** One side of one test on the sheet. */
const sideOf = (dialog: Locator, test: string, side: "Left" | "Right") =>
  dialog.getByRole("group", { name: `${test}, ${side}`, exact: true });

/** One test of the panel. */
const rowOf = (page: Page, test: string) => page.getByRole("listitem").filter({ hasText: test });

/** A physio's yes to restoration, and good sessions on so many days in a row since. Answers with the plan's id. */
function restoresOn({ mum, physio }: Setting, days: number): string {
  const request = asksPhysio(mum, physio, 28);
  signs(mum, physio, assessed(mum, physio, request, 20), { decision: "not_yet", reviewInDays: 60 });
  const plan = assigns(mum, "restoration", 19, WEEKDAYS);
  for (let day = 0; day < days; day += 1) logs(mum.on(18 - day), plan, "restoration");
  return plan;
}

test("strength is locked with its criteria in words, and the session that meets them opens it by itself", async ({
  place,
  address,
  as,
}) => {
  let plan = "";
  const mum = await aMum(place, { name: "Ana Ruiz", email: address("ana") }, (s) => {
    plan = restoresOn(s, 5);
  });
  const page = await as(mum.userId, "phone");
  const strength = page.locator("details#strength");
  await page.goto("/me/steps");
  await expect(strength.locator("summary")).toContainText("Locked");
  await strength.locator("summary").click();
  await expect(strength).toContainText("5 of 6 good restoration sessions.");
  const desk = await as(place.coach.userId, "desktop");
  const assign = async () => {
    await desk.goto(`/coach/clients/${mum.id}`);
    await desk.getByRole("button", { name: "Assign a plan" }).first().click();
    return desk.getByRole("dialog").getByRole("region", { name: "strength" });
  };
  await expect((await assign()).getByText("Locked for her")).toBeVisible();

  await page.goto(`/me/session/${plan}`);
  await page.getByRole("button", { name: "I have done it already" }).click();
  await page.getByRole("radio", { name: "3", exact: true }).check();
  await page.getByRole("radio", { name: /Nothing new/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saved");

  await page.goto("/me/steps");
  await expect(strength.locator("summary")).toContainText("Open");
  const opened = await assign();
  await expect(opened.getByRole("button").first()).toBeEnabled();
  await expect(opened.getByText("Locked for her")).toHaveCount(0);
});

test("the coach records each side; the weaker one is named, an empty box is not recorded", async ({
  place,
  address,
  as,
}) => {
  const mum = await aMum(place, { name: "Hana Mitchell", email: address("hana") }, (s) =>
    strengthens(s, 22, 1),
  );
  const page = await as(place.coach.userId, "desktop");
  const dialog = await openTests(page, mum);
  await dialog.getByLabel("Strength").check();
  const left = sideOf(dialog, "Single-leg calf raise", "Left");
  const right = sideOf(dialog, "Single-leg calf raise", "Right");

  await dialog.getByRole("button", { name: "Save results" }).click();
  await expect(dialog.getByText("Write down at least one result.")).toBeVisible();
  await left.getByLabel("Left").fill("fourteen");
  await dialog.getByRole("button", { name: "Save results" }).click();
  await expect(left.getByText("Write a number from 0 to 1000")).toBeVisible();
  await expect(left.getByLabel("Left")).toBeFocused();

  await left.getByLabel("Left").fill("14");
  await right.getByLabel("Right").fill("22");
  await expect(left).toContainText("6 repeats short.");
  await expect(right).toContainText("Passed");
  await looksRight(page, "coach-record-tests");

  // Closed by mistake: what was written is still there.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Record tests" }).click();
  await expect(left.getByLabel("Left")).toHaveValue("14");

  await dialog.getByRole("button", { name: "Save results" }).click();
  await expect(page.getByText("Results saved.")).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, "Single-leg calf raise")).toContainText("weaker side");
  await expect(rowOf(page, "Single-leg calf raise")).toContainText("14 repeats");
  await expect(page.getByText("1 of 8 passed")).toBeVisible();
  await looksRight(page, "coach-tests");
});

test("a symptom during a test fails it whatever the count, and running is held", async ({
  place,
  address,
  as,
  world,
}) => {
  const mum = await aMum(place, { name: "Mia Keller", email: address("mia") }, (s) => strengthens(s, 22, 1));
  const page = await as(place.coach.userId, "desktop");
  const dialog = await openTests(page, mum);
  const left = sideOf(dialog, "Single-leg squat", "Left");
  await left.getByLabel("Left").fill("12");
  await expect(left).toContainText("Passed");
  await left.getByLabel("Felt something").check();
  await dialog.getByRole("button", { name: "Save results" }).click();
  await expect(dialog.getByText("Pick what was felt, or take the tick away.")).toBeVisible();
  await dialog.getByLabel("Heaviness or dragging").check();
  await expect(left).toContainText("not passed, whatever the count");
  await expect(dialog.getByText("A pelvic symptom was felt.")).toBeVisible();
  await looksRight(page, "coach-record-symptom");

  await dialog.getByRole("button", { name: "Save results" }).dblclick();
  await expect(page.getByText("Results saved.")).toBeVisible();
  await expect(rowOf(page, "Single-leg squat")).toContainText("Symptom");
  await looksRight(page, "coach-tests-symptom");

  const { rows } = await world.db.query<{ runs: number; holds: number }>(
    `SELECT (SELECT count(*)::int FROM battery_run WHERE client_id = $1) AS runs,
            (SELECT count(*)::int FROM hold WHERE client_id = $1 AND reason = 'pelvic_symptom') AS holds`,
    [mum.id],
  );
  expect(rows).toEqual([{ runs: 1, holds: 1 }]);
});
