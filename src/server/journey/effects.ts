import { randomUUID } from "node:crypto";
import type { ClientRecord, JourneyEvent } from "../../domain/journey/facts.ts";
import type { Day } from "../../domain/shared/day.ts";
import { redFlagSigns } from "../../domain/shared/findings.ts";

/** Something that leaves after commit. The payload holds ids; the worker looks up addresses when it sends. */
export type Effect = {
  readonly id: string;
  readonly kind: string;
  readonly payload: Record<string, unknown>;
};

const NOTICES = {
  clearance: "clearance_signed",
  assessment: "document_arrived",
  clearanceWithdrawal: "clearance_withdrawn",
} as const satisfies Partial<Record<JourneyEvent["fact"], string>>;

/** What the new facts send: only that there is something to see, never what (a lock screen may show it). */
export function effectsOf(
  before: ClientRecord,
  _after: ClientRecord,
  events: readonly JourneyEvent[],
  _today: Day,
): Effect[] {
  const clientId = before.client.id;
  return events.flatMap((event): Effect[] => {
    const notice = NOTICES[event.fact as keyof typeof NOTICES];
    if (notice)
      return [{ id: randomUUID(), kind: "notice", payload: { notice, clientId, factId: event.row.id } }];
    // Her screen tells her that the coach is alerted now: this is that alert.
    if (event.fact === "symptomCheck" && redFlagSigns(event.row.findings).length > 0) {
      return [{ id: randomUUID(), kind: "coach_notice", payload: { notice: "red_flag", clientId } }];
    }
    return [];
  });
}
