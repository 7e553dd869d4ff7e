// The owner tries other rules before she saves them, and a coach asks why a mum stood where she stood on a past day.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("a change of the practice's tests tells whom it would lock before it is saved; her past explains itself", async ({
  place,
  address,
  as,
}) => {
  const mum = await place.practice.mum({ name: "Ana Ruiz", email: address("ana"), joinedDaysAgo: 330 });
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS.running({ mum, physio: place.physio, birth: { daysAgo: 400 }, goal });
  await mum.save();

  const page = await as(place.coach.userId, "desktop");
  await page.goto("/coach/practice");
  const save = page.getByRole("button", { name: "Save as the rules from now on" });
  const second = await page.context().newPage();
  await second.goto("/coach/practice");
  await second.getByLabel("Levels back after a short break").fill("2");
  await expect(save).toBeDisabled();
  await page.getByLabel("Strength: which tests").selectOption({ label: "Peak Endurance (5 tests)" });
  await expect(page.getByText("This change would lock running for 1 of 1.")).toBeVisible();
  await looksRight(page, "practice-rules");
  await save.click();
  await expect(save).toBeDisabled();
  await page.reload();
  await expect(page.getByLabel("Strength: which tests")).toHaveValue("peak_endurance_strength@1");

  // Her other window was open all the while: it hears of it, keeps what she chose there, and overwrites nothing unseen.
  await second.getByRole("button", { name: "Save as the rules from now on" }).click();
  await expect(second.getByText("You saved other rules in another window.")).toBeVisible();
  await expect(second.getByLabel("Levels back after a short break")).toHaveValue("2");
  await looksRight(second, "practice-rules-stale");
  await second.getByRole("button", { name: "Take what is saved now" }).click();
  await expect(second.getByLabel("Strength: which tests")).toHaveValue("peak_endurance_strength@1");
  await second.close();

  await page.goto(`/explain/${mum.id}`);
  await expect(page.getByRole("heading", { name: "Running: locked" })).toBeVisible();
  await looksRight(page, "explain");
  await page.goto(`/explain/${mum.id}?on=2020-01-01`);
  await expect(page.getByRole("heading", { name: "Recorded by then (0)" })).toBeVisible();

  const stranger = await as(null, "desktop");
  const answer = await stranger.goto(`/explain/${mum.id}`);
  expect(answer?.status()).toBe(404);
});
