// Chapter 8: heaviness in a run. Stop, walk home; running rests at once, network or not.
import type { Page } from "@playwright/test";
import { arrives, isCleared } from "../prisma/seed/situations.ts";
import { assigns } from "../prisma/seed/stories.ts";
import { expect, looksRight, test } from "./support/test.ts";

const GOAL = { daysPerWeek: 3, minutesPerRun: 30 };

async function startsRun(page: Page, planId: string): Promise<void> {
  await page.goto(`/me/session/${planId}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("radio", { name: "Fine" }).check();
  await page.getByRole("radio", { name: /Nothing new/ }).check();
  await page.getByRole("button", { name: "Go" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
}

test.describe("heaviness in a run", () => {
  test("stop and walk; running is held, the way back is said, and the coach sees it first", async ({
    place,
    address,
    as,
  }) => {
    const { practice, physio, coach } = place;
    const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 300 });
    const setting = { mum, physio, birth: { daysAgo: 330 }, goal: GOAL };
    arrives(setting);
    isCleared(setting, 6, 1);
    const planId = assigns(mum, "walk_run", 0, [1, 3, 6]);
    await mum.save();
    const page = await as(mum.userId, "phone");
    await page.goto("/me");
    const isKept = () =>
      page.evaluate(async (at) => Boolean(await caches.match(at)), `/me/session/${planId}`);
    await expect.poll(isKept).toBe(true);
    await startsRun(page, planId);

    await test.step("her word, one tap, and the screen says what to do", async () => {
      await page.getByRole("button", { name: "Something feels wrong" }).click();
      await expect(page.getByRole("heading", { name: "What do you notice?" })).toBeVisible();
      await looksRight(page, "mum-wrong");
      await page.getByRole("button", { name: "Heaviness or dragging down below" }).click();
      await expect(page.getByRole("heading", { name: "Stop running. Walk home." })).toBeVisible();
      await looksRight(page, "mum-stop");
      // What lay on the phone from before opens no run any more, with the network gone the same minute.
      const isShut = () =>
        page.evaluate(async (at) => {
          const html = (await (await caches.match(at))?.text()) ?? "";
          return /mayStart\\*":false/.test(html);
        }, `/me/session/${planId}`);
      await expect.poll(isShut).toBe(true);
      await page.getByRole("button", { name: "End the session" }).click();
    });

    await test.step("the session is logged and never counts as progress", async () => {
      await expect(
        page.getByText("What you told us during the session is noted.", { exact: false }),
      ).toBeVisible();
      await page.getByRole("radio", { name: "4", exact: true }).check();
      await page.getByRole("radio", { name: /Nothing new/ }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("button", { name: "Back to today" }).click();
    });

    await test.step("running rests, and it says how it ends", async () => {
      await expect(page.getByText("Running and jumping rest")).toBeVisible();
      await expect(page.getByText("It ends when your physio has decided.")).toBeVisible();
      await looksRight(page, "mum-today-held");
      await page.goto("/me/running");
      await expect(page.getByText(/You felt heaviness on/)).toBeVisible();
      await looksRight(page, "mum-running-held");
      await page.goto(`/me/session/${planId}`);
      await expect(page.getByText("Not today")).toBeVisible();
      await expect(page.getByRole("button", { name: "Begin" })).toHaveCount(0);
    });

    await test.step("the coach's Today shows her first, with the reason", async () => {
      const desk = await as(coach.userId, "desktop");
      await desk.goto("/coach/today");
      const row = desk
        .getByRole("main")
        .getByRole("listitem")
        .or(desk.getByRole("main").getByRole("row"))
        .filter({ hasText: "Aroha Ngata" })
        .first();
      await expect(row).toBeVisible();
      await expect(row).toContainText(/heaviness|pelvic/i);
      await looksRight(desk, "coach-today-hand-back");
      // One press, and the letter is written: to whom, why, and the last 14 days as she shares them.
      await row.getByRole("link", { name: "Aroha Ngata: ask the physio" }).click();
      const dialog = desk.getByRole("dialog");
      await expect(dialog.getByLabel(physio.name)).toBeChecked();
      await expect(dialog.getByLabel("A look at a symptom")).toBeChecked();
      await expect(dialog.getByLabel("Why")).toHaveValue(/noticed this on .*The last 14 days:/s);
      await looksRight(desk, "coach-letter-written");
      await dialog.getByRole("button", { name: "Send the request" }).click();
      await expect(dialog.getByText(`on its way to ${physio.name}`)).toBeVisible();
    });
  });

  test("without a network the phone itself stops her, keeps it, and tells when it can", async ({
    place,
    address,
    as,
  }) => {
    const { practice, physio } = place;
    const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 300 });
    const setting = { mum, physio, birth: { daysAgo: 330 }, goal: GOAL };
    arrives(setting);
    isCleared(setting, 6, 1);
    const planId = assigns(mum, "walk_run", 0, [1, 3, 6]);
    await mum.save();
    const page = await as(mum.userId, "phone");
    await page.goto("/me");
    await expect
      .poll(() => page.evaluate(async (at) => Boolean(await caches.match(at)), `/me/session/${planId}`))
      .toBe(true);
    await startsRun(page, planId);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Something feels wrong" }).click();
    await page.getByRole("button", { name: "A few drops of wee", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Stop running. Walk home." })).toBeVisible();
    await expect(page.getByText(/kept on this phone and sent as soon as there is/)).toBeVisible();
    // On the page that was kept, the phone itself holds it.
    await page.goto(`/me/session/${planId}`);
    await expect(page.getByText("Running rests from now on, until a physio has looked.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Begin" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Something feels wrong" })).toBeInViewport();
    await page.context().setOffline(false);
    await expect
      .poll(async () => {
        const { rows } = await practice.ground.db.query(
          "SELECT count(*)::int AS n FROM hold WHERE client_id = $1 AND reason = 'pelvic_symptom'",
          [mum.id],
        );
        return rows[0].n;
      })
      .toBe(1);
    await page.goto(`/me/session/${planId}`);
    // What she had begun is not offered to be carried on, only to be told.
    await expect(page.getByText("Not today")).toBeVisible();
    await expect(page.getByRole("button", { name: "Carry on" })).toHaveCount(0);
    await page.getByRole("button", { name: "Tell how it was" }).click();
    await expect(page.getByRole("heading", { name: "How was it?" })).toBeVisible();
  });

  test("a red flag interrupts with the numbers of her country first", async ({ place, address, as }) => {
    const mum = await place.practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 30 });
    arrives({ mum, physio: place.physio, birth: { daysAgo: 60 }, goal: GOAL });
    await mum.save();
    const page = await as(mum.userId, "phone");
    await page.goto("/me");
    await page.getByRole("button", { name: "Something feels wrong" }).click();
    await page.getByRole("button", { name: /I feel ill, or it frightens me/ }).click();
    await looksRight(page, "mum-red-flags");
    await page.getByRole("button", { name: "Pain or pressure in my chest" }).click();
    await expect(page.getByRole("heading", { name: "Please call now" })).toBeFocused();
    await expect(page.getByRole("dialog").getByRole("link", { name: /111/ })).toHaveAttribute(
      "href",
      "tel:111",
    );
    await looksRight(page, "mum-red-flag-answer");
    await page.getByRole("button", { name: "I have read this" }).click();
    await expect(page.getByRole("heading", { name: "How are you now?" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Start", exact: true })).toHaveCount(0);
    await looksRight(page, "mum-today-red-flag");
  });
});
