// A coach assigns to several mums at once, sees first who may not and why, takes it back.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, looksRight, type Place, test } from "./support/test.ts";

async function mumOf(place: Place, name: string, email: string, situation: "restoring" | "justIn") {
  const mum = await place.practice.mum({ name, email, joinedDaysAgo: 330 });
  const birth = { daysAgo: 400 };
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS[situation]({ mum, physio: place.physio, birth, goal });
  return mum.save();
}

test("plans for several at once, looked at first and taken back", async ({ place, address, as }) => {
  await mumOf(place, "Ada Reti", address("ada"), "restoring");
  await mumOf(place, "Bea Moana", address("bea"), "justIn");
  const page = await as(place.coach.userId, "desktop");

  await test.step("who may not is named with her reason before anything is pressed", async () => {
    await page.goto("/coach/clients");
    for (const name of ["Ada Reti", "Bea Moana"])
      await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
    await expect(page.getByText("2 mums chosen")).toBeVisible();
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to 2 mums" });
    await dialog.getByLabel("Protocol").selectOption({ label: "Walking: 10 to 45 minutes (walking)" });
    await expect(dialog.getByRole("region", { name: "1 may not" }).getByText("Bea Moana")).toBeVisible();
    await expect(dialog.getByRole("region", { name: "1 may have it" }).getByText("Ada Reti")).toBeVisible();
    await looksRight(page, "bulk-preview");
    await dialog.getByRole("button", { name: "Assign to one" }).click();
    await expect(page.getByText("Walking: 10 to 45 minutes is assigned to one mum.")).toBeVisible();
  });

  await test.step("taken back, she has what she had", async () => {
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText("Taken back. Everybody has what she had before.")).toBeVisible();
  });

  await test.step("from the protocol itself, at a level and on a day of the coach's choice", async () => {
    await page.goto("/coach/protocols");
    await page.getByRole("link", { name: /^Walking: 10 to 45 minutes/ }).click();
    await page.getByRole("link", { name: "Assign to mums" }).click();
    await expect(page.getByText("Choose who gets it")).toBeVisible();
    await page.getByRole("checkbox", { name: "Choose Ada Reti" }).check();
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to one mum" });
    await dialog.getByLabel("Begins at").selectOption("3");
    await expect(dialog.getByRole("region", { name: "1 may have it" })).toBeVisible();
    await looksRight(page, "bulk-level");
    await dialog.getByRole("button", { name: "Assign to one" }).click();
    await expect(page.getByText("Walking: 10 to 45 minutes is assigned to one mum.")).toBeVisible();
  });
});
