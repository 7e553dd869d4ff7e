import type { Refusal } from "../journey/decision.ts";
import type { PlacedSession } from "../journey/placed.ts";
import { addDays, type Day, daysBetween, weekday } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import { beyondLimit } from "./limits.ts";
import type { Placing, Restoring } from "./placing.ts";
import type { StoredSession } from "./reconcile.ts";
import { type Due, HORIZON_DAYS, schedule, type Scheduling } from "./schedule.ts";

/** What a hand in her calendar is judged by. */
export type Hand = {
  readonly scheduling: Scheduling;
  /** The rows of her calendar from today on. */
  readonly stored: readonly StoredSession[];
  /** Why running is shut on a day for good, empty when it is open. */
  readonly lockOn: (
    day: Day,
    kind: "walk_run" | "technique",
  ) => Extract<Refusal, { code: "run_locked" }>["reasons"];
};

export type Placed =
  | { readonly ok: true; readonly placed: readonly PlacedSession[] }
  | { readonly ok: false; readonly refusal: Refusal };

const no = (refusal: Refusal): Placed => ({ ok: false, refusal });

/**
 * A coach's hand in the calendar: what is set by hand afterwards, or why not. Never past a limit, never two impact days
 * without their rest, never a run where running is shut, never harder than she will stand by then.
 */
export function place(placing: Placing, hand: Hand): Placed {
  switch (placing.type) {
    case "move":
      return changed([placing.sessionId], hand, (row) => ({ ...row, day: placing.day }));
    case "remove":
      return changed([placing.sessionId], hand, (row) => ({ ...row, day: null }));
    case "edit":
      return eased(placing, hand);
    case "add":
      return added(placing, hand);
    case "restore":
      return restored(placing, hand);
    case "shift": {
      const rows = hand.stored.filter(
        (row) => row.planId === placing.planId && (row.day ?? "") >= placing.fromDay,
      );
      const inside = rows.filter((row) => row.day !== null && isAhead(addDays(row.day, placing.days), hand));
      return changed(
        inside.map((row) => row.id),
        hand,
        (row) => ({ ...row, day: row.day && addDays(row.day, placing.days) }),
      );
    }
  }
}

/**
 * The way back from what a hand set: every session that it touched as it was. Null when nothing changed.
 * @param before what was set by hand until then · @param after what is now
 */
export function wayBack(before: readonly PlacedSession[], after: readonly PlacedSession[]): Restoring | null {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const rows = [...new Set([...was.keys(), ...is.keys()])].flatMap((sessionId) => {
    const row = was.get(sessionId);
    if (isSame(row, is.get(sessionId))) return [];
    const { id: _, ...rest } = row ?? { id: "" };
    return [{ sessionId, was: row ? (rest as Omit<PlacedSession, "id">) : null }];
  });
  return rows.length > 0 ? { type: "restore", rows } : null;
}

function isSame(a: PlacedSession | undefined, b: PlacedSession | undefined): boolean {
  if (!a || !b) return a === b;
  return (Object.keys(a) as (keyof PlacedSession)[]).every((key) => a[key] === b[key]);
}

/** Judged like any hand: what may not lie there any more is not put back. */
function restored({ rows }: Restoring, hand: Hand): Placed {
  const ids = new Set(rows.map((row) => row.sessionId));
  const isOver = hand.stored.some((row) => ids.has(row.id) && row.day !== null && isOverToday(row, hand));
  if (isOver) return no({ code: "session_over" });
  const back = rows.flatMap(({ sessionId: id, was }) => (was ? [{ id, ...was }] : []));
  return laid(back, [...hand.scheduling.placed.filter((row) => !ids.has(row.id)), ...back], hand);
}

function isAhead(day: Day, { scheduling: { today } }: Hand): boolean {
  return day < addDays(today, HORIZON_DAYS);
}

/** The rows with a change to some of them, judged as a whole. */
function changed(ids: readonly string[], hand: Hand, change: (row: PlacedSession) => PlacedSession): Placed {
  const { placed } = hand.scheduling;
  const mine: PlacedSession[] = [];
  for (const id of ids) {
    const row = hand.stored.find((each) => each.id === id);
    if (!row) return no({ code: "unknown", subject: "session" });
    if (row.day !== null && isOverToday(row, hand)) return no({ code: "session_over" });
    mine.push(change(placed.find((each) => each.id === id) ?? byHand(row)));
  }
  // One that the coach herself added, and takes out again, is simply not there.
  const kept = mine.filter((row) => row.day !== null || row.slot !== null);
  const next = [...placed.filter((row) => !ids.includes(row.id)), ...kept];
  return laid(kept, next, hand);
}

/** Rows laid by hand, judged as a whole. */
export function laid(
  touched: readonly PlacedSession[],
  placed: readonly PlacedSession[],
  hand: Hand,
): Placed {
  const { today } = hand.scheduling;
  const latest = addDays(today, HORIZON_DAYS - 1);
  for (const { day } of touched) {
    if (day !== null && day < today) return no({ code: "day_in_past", field: "day", day });
    if (day !== null && day > latest) return no({ code: "day_too_far", field: "day", day, latest });
  }
  const refusal = wrongWith(touched, placed, hand);
  return refusal ? no(refusal) : { ok: true, placed };
}

function isOverToday({ planId, day }: StoredSession, { scheduling: { today, plans } }: Hand): boolean {
  const plan = plans.find((row) => row.planId === planId);
  return (day ?? today) < today || (day === today && plan?.lastDoneOn === today);
}

function byHand({ id, planId, slot, day, chosenLevel, chosenTurn, note }: StoredSession): PlacedSession {
  return { id, planId, slot, day, level: chosenLevel, turn: chosenTurn, note };
}

/** Easier, another of the level's sessions, a word with it. Never harder, never beyond a limit. */
function eased({ sessionId, level, turn, note }: Extract<Placing, { type: "edit" }>, hand: Hand): Placed {
  const row = hand.stored.find((each) => each.id === sessionId);
  const plan = hand.scheduling.plans.find((each) => each.planId === row?.planId);
  if (!row || !plan) return no({ code: "unknown", subject: "session" });
  if (level !== null && level >= plan.levels)
    return no({ code: "level_out_of_range", level, levels: plan.levels });
  const outline = hand.scheduling.protocols.find((each) => each.versionId === plan.protocolVersionId);
  const asked = level === null ? undefined : outline?.levels[level];
  const beyond = asked && beyondLimit(hand.scheduling.limits, { kind: plan.kind, ...asked });
  if (asked && beyond)
    return no(
      beyond.condition === "max_run_minutes"
        ? { code: "level_beyond_limit", minutes: asked.minutesRun, limit: beyond.minutes }
        : { code: "level_not_earned", because: { code: "limit", ...beyond } },
    );
  const result = changed([sessionId], hand, (each) => ({ ...each, level, turn, note }));
  if (!result.ok || level === null) return result;
  const due = schedule({ ...hand.scheduling, placed: result.placed }).find(
    (each) => each.placed?.id === sessionId,
  );
  return due && due.level < level ? no({ code: "level_not_earned", because: plan.advice.because }) : result;
}

function added({ sessionId: id, planId, day }: Extract<Placing, { type: "add" }>, hand: Hand): Placed {
  const { plans, placed } = hand.scheduling;
  const plan = plans.find((row) => row.planId === planId);
  if (!plan) return no({ code: "unknown", subject: "plan" });
  if (placed.some((row) => row.id === id)) return { ok: true, placed };
  const row = { id, planId, slot: null, day, level: null, turn: null, note: null };
  return laid([row], [...placed, row], hand);
}

/** What stands against these rows, or against the sessions around them; null when nothing does. */
function wrongWith(
  touched: readonly PlacedSession[],
  placed: readonly PlacedSession[],
  { scheduling, lockOn }: Hand,
): Refusal | null {
  const { plans } = scheduling;
  const before = schedule(scheduling);
  const after = schedule({ ...scheduling, placed });
  for (const row of touched) {
    const plan = plans.find((each) => each.planId === row.planId);
    if (row.day === null) continue;
    if (!plan) return { code: "unknown", subject: "plan" };
    if (plan.paused) return { code: "plan_paused" };
    if (row.day < plan.startsOn) return { code: "plan_not_started", startsOn: plan.startsOn };
    const isRun = plan.kind === "walk_run" || plan.kind === "technique";
    const reasons = isRun ? lockOn(row.day, plan.kind) : [];
    if (reasons.length > 0) return { code: "run_locked", reasons };
    const walking = plans.find((each) => each.kind === "walking" && !each.paused);
    const isMore = row.slot === null && plan.kind === "walk_run" && walking;
    if (isMore && !walking.weekdays.includes(weekday(row.day)))
      return { code: "run_days_add_to_walking", weekdays: [weekday(row.day)] };
    if (row.day === scheduling.today && plan.lastDoneOn === row.day) return { code: "session_over" };
    if (!after.some((due) => due.placed?.id === row.id)) return { code: "impact_days_without_rest" };
  }
  return crowdedOut(before, after, touched) ? { code: "impact_days_without_rest" } : null;
}

/** A session near one of these days that had to give way to it, and is no walk that a run stands for. */
function crowdedOut(
  before: readonly Due[],
  after: readonly Due[],
  touched: readonly PlacedSession[],
): boolean {
  const near = ruleValue("rest_days_between_impact");
  const there = new Set(after.map((due) => due.placed?.id ?? `${due.planId} ${due.slot}`));
  const gone = before.filter((due) => {
    const isTouched = touched.some(
      (row) => row.id === due.placed?.id || (row.planId === due.planId && row.slot === due.slot),
    );
    return due.kind !== "walking" && !isTouched && !there.has(due.placed?.id ?? `${due.planId} ${due.slot}`);
  });
  return gone.some((due) =>
    touched.some((row) => row.day !== null && Math.abs(daysBetween(row.day, due.day)) <= near),
  );
}
