// A coach assigns to several mums at once, sees first who may not and why, takes it back.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, looksRight, type Place, test } from "./support/test.ts";

async function mumOf(place: Place, name: string, email: string, situation: "strengthening" | "justIn") {
  const mum = await place.practice.mum({ name, email, joinedDaysAgo: 330 });
  const birth = { daysAgo: 400 };
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS[situation]({ mum, physio: place.physio, birth, goal });
  return mum.save();
}

test("plans for several at once, looked at first and taken back", async ({ place, address, as }) => {
  const ada = await mumOf(place, "Ada Reti", address("ada"), "strengthening");
  await mumOf(place, "Bea Moana", address("bea"), "justIn");
  const page = await as(place.coach.userId, "desktop");

  await test.step("who may not is named with her reason before anything is pressed", async () => {
    await page.goto("/coach/clients");
    for (const name of ["Ada Reti", "Bea Moana"])
      await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
    await expect(page.getByText("2 mums chosen")).toBeVisible();
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to 2 mums" });
    await dialog.getByLabel("Protocol").selectOption({ label: "Walking to your goal (walking)" });
    await expect(dialog.getByRole("region", { name: "1 may not" }).getByText("Bea Moana")).toBeVisible();
    await expect(dialog.getByRole("region", { name: "1 may have it" }).getByText("Ada Reti")).toBeVisible();
    await looksRight(page, "bulk-preview");
    await dialog.getByRole("button", { name: "Assign to one" }).click();
    await expect(page.getByText("Walking to your goal is assigned to one mum.")).toBeVisible();
  });

  await test.step("taken back, she has what she had", async () => {
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText("Taken back. Everybody has what she had before.")).toBeVisible();
  });

  await test.step("from the protocol itself, at a level and on a day of the coach's choice", async () => {
    await page.goto("/coach/protocols");
    await page.getByRole("link", { name: /^Walking to your goal/ }).click();
    await page.getByRole("link", { name: "Assign to mums" }).click();
    await expect(page.getByText("Choose who gets it")).toBeVisible();
    await page.getByRole("checkbox", { name: "Choose Ada Reti" }).check();
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to one mum" });
    await dialog.getByLabel("Begins at").selectOption("3");
    await expect(dialog.getByRole("region", { name: "1 may have it" })).toBeVisible();
    await looksRight(page, "bulk-level");
    await dialog.getByRole("button", { name: "Assign to one" }).click();
    await expect(page.getByText("Walking to your goal is assigned to one mum.")).toBeVisible();
  });

  await test.step("for one: three clicks, and one to take it back", async () => {
    await page.goto(`/coach/clients/${ada.id}`);
    await page.evaluate(() => {
      document.addEventListener("click", () => {
        const { dataset } = document.documentElement;
        dataset["clicks"] = String(Number(dataset["clicks"] ?? 0) + 1);
      });
    });
    const plan = page.getByText("Level 1 of 5: 10 min walk");
    await expect(page.getByText("Level 4 of 5: 25 min walk")).toBeVisible();
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to Ada Reti" });
    await dialog.getByRole("button", { name: /^Walking to your goal/ }).click();
    await dialog.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.getByText("Walking to your goal is assigned.")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.dataset["clicks"])).toBe("3");
    await expect(plan).toBeVisible();
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText(/is taken back\. She has what she had before\.$/)).toBeVisible();
    await expect(page.getByText("Level 4 of 5: 25 min walk")).toBeVisible();
  });

  await test.step("days that leave no rest are told before anything is pressed", async () => {
    await page.getByRole("button", { name: "Assign a plan" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to Ada Reti" });
    await dialog.getByRole("button", { name: /^Strength S1: base/ }).click();
    for (const day of ["Mon", "Wed", "Fri", "Sat", "Sun"])
      await dialog.getByRole("button", { name: day, exact: true }).click();
    await expect(dialog.getByText(/^Leave at least one day of the week free/)).toBeVisible();
    await looksRight(page, "assign-no-rest");
    await page.keyboard.press("Escape");
  });

  await test.step("a plan rests, and is taken up again", async () => {
    const change = async (what: string) => {
      const plans = page.getByRole("region", { name: "Plans" });
      await plans.getByRole("button", { name: "Change", exact: true }).first().click();
      await page.getByRole("dialog", { name: "Change the plan" }).getByRole("button", { name: what }).click();
    };
    await change("Pause");
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    await change("Take up again");
    await expect(page.getByText("Paused", { exact: true })).toBeHidden();
  });
});
