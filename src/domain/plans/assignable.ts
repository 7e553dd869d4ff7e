import type { Refusal } from "../journey/decision.ts";
import type { Journey, RunningLock } from "../journey/journey.ts";
import { type ProtocolKind, STEPS } from "../journey/steps.ts";

/** The day after the last impact (point 6) is asked at every start; a plan is made for longer than that. */
export function lastingReasons(lock: RunningLock): RunningLock["reasons"] {
  return lock.reasons.filter((reason) => reason.point !== 6);
}

/**
 * May a protocol of this kind be assigned to her today, and if not, why not: the lock for what runs, the step for the
 * rest. The same answer stands beside the button before it is pressed and in the refusal afterwards.
 */
export function assignRefusal(
  kind: ProtocolKind,
  journey: Pick<Journey, "lock" | "techniqueLock" | "steps">,
): Extract<Refusal, { code: "run_locked" | "step_locked" }> | null {
  if (kind === "walk_run" || kind === "technique") {
    const shut = lastingReasons(kind === "walk_run" ? journey.lock : journey.techniqueLock);
    return shut.length === 0 ? null : { code: "run_locked", reasons: shut };
  }
  const id = STEPS.find((row) => (row.protocolKinds as readonly string[]).includes(kind))?.id;
  const step = journey.steps.find((row) => row.id === id);
  if (!step || (step.status !== "locked" && step.status !== "held")) return null;
  const missing = step.entry.filter((row) => row.met !== "met").map((row) => row.reason);
  return { code: "step_locked", step: step.id, reasons: missing.length > 0 ? missing : [step.reason] };
}
