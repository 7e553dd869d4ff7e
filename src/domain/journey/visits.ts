import type { ClientRecord } from "./facts.ts";
import type { Visit } from "./journey.ts";
import type { StepId } from "./steps.ts";

/** Visits of every step as written down, oldest first. A visit is never erased: coming back is another one. */
export function visitsByStep(record: ClientRecord): ReadonlyMap<StepId, readonly Visit[]> {
  const closings = new Map(record.stepVisitClosing.map((closing) => [closing.visitId, closing]));
  const byStep = new Map<StepId, Visit[]>();
  for (const row of record.stepVisit) {
    const closing = closings.get(row.id);
    const visit: Visit = {
      id: row.id,
      cycle: row.cycle,
      openedOn: row.openedOn,
      why: row.reason,
      openedBy: row.recordedBy.kind,
      note: row.note,
      recordedAt: row.recordedAt,
      closedOn: closing?.closedOn ?? null,
      how: closing?.how ?? null,
    };
    const list = byStep.get(row.step);
    if (list) list.push(visit);
    else byStep.set(row.step, [visit]);
  }
  for (const [step, list] of byStep) byStep.set(step, withFirst(list.toSorted((a, b) => a.cycle - b.cycle)));
  return byStep;
}

/** A first visit that was never written down is told before the second, so that no cycle is missing. */
function withFirst(written: readonly Visit[]): Visit[] {
  const [first] = written;
  if (!first || first.cycle === 1) return [...written];
  const before = { ...unwrittenVisit(null), closedOn: first.openedOn, how: "criteria_met" } as const;
  return [before, ...written];
}

/** The first visit of a step that opened by itself and was never written down. */
export function unwrittenVisit(openedOn: Visit["openedOn"]): Visit {
  return {
    id: null,
    cycle: 1,
    openedOn,
    why: "criteria_met",
    openedBy: "system",
    note: null,
    recordedAt: null,
    closedOn: null,
    how: null,
  };
}
