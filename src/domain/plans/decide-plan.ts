import type { CommandOf } from "../journey/commands.ts";
import { notInPast } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import type { JourneyEvent, ProtocolOutline } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";
import { assignRefusal } from "./assignable.ts";
import { beyondLimit } from "./limits.ts";
import { weekdaysRefusal } from "./weekdays.ts";

type Assigning = CommandOf<"assignPlan">;

/**
 * Assigns a protocol version. Running is refused while the lock is shut, with every reason; on its first day the gate
 * must be open too. A plan of the same kind that is going on ends: one plan a kind.
 */
export function assignPlan(command: Assigning, deciding: Deciding): Decision {
  const outline = deciding.record.protocols.find((row) => row.versionId === command.protocolVersionId);
  if (!outline) return refuse({ code: "unknown", subject: "protocol" });
  const wrong =
    shapeRefusal(command, outline) ??
    notInPast("startsOn", command.startsOn, deciding) ??
    openRefusal(command, deciding) ??
    retestRefusal(command, deciding) ??
    weekdaysRefusal(outline, command.weekdays, walkingDaysOf(deciding)) ??
    limitRefusal(outline, command.level, deciding) ??
    impactRefusal(outline, command.level, deciding);
  if (wrong) return refuse(wrong);
  const { type: _, ...plan } = command;
  return accept(...endsOf(command, deciding), event("plan", plan));
}

function walkingDaysOf({ journey }: Deciding): readonly number[] {
  return journey.plans.find((plan) => plan.kind === "walking")?.weekdays ?? [];
}

function shapeRefusal({ kind, level, maxLevel }: Assigning, outline: ProtocolOutline): Refusal | null {
  const levels = outline.levels.length;
  if (outline.kind !== kind) return { code: "protocol_of_other_kind", kind: outline.kind };
  if (level >= levels) return { code: "level_out_of_range", level, levels };
  return maxLevel !== null && maxLevel >= levels
    ? { code: "level_out_of_range", level: maxLevel, levels }
    : null;
}

/** Is the step open today? And for what runs: is the gate open on its first day too? */
function openRefusal({ kind, startsOn }: Assigning, { journey, gateOn }: Deciding): Refusal | null {
  const today = assignRefusal(kind, journey);
  if (today || (kind !== "walk_run" && kind !== "technique")) return today;
  const reasons = gateOn(startsOn, kind);
  return reasons.length > 0 ? { code: "run_locked", reasons } : null;
}

/** A long break asks for the tests again; a new plan, which knows nothing of the break, is no way around them. */
function retestRefusal({ kind }: Assigning, { journey }: Deciding): Refusal | null {
  const because = journey.plans.find((plan) => plan.kind === kind)?.advice.because;
  return because?.code === "retest_after_gap" ? { code: "retest_needed", days: because.days } : null;
}

/** A level that goes beyond what the physio allows is not assigned. */
export function limitRefusal(outline: ProtocolOutline, level: number, { journey }: Deciding): Refusal | null {
  const asked = outline.levels[level];
  const beyond = asked ? beyondLimit(journey.limits, { kind: outline.kind, ...asked }) : null;
  if (!asked || !beyond) return null;
  return beyond.condition === "max_run_minutes"
    ? { code: "level_beyond_limit", minutes: asked.minutesRun, limit: beyond.minutes }
    : { code: "level_not_earned", because: { code: "limit", ...beyond } };
}

/** Hopping and bounding wait for their day. Running is asked of the lock. */
export function impactRefusal(
  outline: ProtocolOutline,
  level: number,
  { journey }: Deciding,
): Refusal | null {
  const on = journey.impactOpensOn;
  const isRun = outline.kind === "walk_run" || outline.kind === "technique";
  if (isRun || on === null || outline.levels[level]?.impact !== true) return null;
  return { code: "level_not_earned", because: { code: "impact_too_early", on } };
}

function endsOf({ kind }: Assigning, deciding: Deciding): readonly JourneyEvent[] {
  return deciding.journey.plans
    .filter((plan) => plan.kind === kind)
    .map((plan) =>
      changeEvent(plan, { change: "end", because: "new_plan", note: null }, deciding.newId(), deciding),
    );
}

type Change = Pick<CommandOf<"changePlan">, "change" | "note"> & {
  readonly because: string;
  readonly level?: number;
  readonly mode?: "propose" | "auto";
};

function changeEvent(plan: PlanState, change: Change, id: string, { today }: Deciding): JourneyEvent {
  const { level = null, mode = null, ...rest } = change;
  return event("planChange", { id, planId: plan.planId, level, mode, on: today, ...rest });
}

/** Changes a plan that is going on. Down is always allowed; up has to be earned, one level at a time. */
export function changePlan(command: CommandOf<"changePlan">, deciding: Deciding): Decision {
  const { id, planId, change, note } = command;
  const plan = deciding.journey.plans.find((row) => row.planId === planId);
  if (!plan) return endedOrUnknown(command, deciding);
  const write = (extra: Omit<Change, "change" | "note">) =>
    accept(changeEvent(plan, { change, note, ...extra }, id, deciding));
  switch (change) {
    case "pause":
      return plan.paused ? accept() : write({ because: "coach_decision" });
    case "resume":
      return plan.paused ? (resumeRefusal(plan, deciding) ?? write({ because: "coach_decision" })) : accept();
    case "end":
      return write({ because: "coach_decision" });
    case "mode":
      if (command.mode === null || command.mode === plan.mode) return accept();
      return write({ because: "coach_decision", mode: command.mode });
    case "level":
      return changeLevel(command, plan, deciding, write);
  }
}

function endedOrUnknown({ planId, change }: CommandOf<"changePlan">, { record }: Deciding): Decision {
  if (!record.plan.some((plan) => plan.id === planId)) return refuse({ code: "unknown", subject: "plan" });
  return change === "end" ? accept() : refuse({ code: "plan_ended" });
}

function resumeRefusal(plan: PlanState, { journey }: Deciding): Decision | null {
  const lock =
    plan.kind === "walk_run" ? journey.lock : plan.kind === "technique" ? journey.techniqueLock : null;
  return lock && !lock.open ? refuse({ code: "run_locked", reasons: lock.reasons }) : null;
}

function changeLevel(
  { level, note }: CommandOf<"changePlan">,
  plan: PlanState,
  deciding: Deciding,
  write: (extra: Omit<Change, "change" | "note">) => Decision,
): Decision {
  if (level === null || level === plan.level) return accept();
  if (level >= plan.levels) return refuse({ code: "level_out_of_range", level, levels: plan.levels });
  if (level < plan.level)
    return write({
      because: plan.advice.kind === "regress" ? plan.advice.because.code : "coach_decision",
      level,
    });
  const outline = deciding.record.protocols.find((row) => row.versionId === plan.protocolVersionId);
  const beyond = outline
    ? (limitRefusal(outline, level, deciding) ?? impactRefusal(outline, level, deciding))
    : null;
  if (beyond) return refuse(beyond);
  const isEarned = plan.mayLevelUp && level === plan.advice.to;
  if (isEarned) return write({ because: plan.advice.because.code, level });
  // Without impact the coach may judge otherwise and says why. With impact nobody skips what the body has to answer.
  const isImpact = plan.impact || outline?.levels[level]?.impact === true;
  if (isImpact || note === null) return refuse({ code: "level_not_earned", because: plan.advice.because });
  return write({ because: "coach_decision", level });
}
