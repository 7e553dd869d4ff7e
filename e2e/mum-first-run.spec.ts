// Chapter 7: the first walk/run, by the clock, inside what the physio allows; the day after; the next level.
import { arrives, isCleared } from "../prisma/seed/situations.ts";
import { assigns, echo, logs } from "../prisma/seed/stories.ts";
import { dayAt } from "../src/domain/shared/phone-day.ts";
import { signOut } from "./support/sign-in.ts";
import { expect, looksRight, test } from "./support/test.ts";

const GOAL = { daysPerWeek: 3, minutesPerRun: 30 };
const birth = { daysAgo: 330 };

test("her first run: limits first, one word and one number, and tomorrow's question", async ({
  place,
  address,
  as,
}) => {
  const { practice, physio } = place;
  const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 300 });

  const setting = { mum, physio, birth, goal: GOAL };
  arrives(setting);
  isCleared(setting, 6, 2);
  mum.on(1).does(mum.coach, {
    type: "reviewTechnique",
    reviewedOn: mum.day,
    observations: null,
    cues: ["Short quick steps.", "Ribs over hips."],
    closed: true,
  });
  const planId = assigns(mum, "walk_run", 0, [1, 3, 6]);
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.clock.install();

  await test.step("the conditions are read before the start", async () => {
    await page.goto(`/me/session/${planId}`);
    await expect(page.getByText("At most 20 minutes of running")).toBeVisible();
    await expect(page.getByText("Flat ground only")).toBeVisible();
    await expect(page.getByText("Short quick steps.")).toBeVisible();
    await looksRight(page, "mum-run-ready");
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("radio", { name: "Fine" }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Go" }).click();
  });

  await test.step("true time, whatever the phone does; a pause takes none of it", async () => {
    const timer = page.getByRole("timer");
    await expect(timer).toBeVisible();
    await expect(page.getByText("Walk", { exact: true })).toBeVisible();
    const seconds = async () => {
      const [minutes = "", rest = ""] = ((await timer.textContent()) ?? "").split(":");
      return Number(minutes) * 60 + Number(rest);
    };
    const before = await seconds();
    await page.clock.runFor(61_000);
    await expect.poll(seconds).toBeLessThanOrEqual(before - 60);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    const left = await timer.textContent();
    await page.clock.runFor(300_000);
    await expect(timer).toHaveText(left ?? "");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Run", { exact: true })).toBeVisible();
    await looksRight(page, "mum-run-running");
  });

  await test.step("at night and with text twice as large it is all there", async () => {
    await page.evaluate(() => {
      document.documentElement.dataset["theme"] = "night";
      document.documentElement.style.fontSize = "200%";
    });
    await looksRight(page, "mum-run-night-200");
    await expect(page.getByRole("button", { name: "Something feels wrong" })).toBeInViewport({ ratio: 1 });
    const [timer, pause] = [page.getByRole("timer"), page.getByRole("button", { name: "Pause" })];
    const [above, below] = [await timer.boundingBox(), await pause.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  });

  await test.step("a page that is loaded again stands where she was, paused", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Carry on from Run 1 of \d+\?$/);
    await page.getByRole("button", { name: "Carry on", exact: true }).click();
    await expect(page.getByText("Run", { exact: true })).toBeVisible();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Go on" }).click();
  });

  await test.step("a voice when she asks for one, kept on her phone; and a phone asleep for 90 seconds is right", async () => {
    await page.getByRole("button", { name: "Sound" }).click();
    const sounds = page.getByRole("dialog", { name: "Sound" });
    await sounds.getByLabel("A voice says what comes").check();
    await looksRight(page, "mum-run-sound");
    await sounds.getByRole("button", { name: "Close" }).click();
    expect(await page.evaluate(() => localStorage.getItem("sevenstride.cues"))).toContain('"voice":true');
    await page.getByRole("button", { name: "Pause" }).click();
    const [minutes = "", rest = ""] = ((await page.getByRole("timer").textContent()) ?? "").split(":");
    const left = Number(minutes) * 60 + Number(rest);
    await page.getByRole("button", { name: "Go on" }).click();
    // What a screen that sleeps does: no timer runs, and then it is 90 seconds later.
    await page.clock.fastForward(90_000);
    await expect(page.getByText("Walk", { exact: true })).toBeVisible();
    const now = (await page.getByRole("timer").textContent()) ?? "";
    const walked = 120 - (Number(now.split(":")[0]) * 60 + Number(now.split(":")[1]));
    expect(walked).toBeGreaterThanOrEqual(90 - left - 1);
    expect(walked).toBeLessThanOrEqual(90 - left + 15);
  });

  await test.step("to the end, and told", async () => {
    await page.clock.fastForward(3_600_000);
    await page.getByRole("button", { name: "End and log" }).click();
    await page.getByRole("radio", { name: "4", exact: true }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/Tomorrow we ask with one tap/)).toBeVisible();
    await looksRight(page, "mum-run-saved");
  });

  const { rows } = await practice.ground.db.query(
    `SELECT (SELECT count(*)::int FROM session_start WHERE plan_id = $1) AS starts,
            (SELECT limits FROM session_start WHERE plan_id = $1) AS limits,
            (SELECT minutes_run > 0 FROM session_log WHERE plan_id = $1) AS ran`,
    [planId],
  );
  expect(rows[0]).toMatchObject({ starts: 1, ran: true });
  expect(rows[0].limits).toHaveLength(2);
});

test("one tap the day after, and level 2 opens after two clean sessions", async ({ place, address, as }) => {
  const { practice, physio } = place;
  const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 300 });

  const setting = { mum, physio, birth, goal: GOAL };
  arrives(setting);
  isCleared(setting, 10, 5);
  const planId = assigns(mum, "walk_run", 4, [1, 3, 6]);
  const first = logs(mum, planId, "walk_run");
  echo(mum.on(3), first);
  logs(mum.on(1), planId, "walk_run");
  await mum.save();
  const page = await as(mum.userId, "phone");

  await page.goto("/me/running");
  await expect(page.getByText(/How was the day after your run/)).toBeVisible();
  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "How is your body, the day after?" })).toBeVisible();
  await looksRight(page, "mum-echo");
  await page.getByRole("button", { name: "All fine" }).click();
  await expect(page.getByRole("heading", { name: "How is your body, the day after?" })).toBeHidden();
  await page.goto("/me/plan");
  await expect(page.getByText("2 good sessions: level 2 is next.")).toBeVisible();
  await page.goto("/me/running");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Running is open");
  await looksRight(page, "mum-running-open");
});

/** What lies in her phone's outbox, as anybody who opens the phone's tools would see it. */
async function whatLies() {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opened = await asked(indexedDB.open("sevenstride-outbox"));
  const store = opened.transaction("entries").objectStore("entries");
  const rows: { sealed: ArrayBuffer }[] = await asked(store.getAll());
  const key: CryptoKey = await asked(opened.transaction("secret").objectStore("secret").get("secret"));
  opened.close();
  const text = rows.map(({ sealed }) => new TextDecoder("latin1").decode(sealed)).join("");
  return { entries: rows.length, key: key.extractable, text: text + JSON.stringify({ ...localStorage }) };
}

test("a run with the network gone, from the start to the log: sent once, when it is back", async ({
  place,
  address,
  as,
}) => {
  const { practice, physio } = place;
  const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 300 });
  const setting = { mum, physio, birth, goal: GOAL };
  arrives(setting);
  isCleared(setting, 6, 2);
  const planId = assigns(mum, "walk_run", 0, [1, 3, 6]);
  await mum.save();
  const sister = await practice.mum({ name: "Maia Rangi", email: address("maia"), joinedDaysAgo: 300 });
  arrives({ mum: sister, physio, birth, goal: GOAL });
  await sister.save();
  const page = await as(mum.userId, "phone");
  const path = `/me/session/${planId}`;
  const logged = async () => {
    const { rows } = await practice.ground.db.query(
      "SELECT count(*)::int AS n FROM session_log WHERE plan_id = $1",
      [planId],
    );
    return rows[0].n;
  };

  await test.step("today keeps her session on the phone", async () => {
    await page.goto("/me");
    await expect.poll(() => page.evaluate(async (at) => Boolean(await caches.match(at)), path)).toBe(true);
    await page.context().setOffline(true);
    await page.goto("/me");
    await expect(page.getByText("No connection")).toBeVisible();
    await page.goto(path);
    await expect(page.getByText("At most 20 minutes of running")).toBeVisible();
  });

  await test.step("ten minutes are a session too: it starts under its permit and is kept", async () => {
    await page.getByRole("radio", { name: "10 minutes" }).check();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("radio", { name: "Fine" }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Go" }).click();
    await expect(page.getByRole("timer")).toBeVisible();
    await expect(page.getByText(/^0:0\d of 10:00$/)).toBeVisible();
    await page.getByRole("button", { name: "End here" }).click();
    await page.getByRole("button", { name: "End and log" }).click();
    await page.getByRole("radio", { name: "4", exact: true }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^Kept on this phone/)).toBeVisible();
    await looksRight(page, "mum-run-kept");
    const lies = await page.evaluate(whatLies);
    expect(lies).toMatchObject({ entries: 2, key: false });
    expect(lies.text).not.toMatch(/walk_run|findings|plans/);
  });

  await test.step("on a phone that was offline until its permit was over it does not start", async () => {
    const other = await as(mum.userId, "phone");
    await other.goto("/me");
    await expect.poll(() => other.evaluate(async (at) => Boolean(await caches.match(at)), path)).toBe(true);
    await other.context().setOffline(true);
    const later = Date.now() + 8 * 24 * 3_600_000;
    await other.clock.setFixedTime(later);
    await other.goto(path);
    await other.getByRole("button", { name: "Begin" }).click();
    await other.getByRole("radio", { name: "Fine" }).check();
    await other.getByRole("radio", { name: /Nothing new/ }).check();
    await other.getByRole("button", { name: "Go" }).click();
    await expect(other.getByText(/nobody can be asked whether running is open/)).toBeVisible();
    await expect(other.getByRole("timer")).toHaveCount(0);
    // What she tells on that old page is of the day on her phone, and so is what it rests.
    await other.getByRole("button", { name: "Something feels wrong" }).click();
    await other.getByRole("button", { name: "A few drops of wee", exact: true }).click();
    await expect(other.getByRole("heading", { name: "Thank you for telling." })).toBeVisible();
    const held = await other.evaluate(() => localStorage.getItem("sevenstride.hold"));
    expect(held).toBe(`${mum.id} ${dayAt("Pacific/Auckland", later)} impact`);
  });

  await test.step("a second one does not start: the day after the first is still to be asked", async () => {
    await page.goto("/me");
    await expect(page.getByText("2 things wait to be sent.")).toBeVisible();
    await page.goto(path);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("radio", { name: "Fine" }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Go" }).click();
    await expect(page.getByText(/nobody can be asked whether running is open/)).toBeVisible();
    await looksRight(page, "mum-run-no-permit");
  });

  await test.step("under another person's session nothing of hers is sent, shown or lost", async () => {
    const hers = await page.context().cookies();
    await page.context().addCookies(await (await as(sister.userId, "phone")).context().cookies());
    const refused = page.waitForResponse((response) => response.status() === 401);
    await page.context().setOffline(false);
    await refused;
    await page.goto("/me");
    await expect(page.getByText("Hello Maia")).toBeVisible();
    await expect(page.getByText(/to be sent/)).toBeHidden();
    await expect.poll(() => page.evaluate(async (at) => Boolean(await caches.match(at)), path)).toBe(false);
    expect(await logged()).toBe(0);
    await page.context().addCookies(hers);
  });

  await test.step("back as herself it is sent, once", async () => {
    await page.goto("/me");
    await expect.poll(logged).toBe(1);
    await page.goto("/me");
    await expect(page.getByText(/to be sent/)).toBeHidden();
    expect(await logged()).toBe(1);
    const { rows } = await practice.ground.db.query(
      "SELECT completion::text, performance->'shortVersion' AS version FROM session_log WHERE plan_id = $1",
      [planId],
    );
    expect(rows).toEqual([{ completion: "shorter", version: 10 }]);
    await expect.poll(async () => (await page.evaluate(whatLies)).entries).toBe(0);
  });

  await test.step("signed out, no page of hers is left on the phone, and where unsent words wait still is", async () => {
    await expect.poll(() => page.evaluate(() => caches.has("sevenstride-pages"))).toBe(true);
    await signOut(page, "Aroha Ngata");
    expect(await page.evaluate(() => caches.has("sevenstride-pages"))).toBe(false);
    expect(await page.evaluate(whatLies)).toEqual({ entries: 0, key: false, text: "{}" });
  });
});
