// Two people at one form: the later one overwrites nothing, hears who changed what, and keeps what she wrote.
import type { Page } from "@playwright/test";
import { expect, looksRight, test } from "./support/test.ts";

async function openDetails(page: Page, clientId: string) {
  await page.goto(`/coach/clients/${clientId}`);
  await page.getByRole("button", { name: "Edit details" }).click();
  return page.getByRole("dialog", { name: "Details" });
}

test("a form that has grown old says who changed what, and loses nothing", async ({
  place,
  address,
  as,
  asElsewhere,
  world,
}) => {
  const colleague = await place.practice.coach("Anna Sefo", address("anna"));
  const mum = await place.practice.mum({ name: "Ana Ruiz", email: address("ana"), joinedDaysAgo: 3 });
  await mum.save();
  const kept = async () =>
    (await world.db.query("SELECT name, country, version FROM client WHERE id = $1", [mum.id])).rows[0];
  const mine = await as(place.coach.userId, "desktop");
  const form = await openDetails(mine, mum.id);
  await form.getByLabel("Country").selectOption("AU");

  await test.step("her colleague is quicker", async () => {
    const theirs = await openDetails(await asElsewhere(colleague.userId, "desktop"), mum.id);
    await theirs.getByLabel("Name").fill("Ana Ruiz-Lund");
    await theirs.getByRole("button", { name: "Save" }).click();
    await expect(theirs).toBeHidden();
  });

  await test.step("she hears who it was and what, and her own words still stand there", async () => {
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Anna Sefo changed these details while you were writing.")).toBeVisible();
    await expect(form.getByText("Name: Ana Ruiz-Lund (was Ana Ruiz)")).toBeVisible();
    await expect(form.getByLabel("Country")).toHaveValue("AU");
    await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
    await looksRight(mine, "stale-form");
    expect(await kept()).toEqual({ name: "Ana Ruiz-Lund", country: "NZ", version: 2 });
  });

  await test.step("she takes what is kept, writes hers again, and pressed twice it is one change", async () => {
    await form.getByRole("button", { name: "Take what is kept now" }).click();
    await expect(form.getByLabel("Name")).toHaveValue("Ana Ruiz-Lund");
    await form.getByLabel("Country").selectOption("AU");
    await form.getByRole("button", { name: "Save" }).dblclick();
    await expect(form).toBeHidden();
    expect(await kept()).toEqual({ name: "Ana Ruiz-Lund", country: "AU", version: 3 });
  });

  await test.step("her own second window is told that it was she herself", async () => {
    const old = await openDetails(mine, mum.id);
    const quicker = await openDetails(await asElsewhere(place.coach.userId, "desktop"), mum.id);
    await quicker.getByLabel("Country").selectOption("NZ");
    await quicker.getByRole("button", { name: "Save" }).click();
    await expect(quicker).toBeHidden();
    await old.getByLabel("Name").fill("Ana Lund");
    await old.getByRole("button", { name: "Save" }).click();
    await expect(old.getByText("You changed these details in another window.")).toBeVisible();
    await old.getByRole("button", { name: "Keep my changes" }).click();
    await old.getByRole("button", { name: "Save" }).click();
    await expect(old).toBeHidden();
    // Her whole form, as she meant it: the country she had before her eyes comes with it.
    expect(await kept()).toEqual({ name: "Ana Lund", country: "AU", version: 5 });
  });
});
