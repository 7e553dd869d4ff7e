// The database goes away in the middle of a morning: a calm page, nothing lost, and all is well again by itself.
import { phone, desktop } from "./support/devices.ts";
import { openFragileApp } from "./support/outage.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("while the database is away pages stay calm and keep what was typed; then they come back, the app as it was", async ({
  browser,
  address,
}) => {
  const app = await openFragileApp();
  try {
    const { world, url } = app;
    const practice = await world.practice({
      name: "Harbour Runners",
      owner: { name: "Claire Whitfield", email: address("claire") },
      isDemo: true,
    });
    const mum = await practice.mum({ name: "Ana Ruiz", email: address("ana"), joinedDaysAgo: 3 });
    await mum.save();
    const open = async (userId: string | null, device: object) => {
      const context = await browser.newContext({ ...device, baseURL: url });
      const value = await world.signIn(userId ?? "");
      await context.addCookies([
        { name: "sevenstride.session", value, url, httpOnly: true, sameSite: "Lax" },
      ]);
      return context.newPage();
    };
    const desk = await open(practice.owner.userId, desktop);
    const other = await desk.context().newPage();
    const hers = await open(mum.userId, phone);
    await desk.goto(`/coach/clients/${mum.id}`);
    await desk.getByRole("button", { name: "Edit details" }).click();
    const dialog = desk.getByRole("dialog", { name: "Details" });
    await dialog.getByLabel("Name").fill("Ana Ruiz-Lund");

    await app.cut();
    await test.step("what she saves is not saved, says so, and is still in the form", async () => {
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog.getByText("Nothing you entered is lost.", { exact: false })).toBeVisible();
      await expect(dialog.getByLabel("Name")).toHaveValue("Ana Ruiz-Lund");
    });

    await test.step("a page that is opened now is calm, and the address for machines says why", async () => {
      const answer = await other.goto("/coach/today");
      expect(answer?.status()).toBe(500);
      await expect(other.getByRole("heading", { name: "We are catching our breath" })).toBeVisible();
      await looksRight(other, "database-away");
      await hers.goto("/me");
      await expect(hers.getByRole("heading", { name: "We are catching our breath" })).toBeVisible();
      expect((await other.request.get("/readyz")).status()).toBe(503);
    });

    await app.mend();
    await test.step("both pages come back without anybody's finger", async () => {
      await expect(other.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
      await expect(hers.getByRole("heading", { level: 1, name: "Hello Ana" })).toBeVisible();
    });

    await test.step("the same button saves now, once, in the same process", async () => {
      await dialog.getByRole("button", { name: "Save" }).click();
      await expect(dialog).toBeHidden();
      const { rows } = await world.db.query("SELECT name, version FROM client WHERE id = $1", [mum.id]);
      expect(rows).toEqual([{ name: "Ana Ruiz-Lund", version: 2 }]);
      expect(app.isAlive()).toBe(true);
    });
    await Promise.all([desk.context().close(), hers.context().close()]);
  } finally {
    await app.stop();
  }
});
