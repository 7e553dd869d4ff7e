import type { Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { judge } from "../symptoms/judge.ts";
import { painBandsOf } from "../symptoms/pain-bands.ts";
import { applyEvents, SUPPOSED } from "./apply.ts";
import { type Deciding, type Decision, event } from "./decision.ts";
import { deriveJourney } from "./derive.ts";
import type { Hold, HoldReason, JourneyEvent, SymptomCheck } from "./facts.ts";
import type { StepId } from "./steps.ts";

/** Where findings come from: a check, or a test with a symptom. Holds name it as their source. */
type Source = {
  readonly id: string;
  readonly day: Day;
  readonly findings: readonly Finding[];
  /** True when they were felt in or after running, so that the level that was run is too much. */
  readonly isOfRun: boolean;
};

/**
 * What must happen at once because of what she felt. Safety never waits for a person: holds are placed, restoration
 * is opened again, the run plan goes a level back. What needs a person (the letter to the physio, going back further)
 * is proposed by the derivation and not done here.
 */
export function safetyEvents(source: Source, deciding: Deciding): readonly JourneyEvent[] {
  // The days since birth tell late lochia from lochia; neither holds anything.
  const verdict = judge(source.findings, null, painBandsOf(deciding.record));
  const events: JourneyEvent[] = [];
  const place = (covers: Hold["covers"], reason: HoldReason) =>
    events.push(holdOf(covers, reason, source, deciding));

  if (verdict.redFlags.length > 0) {
    // Two holds with two ways out: everything until a person saw her, running until a physio decides.
    place("everything", "red_flag");
    place("running", "red_flag");
  }
  if (verdict.pelvic.length > 0) {
    place("impact", "pelvic_symptom");
    events.push(...restorationAgain(source.day, deciding));
    if (source.isOfRun) events.push(...levelBack("pelvic_symptom", source.day, deciding));
  }
  if (verdict.worstPain?.light === "red" && !isHeldFor("pain", deciding)) {
    place("impact", "pain");
    if (source.isOfRun) events.push(...levelBack("pain", source.day, deciding));
  }
  if (verdict.bleeding === "other" && !isHeldFor("bleeding", deciding)) place("impact", "bleeding");
  return events;
}

function holdOf(
  covers: Hold["covers"],
  reason: HoldReason,
  source: Source,
  { newId }: Deciding,
): JourneyEvent {
  return event("hold", {
    id: newId(),
    covers,
    reason,
    placedOn: source.day,
    sourceId: source.id,
    note: null,
  });
}

function isHeldFor(reason: HoldReason, { journey }: Deciding): boolean {
  return journey.holds.some((hold) => hold.reason === reason);
}

/** Restoration that was done is opened again; one that is under way simply goes on. */
function restorationAgain(on: Day, deciding: Deciding): readonly JourneyEvent[] {
  const state = deciding.journey.steps.find((step) => step.id === "restoration");
  const last = state?.visits.at(-1);
  const isUnderWay = !last || (last.closedOn === null && state?.status !== "done");
  return isUnderWay ? [] : [visitAgain("restoration", "revisit_symptom", on, null, deciding)];
}

/** Another visit to a step. */
export function visitAgain(
  step: StepId,
  reason: Parameters<typeof event<"stepVisit">>[1]["reason"],
  openedOn: Day,
  note: string | null,
  { journey, newId }: Deciding,
): JourneyEvent {
  const cycle = (journey.steps.find((row) => row.id === step)?.cycle ?? 0) + 1;
  return event("stepVisit", { id: newId(), step, cycle, openedOn, reason, note });
}

/** One level back on the run plan, once for one trouble: a symptom told three times rewinds once. */
function levelBack(because: "pelvic_symptom" | "pain", on: Day, deciding: Deciding): readonly JourneyEvent[] {
  if (isHeldFor(because, deciding)) return [];
  return deciding.journey.plans.flatMap((plan) => {
    if (plan.kind !== "walk_run" || plan.level === 0) return [];
    const level = Math.max(0, plan.level - ruleValue("pelvic_rewind_levels"));
    return [
      event("planChange", {
        id: deciding.newId(),
        planId: plan.planId,
        change: "level",
        level,
        mode: null,
        on,
        because,
        note: null,
      }),
    ];
  });
}

/** A check as a fact, with what follows from it. */
export function checkEvents(
  check: Omit<SymptomCheck, "recordedAt" | "recordedBy">,
  deciding: Deciding,
): readonly JourneyEvent[] {
  const isOfRun = check.moment !== "any_time" && check.moment !== "before" && isAboutRun(check, deciding);
  return [event("symptomCheck", check), ...safetyEvents({ ...check, isOfRun }, deciding)];
}

/** A check that names no session anybody knows is taken to be of a run: rather a level too low than one too high. */
function isAboutRun(
  { logId, sessionId }: Pick<SymptomCheck, "logId" | "sessionId">,
  { record }: Deciding,
): boolean {
  const log = record.sessionLog.find(
    (row) => row.id === logId || (sessionId !== null && row.sessionId === sessionId),
  );
  const start = record.sessionStart.find((row) => row.sessionId === sessionId);
  const kind = log?.kind ?? start?.kind;
  return kind === undefined || kind === "walk_run" || kind === "technique";
}

/**
 * After facts about a session: plans in mode auto take the step they have earned, up to the level the coach allowed.
 * Asked of the record as it will be, so that the echo that completes the second clean session moves her on at once.
 */
export function withAutoSteps(decision: Decision, deciding: Deciding): Decision {
  if (!decision.ok) return decision;
  // A start is no session done: nobody has earned anything by it.
  if (decision.events.every(({ fact }) => fact === "sessionStart")) return decision;
  if (!deciding.journey.plans.some((plan) => plan.mode === "auto")) return decision;
  const after = deriveJourney(applyEvents(deciding.record, decision.events, SUPPOSED), deciding.today);
  const steps = after.plans.flatMap((plan) => {
    const { to, because } = plan.advice;
    if (plan.mode !== "auto" || !plan.mayLevelUp || plan.maxLevel === null || to > plan.maxLevel) return [];
    const { planId } = plan;
    const change = {
      planId,
      change: "level",
      level: to,
      mode: null,
      on: deciding.today,
      because: because.code,
    } as const;
    return [event("planChange", { id: deciding.newId(), ...change, note: null })];
  });
  return { ok: true, events: [...decision.events, ...steps] };
}
