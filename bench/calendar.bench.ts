// `npm run bench -- calendar`: does the coach's calendar stutter with 200 sessions on screen? Each gesture is made in a
// calendar with none and in one with 200, in turns, in one browser: frames that come late while a session is pulled over
// six weeks, and how long the page thinks after a press. Goal: no frame over 100 ms, 200 sessions no more than 3 times none.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Mum } from "../prisma/seed/mum.ts";
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, type Place, test } from "../e2e/support/test.ts";

const ROUNDS = 5;
const SESSIONS = 200;
const MOVES = 60;

async function mumOf(place: Place, name: string, email: string): Promise<Mum> {
  const mum = await place.practice.mum({ name, email, joinedDaysAgo: 330 });
  const birth = { daysAgo: 400 };
  SITUATIONS.running({ mum, physio: place.physio, birth, goal: { daysPerWeek: 3, minutesPerRun: 30 } });
  return mum.save();
}

type Figures = { readonly frames: readonly number[]; readonly presses: readonly number[] };

/** Milliseconds between frames while `work` goes on. */
async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen = window as unknown as { frames: number[]; isOver: boolean };
    seen.frames = [];
    seen.isOver = false;
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      seen.frames.push(now - last);
      last = now;
      if (!seen.isOver) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await work();
  return page.evaluate(() => {
    const seen = window as unknown as { frames: number[]; isOver: boolean };
    seen.isOver = true;
    return seen.frames;
  });
}

/** Milliseconds from a press to the frame that shows what came of it. */
async function pressOf(page: Page, name: string): Promise<number> {
  return page.evaluate(async (label) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent === label);
    if (!button) throw new Error(`no button ${label}`);
    const before = performance.now();
    button.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - before;
  }, name);
}

async function lived(page: Page, address: string): Promise<Figures> {
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Calendar" })).toBeVisible();
  await page.getByRole("button", { name: "Month", exact: true }).click();
  await page.getByRole("button", { name: "Later" }).click();
  await page.waitForLoadState("networkidle");
  const presses = [await pressOf(page, "4 weeks"), await pressOf(page, "Month")];
  await page.waitForLoadState("networkidle");
  const chip = page.getByRole("button", { name: /^(Strength|Walk)/ }).first();
  const box = (await chip.count()) > 0 ? await chip.boundingBox() : null;
  const frames = await framesOf(page, async () => {
    await page.mouse.move((box?.x ?? 400) + 20, (box?.y ?? 500) + 10);
    await page.mouse.down();
    for (let at = 0; at < MOVES; at += 1) await page.mouse.move(300 + at * 14, 480 + (at % 8) * 40);
    // Back over where it came from: nothing is moved, nothing is asked of the server.
    await page.mouse.move((box?.x ?? 400) + 20, (box?.y ?? 500) + 10);
    await page.mouse.up();
  });
  return { frames, presses };
}

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
const at = (all: readonly number[], share: number) => sorted(all)[Math.floor((all.length - 1) * share)] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`;

test("a calendar with 200 sessions beside one with none", async ({ place, address, as, world }) => {
  test.skip(test.info().project.name !== "desktop", "a coach plans at a desk");
  test.setTimeout(600_000);
  const [none, full] = [
    await mumOf(place, "None", address("none")),
    await mumOf(place, "Full", address("full")),
  ];
  const page = await as(place.coach.userId, "desktop");
  const { db } = world;
  await db.query("DELETE FROM session WHERE client_id = $1", [none.id]);
  const plan = full.facts.plan.findLast((row) => row.kind === "strength");
  if (!plan) throw new Error("no plan");
  // Over the month that is looked at: the sixty days from the first of the next month on.
  const { rows } = await db.query<{ day: string }>(
    "SELECT (date_trunc('month', $1::date + interval '1 month')::date + n)::text AS day FROM generate_series(0, 27) AS n",
    [world.today],
  );
  for (let n = 0; n < SESSIONS; n += 1)
    await db.query(
      `INSERT INTO session (id, practice_id, client_id, plan_id, kind, level, day, pinned) VALUES ($1, $2, $3, $4, 'strength', 0, $5, true)`,
      [randomUUID(), place.practice.id, full.id, plan.id, rows[n % rows.length]?.day],
    );
  const all: Record<"none" | "full", { frames: number[]; presses: number[] }> = {
    none: { frames: [], presses: [] },
    full: { frames: [], presses: [] },
  };
  let shown = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [who, mum] of [
      ["none", none],
      ["full", full],
    ] as const) {
      const { frames, presses } = await lived(page, `/coach/clients/${mum.id}/calendar`);
      if (who === "full") shown = await page.getByRole("button", { name: /^(Strength|Walk)/ }).count();
      all[who].frames.push(...frames);
      all[who].presses.push(...presses);
    }
  expect(shown).toBeGreaterThanOrEqual(SESSIONS);
  for (const what of ["frames", "presses"] as const) {
    const [a, b] = [all.none[what], all.full[what]];
    const line = [0.5, 0.95, 1].map((share) => `${ms(at(a, share))} | ${ms(at(b, share))}`).join("   ");
    process.stdout.write(
      `\n${what}, none | ${shown} sessions, at 50, 95 and 100 %: ${line}; ratio at 95 %: ${(at(b, 0.95) / at(a, 0.95)).toFixed(2)}; over 50 ms: ${a.filter((one) => one > 50).length} of ${a.length} | ${b.filter((one) => one > 50).length} of ${b.length}\n`,
    );
  }
});
