// Chapter 5: strength opens when its criteria are met, the coach records tests side by side, a symptom fails one.
import type { Locator, Page } from "@playwright/test";
import type { Mum } from "../prisma/seed/mum.ts";
import { arrives, restores, type Setting, strengthens } from "../prisma/seed/situations.ts";
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

test("strength is locked until the foundation of restoration is there, then open by itself", async ({
  place,
  address,
  as,
}) => {
  const early = await aMum(place, { name: "Ana Ruiz", email: address("ana") }, (s) => restores(s, 20, 13));
  const there = await aMum(place, { name: "Bea Lund", email: address("bea") }, (s) => restores(s, 20, 1));
  const strength = async (mum: Mum) => {
    const page = await as(mum.userId, "phone");
    await page.goto("/me/steps");
    return page.locator("details#strength");
  };
  const locked = await strength(early);
  await expect(locked.locator("summary")).toContainText("Locked");
  await locked.locator("summary").click();
  await expect(locked).toContainText("4 of 6 good restoration sessions.");
  await expect((await strength(there)).locator("summary")).toContainText("Open");
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
