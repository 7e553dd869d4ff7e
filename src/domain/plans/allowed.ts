import type { Journey, PlanState } from "../journey/journey.ts";
import { STEPS } from "../journey/steps.ts";
import { beyondLimit } from "./limits.ts";

/** May a session of this plan be done today? Running by the lock, everything else by its step and the holds. */
export function isAllowed(
  told: Pick<Journey, "lock" | "techniqueLock" | "holds" | "steps" | "limits" | "impactOpensOn">,
  plan: PlanState,
): boolean {
  if (told.holds.some((hold) => hold.covers === "everything")) return false;
  if (plan.advice.because.code === "retest_after_gap") return false;
  // Beyond the physio's limit, and no lower level to begin at instead.
  if (plan.advice.kind !== "regress" && beyondLimit(told.limits, plan)) return false;
  if (plan.kind === "walk_run") return told.lock.open;
  if (plan.kind === "technique") return told.techniqueLock.open;
  // Hopping and bounding wait for their day, also when a sign-off that allowed them earlier has ended.
  if (plan.impact && (told.impactOpensOn !== null || told.holds.some((hold) => hold.covers === "impact")))
    return false;
  const step = STEPS.find((row) => (row.protocolKinds as readonly string[]).includes(plan.kind));
  return told.steps.find((row) => row.id === step?.id)?.status !== "locked";
}
