import type { CommandOf } from "../journey/commands.ts";
import { accept, type Deciding, type Decision, event, refuse } from "../journey/decision.ts";
import type { Plan, PlanChange } from "../journey/facts.ts";
import { lastingReasons } from "./assignable.ts";
import { newest } from "../shared/newest.ts";

/**
 * Takes an assignment back while nothing was begun under it: the plan ends, and the one it replaced goes on where it was.
 * Nothing is erased; both are changes of today.
 */
export function undoAssign({ id, planId }: CommandOf<"undoAssign">, deciding: Deciding): Decision {
  const { record, journey, today, newId } = deciding;
  const plan = record.plan.find((row) => row.id === planId);
  if (!plan) return refuse({ code: "unknown", subject: "plan" });
  if (!journey.plans.some((row) => row.planId === planId)) return refuse({ code: "plan_ended" });
  const isBegun = [...record.sessionStart, ...record.sessionLog].some((row) => row.planId === planId);
  if (isBegun) return refuse({ code: "plan_begun" });
  const change = { level: null, mode: null, on: today, because: "undone", note: null } as const;
  const before = mayGoOn(plan.kind, deciding) ? replacedBy(deciding, planId) : null;
  return accept(
    event("planChange", { ...change, id, planId, change: "end" }),
    ...(before ? [event("planChange", { ...change, id: newId(), planId: before, change: "resume" })] : []),
  );
}

/** Running that is shut meanwhile is not taken up again by taking something back. */
function mayGoOn(kind: Plan["kind"], { journey }: Deciding): boolean {
  if (kind !== "walk_run" && kind !== "technique") return true;
  return lastingReasons(kind === "walk_run" ? journey.lock : journey.techniqueLock).length === 0;
}

/** The plan of the same kind that ended for this one, if any: the last one that had to give way before it came. */
function replacedBy({ record }: Deciding, planId: string): string | null {
  const plan = record.plan.find((row) => row.id === planId);
  if (!plan) return null;
  const kin = new Set(
    record.plan.filter((row) => row.kind === plan.kind && row.id !== planId).map((row) => row.id),
  );
  const gaveWay = newest<PlanChange>(
    record.planChange,
    (row) => kin.has(row.planId) && row.because === "new_plan" && row.recordedAt <= plan.recordedAt,
  );
  const earlier = newest(record.plan, (row) => kin.has(row.id) && row.recordedAt <= plan.recordedAt);
  return gaveWay && gaveWay.planId === earlier?.id ? gaveWay.planId : null;
}
