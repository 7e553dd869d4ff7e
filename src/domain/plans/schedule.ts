import type { PlanState } from "../journey/journey.ts";
import type { ProtocolOutline, SessionLog } from "../journey/facts.ts";
import type { PlacedSession } from "../journey/placed.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import { addDays, type Day, daysBetween, weekday } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Condition } from "../shared/vocabulary.ts";
import { beyondLimit } from "./limits.ts";
import { nextTurn } from "./turn.ts";

/** A session her calendar wants on a day. */
export type Due = {
  readonly planId: string;
  readonly kind: ProtocolKind;
  readonly day: Day;
  readonly slot: Day | null;
  readonly level: number;
  readonly turn: number;
  readonly placed: PlacedSession | null;
};

export type Scheduling = {
  readonly plans: readonly PlanState[];
  readonly placed: readonly PlacedSession[];
  readonly logs: readonly SessionLog[];
  readonly protocols: readonly ProtocolOutline[];
  readonly limits: readonly Condition[];
  /** The day from which hopping may begin, null when it may already; and whether a hold covers impact. */
  readonly impactOpensOn: Day | null;
  readonly isImpactHeld: boolean;
  /** May this plan be done on that day, as far as anybody knows today? */
  readonly isAllowed: (plan: PlanState, day: Day) => boolean;
  readonly today: Day;
  /** How many days are looked at, today among them. */
  readonly days: number;
};

/** Twelve weeks: as far as a calendar, a feed or a watch looks ahead. */
export const HORIZON_DAYS = 84;

/** The most telling first; a plan earlier in this order takes its impact days first, and walks come last. */
const ORDER: readonly ProtocolKind[] = ["walk_run", "technique", "strength", "restoration", "walking"];

/**
 * The sessions of the days to come, from today on: levels, not dates. Each plan goes on from where she stands, on its
 * weekdays, at the pace of its rule for clean sessions, as though each session went well; what really happens moves all
 * that follows. Nothing lies in the past, so a lost week leaves nothing overdue. Two impact days always have their rest
 * between, a level beyond a limit is never reached, and a run takes the place of that day's walk.
 */
export function schedule(scheduling: Scheduling): readonly Due[] {
  const ground = groundOf(scheduling);
  const due = scheduling.plans
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .flatMap((plan) => (plan.paused ? [] : ofPlan(plan, scheduling, ground)));
  return due.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What the plans share: days of impact, and days on which a run stands for the walk. All by number of days from today. */
type Ground = {
  readonly impact: Set<number>;
  /** Impact that a coach set by hand: the plan's own sessions keep clear of it. */
  readonly reserved: ReadonlySet<number>;
  readonly runs: Set<number>;
};

function groundOf({ plans, placed, logs, protocols, today }: Scheduling): Ground {
  const last = lastImpactOn(logs, plans, protocols);
  const mayImpact = new Set(plans.filter((plan) => isRun(plan) || plan.impact).map((plan) => plan.planId));
  const reserved = placed.filter((row) => row.day !== null && mayImpact.has(row.planId));
  const walking = plans.find((plan) => plan.kind === "walking");
  const runIds = new Set(plans.filter((plan) => plan.kind === "walk_run").map((plan) => plan.planId));
  // A run that was moved to a day she does not walk on still stands for the walk of its own day: runs add no days.
  const moved = placed.flatMap(({ planId, slot, day }) =>
    runIds.has(planId) && slot && day && !walking?.weekdays.includes(weekday(day))
      ? [daysBetween(today, slot)]
      : [],
  );
  const ranToday = plans.some((plan) => plan.kind === "walk_run" && plan.lastDoneOn === today);
  return {
    impact: new Set(last === null ? [] : [daysBetween(today, last)]),
    reserved: new Set(reserved.map((row) => daysBetween(today, row.day ?? today))),
    runs: new Set([...moved, ...(ranToday ? [0] : [])]),
  };
}

function ofPlan(plan: PlanState, scheduling: Scheduling, ground: Ground): readonly Due[] {
  const { today, days, placed } = scheduling;
  const own = placed.filter((row) => row.planId === plan.planId);
  const taken = new Set(own.flatMap((row) => row.slot ?? []));
  const first = Math.max(plan.lastDoneOn === today ? 1 : 0, daysBetween(today, plan.startsOn));
  const pace = new Pace(plan, scheduling);
  const found: Due[] = [];
  for (let at = first; at < days; at += 1) {
    const isWeekday = plan.weekdays.includes(((weekday(today) - 1 + at) % 7) + 1);
    if (!isWeekday && own.length === 0) continue;
    const day = addDays(today, at);
    const here = own.filter((row) => row.day === day);
    const hasSlot = isWeekday && !taken.has(day) && !(plan.kind === "walking" && ground.runs.has(at));
    if ((!hasSlot && here.length === 0) || !scheduling.isAllowed(plan, day)) continue;
    for (const row of [...here, ...(hasSlot ? [null] : [])]) {
      const level = Math.min(row?.level ?? pace.level, pace.level);
      if (pace.isImpact(level) && !hasRest(at, row === null, ground)) continue;
      if (pace.isImpact(level)) ground.impact.add(at);
      if (plan.kind === "walk_run") ground.runs.add(at);
      const turn = pace.turnAt(level, row?.turn ?? null);
      const slot = row ? row.slot : day;
      found.push({ planId: plan.planId, kind: plan.kind, day, slot, level, turn, placed: row });
      pace.done(level, at);
    }
  }
  return found;
}

/** Every other day of impact is far enough away. The same day is no other day. */
function hasRest(at: number, isOwn: boolean, { impact, reserved }: Ground): boolean {
  const apart = ruleValue("rest_days_between_impact") + 1;
  for (let off = 1; off < apart; off += 1)
    for (const other of [at - off, at + off])
      if (impact.has(other) || (isOwn && reserved.has(other))) return false;
  return true;
}

/** Where a plan stands while it is laid out, session after session. */
class Pace {
  level: number;
  readonly #plan: PlanState;
  readonly #scheduling: Scheduling;
  readonly #levels: ProtocolOutline["levels"];
  readonly #counts = new Map<number, number>();
  readonly #ups: number[] = [];
  #clean: number;

  constructor(plan: PlanState, scheduling: Scheduling) {
    const isBack = plan.advice.kind === "regress";
    this.level = isBack ? plan.advice.to : plan.level;
    this.#clean = isBack ? 0 : plan.cleanSessions;
    this.#plan = plan;
    this.#scheduling = scheduling;
    this.#levels = scheduling.protocols.find((row) => row.versionId === plan.protocolVersionId)?.levels ?? [];
  }

  isImpact(level: number): boolean {
    return level === this.#plan.level
      ? this.#plan.impact
      : isRun(this.#plan) || this.#levels[level]?.impact === true;
  }

  turnAt(level: number, chosen: number | null): number {
    const sessions = this.#levels[level]?.sessions ?? 1;
    if (sessions <= 1) return 0;
    if (chosen !== null && chosen < sessions) return chosen;
    const logged = nextTurn(this.#scheduling.logs, this.#plan.planId, level, sessions);
    return (logged + (this.#counts.get(level) ?? 0)) % sessions;
  }

  /** One more session, taken to go well: after enough of them the next level, at the pace the rules allow. */
  done(level: number, at: number): void {
    this.#counts.set(level, (this.#counts.get(level) ?? 0) + 1);
    if (level === this.level) this.#clean += 1;
    if (this.#clean < this.#plan.cleanNeeded || !this.#mayReach(this.level + 1, at)) return;
    if (this.isImpact(this.level)) {
      const from = at - ruleValue("level_up_window_days");
      if (this.#ups.filter((up) => up > from).length >= ruleValue("level_ups_in_window")) return;
    }
    this.level += 1;
    this.#clean = 0;
    this.#ups.push(at);
  }

  #mayReach(level: number, at: number): boolean {
    const asked = this.#levels[level];
    const { limits, impactOpensOn, isImpactHeld, today } = this.#scheduling;
    if (!asked || level >= this.#plan.levels || beyondLimit(limits, { kind: this.#plan.kind, ...asked }))
      return false;
    if (isRun(this.#plan) || !asked.impact) return true;
    return !isImpactHeld && (impactOpensOn === null || daysBetween(today, impactOpensOn) <= at);
  }
}

function isRun({ kind }: Pick<PlanState, "kind">): boolean {
  return kind === "walk_run" || kind === "technique";
}

/** The last day on which she ran or hopped, whatever it was part of. */
function lastImpactOn(
  logs: readonly SessionLog[],
  plans: readonly PlanState[],
  protocols: readonly ProtocolOutline[],
): Day | null {
  let last: Day | null = null;
  for (const log of logs) {
    if (last !== null && log.doneOn <= last) continue;
    const versionId = plans.find((plan) => plan.planId === log.planId)?.protocolVersionId;
    const outline = protocols.find((row) => row.versionId === versionId);
    const isHop = log.level !== null && outline?.levels[log.level]?.impact === true;
    if (isRun(log) || log.minutesRun > 0 || isHop) last = log.doneOn;
  }
  return last;
}
