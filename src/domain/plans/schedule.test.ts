import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aMum } from "../journey/build.ts";
import type { ClientRecord } from "../journey/facts.ts";
import type { PlacedSession } from "../journey/placed.ts";
import { addDays, type Day, daysBetween, weekday, type Weekday } from "../shared/day.ts";
import { calendarOf } from "../journey/calendar.ts";
import { reconcile, type StoredSession } from "./reconcile.ts";
import { type Due, HORIZON_DAYS } from "./schedule.ts";
import { isOver } from "../journey/calendar.ts";
import { deriveJourney } from "../journey/derive.ts";

const ready = aMum().readyToRun();
const runner = ready
  .planned("walk_run", 0, { weekdays: [1, 3, 5] })
  .planned("strength", 0, { weekdays: [2, 4], level: 1 });
const calendar = (record: ClientRecord, today: Day, days = HORIZON_DAYS) =>
  calendarOf(record, deriveJourney({ ...record }, today), days);
const runs = (due: readonly Due[]) => due.filter((row) => row.kind === "walk_run");
const planOf = (kind: string, record = runner.record) => record.plan.findLast((row) => row.kind === kind)!.id;

let count = 0;
const newId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;
const place = (change: Partial<PlacedSession>): PlacedSession => ({
  id: newId(),
  planId: planOf("walk_run"),
  slot: null,
  day: null,
  level: null,
  turn: null,
  note: null,
  ...change,
});

describe("levels, not dates", () => {
  test("given a plan, then its weekdays from today on, each level after enough sessions of the one before", () => {
    const due = runs(calendar(runner.record, runner.today));
    expect([...new Set(due.map((row) => weekday(row.day)))].toSorted((a, b) => a - b)).toEqual([1, 3, 5]);
    expect(due[0]?.day).toBe(runner.today);
    expect(due.map((row) => row.level).slice(0, 6)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(due.at(-1)?.level).toBe(11);
  });

  test("a run takes the place of that day's walk, and the walk is back where running is shut", () => {
    const due = calendar(runner.record, runner.today, 14);
    const walks = due.filter((row) => row.kind === "walking").map((row) => row.day);
    for (const run of runs(due)) expect(walks).not.toContain(run.day);
    const leaked = runner.noticed([{ kind: "symptom", symptom: "urine_leak_drops" }] as never);
    const after = calendar(leaked.record, leaked.today, 14);
    expect(runs(after)).toEqual([]);
    expect(after.filter((row) => row.kind === "walking").length).toBeGreaterThan(walks.length);
  });

  test("a sign-off that ends, ends the runs with it; a limit ends the climb", () => {
    const { clearance } = runner.journey();
    const reviewBy = clearance.status === "standing" ? clearance.reviewBy : runner.today;
    for (const run of runs(calendar(runner.record, addDays(reviewBy, -20))))
      expect(run.day <= reviewBy).toBe(true);
    const limited = aMum()
      .readyToRun(20, { conditions: [{ kind: "max_run_minutes", minutes: 10 }] } as never)
      .planned("walk_run", 0, { weekdays: [1, 3, 5] });
    const outline = limited.record.protocols.find((row) => row.kind === "walk_run")!;
    const minutes = runs(calendar(limited.record, limited.today)).map(
      (row) => outline.levels[row.level]!.minutesRun,
    );
    expect(Math.max(...minutes)).toBe(10);
  });

  test("unanswered, the day after a run shuts today and nothing beyond it", () => {
    const ran = runner.logged("walk_run");
    const next = addDays(ran.today, 2);
    expect(runs(calendar(ran.record, next)).map((row) => row.day)).not.toContain(next);
    expect(runs(calendar(ran.record, next)).length).toBeGreaterThan(20);
  });

  test("paused, nothing; done today, nothing more today; a lost week, nothing of it", () => {
    const paused = runner.does({
      type: "changePlan",
      planId: planOf("walk_run"),
      change: "pause",
      level: null,
      mode: null,
      note: null,
    });
    expect(runs(calendar(paused.record, paused.today))).toEqual([]);
    const done = runner.logged("walk_run");
    expect(runs(calendar(done.record, done.today)).map((row) => row.day)).not.toContain(done.today);
    const lost = addDays(runner.today, 7);
    for (const row of calendar(runner.record, lost)) expect(row.day >= lost).toBe(true);
  });
});

describe("what a coach set by hand", () => {
  const on = (placed: readonly PlacedSession[]) => ({ ...runner.record, placed });

  test("moved, its own slot stays empty; taken out, nothing comes in its place; added, it is one more", () => {
    const [, second] = runs(calendar(runner.record, runner.today));
    const slot = second!.day;
    const moved = runs(calendar(on([place({ slot, day: addDays(slot, 1) })]), runner.today, 14)).map(
      (r) => r.day,
    );
    expect(moved).toContain(addDays(slot, 1));
    expect(moved).not.toContain(slot);
    const out = runs(calendar(on([place({ slot })]), runner.today, 14)).map((row) => row.day);
    expect(out).not.toContain(slot);
    expect(out).toHaveLength(runs(calendar(runner.record, runner.today, 14)).length - 1);
  });

  test("easier is easier; harder than she will stand by then is not", () => {
    const slot = runs(calendar(runner.record, runner.today))[4]!.day;
    const levelAt = (level: number) =>
      runs(calendar(on([place({ slot, day: slot, level })]), runner.today)).find((row) => row.day === slot)
        ?.level;
    expect([levelAt(0), levelAt(9)]).toEqual([0, 2]);
  });

  test("a run that was moved is over the day running is shut", () => {
    const placed = place({ slot: runner.today, day: addDays(runner.today, 2) });
    const leaked = runner.noticed([{ kind: "symptom", symptom: "urine_leak_drops" }] as never);
    const record = { ...leaked.record, placed: [placed] };
    expect(isOver(record, leaked.journey())(placed)).toBe(true);
    expect(isOver(on([placed]), runner.journey())(placed)).toBe(false);
  });
});

// ── Of any calendar ────────────────────────────────────────────────────────────────────────────────────────────────
const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), {
  minLength: 1,
  maxLength: 7,
});
const hand = fc.record({
  kind: fc.constantFrom("walk_run", "strength", "walking"),
  from: fc.integer({ min: 0, max: 30 }),
  to: fc.option(fc.integer({ min: 0, max: 30 })),
  level: fc.option(fc.integer({ min: 0, max: 11 })),
});
const lives = fc.record({
  runDays: fc.constantFrom<Weekday[]>([1, 3, 5], [1, 4], [2], [3, 6]),
  strengthDays: weekdays,
  strengthLevel: fc.integer({ min: 0, max: 2 }),
  hands: fc.array(hand, { maxLength: 5 }),
  event: fc.constantFrom("none", "leak", "ran", "paused", "hold"),
  later: fc.integer({ min: 0, max: 40 }),
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** A mum with any plans, any hand of a coach in them, anything that happened, seen any days later. */
function lived(life: Life): { readonly record: ClientRecord; readonly today: Day } {
  const walks = ready.planned("walking", 0, { weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const plans = walks.planned("walk_run", 0, { weekdays: life.runDays }).fact("plan", {
    kind: "strength",
    protocolVersionId: walks.record.protocols.find((row) => row.kind === "strength")!.versionId,
    startsOn: walks.today,
    weekdays: life.strengthDays,
    level: life.strengthLevel,
    mode: "propose",
    maxLevel: null,
  });
  const run = planOf("walk_run", plans.record);
  const happened = {
    none: () => plans,
    leak: () => plans.noticed([{ kind: "symptom", symptom: "heaviness" }] as never),
    ran: () => plans.logged("walk_run"),
    paused: () =>
      plans.does({ type: "changePlan", planId: run, change: "pause", level: null, mode: null, note: null }),
    hold: () =>
      plans.does({ type: "placeHold", covers: "impact", reason: "coach_decision", note: "rest" } as never),
  }[life.event]();
  const placed = life.hands.map(({ kind, from, to, level }, at) =>
    place({
      id: `00000000-0000-4000-9000-${String(at).padStart(12, "0")}`,
      planId: planOf(kind, plans.record),
      slot: addDays(plans.today, from),
      day: to === null ? null : addDays(plans.today, to),
      level,
    }),
  );
  const bySlot = new Map(placed.map((row) => [`${row.planId} ${row.slot}`, row]));
  return {
    record: { ...happened.record, placed: [...bySlot.values()] },
    today: addDays(plans.today, life.later),
  };
}

function settled(record: ClientRecord, today: Day, stored: readonly StoredSession[]) {
  const journey = deriveJourney({ ...record }, today);
  const over = isOver(record, journey);
  const kindOf = (id: string) => journey.plans.find((row) => row.planId === id)?.kind ?? null;
  const isDoneToday = (id: string) => journey.plans.find((row) => row.planId === id)?.lastDoneOn === today;
  const placed = record.placed.filter((row) => !over(row));
  const wanted = { due: calendarOf(record, journey), placed, kindOf, today, isDoneToday };
  const difference = reconcile(wanted, stored, newId);
  const changed = new Map(difference.update.map((row) => [row.id, row]));
  const rows = stored
    .filter((row) => !difference.delete.includes(row.id))
    .map((row) => changed.get(row.id) ?? row)
    .concat(difference.insert);
  return { difference, rows, journey, placed };
}

const shut = (record: ClientRecord, today: Day) =>
  deriveJourney({ ...record }, today).lock.reasons.some((reason) => reason.point !== 6);

test("any calendar: rest between impact, nothing under the lock, nothing beyond a level, nothing before today", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { record, today } = lived(life);
      const due = calendar(record, today);
      const outlines = new Map(record.protocols.map((row) => [row.kind, row.levels]));
      const impact = due.filter((row) => outlines.get(row.kind)?.[row.level]?.impact).map((row) => row.day);
      // In the order of their days: a neighbour is the nearest other day.
      const apart = impact.slice(1).map((day, at) => daysBetween(impact[at] ?? day, day));
      expect(apart).not.toContain(1);
      if (shut(record, today)) expect(runs(due)).toEqual([]);
      expect(due.filter((row) => row.day < today || row.level >= outlines.get(row.kind)!.length)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("any calendar, written and asked again, writes nothing; what was set by hand is kept as long as it may be", () => {
  fc.assert(
    fc.property(lives, lives, (life, next) => {
      const before = lived(life);
      const first = settled(before.record, before.today, []);
      const again = settled(before.record, before.today, first.rows).difference;
      expect([again.insert, again.update, again.delete]).toEqual([[], [], []]);
      // Something else happened since, with the same hand in the calendar.
      const after = lived({ ...next, runDays: life.runDays, hands: life.hands });
      const today = before.today > after.today ? before.today : after.today;
      const second = settled(after.record, today, first.rows);
      const kept = new Set(second.rows.map((row) => row.id));
      for (const row of second.placed)
        if ((row.day ?? row.slot)! >= today) expect(kept.has(row.id)).toBe(true);
      // Days that are over stay as they were planned.
      for (const row of first.rows)
        if ((row.day ?? row.slot)! < today) expect(second.rows).toContainEqual(row);
      const slots = second.rows.flatMap((row) => (row.slot ? [`${row.planId} ${row.slot}`] : []));
      expect(new Set(slots).size).toBe(slots.length);
    }),
    { numRuns: 15 },
  );
});
