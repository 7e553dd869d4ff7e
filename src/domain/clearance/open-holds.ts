import type { ClientRecord, Hold, HoldReason } from "../journey/facts.ts";
import { isNewer } from "../shared/newest.ts";
import { answeredUntil, latestBirth } from "./standing.ts";

/** Reasons that a sign-off recorded after the hold answers. The others end by a lift (a pregnancy also by a birth). */
const ANSWERED_BY_CLEARANCE = new Set<HoldReason>(["pelvic_symptom", "red_flag", "physio_decision"]);

/** Every hold that still stands, each by itself, oldest first. Time lifts nothing. */
export function openHoldRows(record: ClientRecord): readonly Hold[] {
  if (record.hold.length === 0) return [];
  const lifted = new Set(record.holdLift.map((lift) => lift.holdId));
  const until = answeredUntil(record);
  const bornOn = latestBirth(record)?.bornOn;
  const open = record.hold.filter((hold) => {
    if (lifted.has(hold.id)) return false;
    if (hold.reason === "new_pregnancy") return bornOn === undefined || hold.placedOn > bornOn;
    return !(ANSWERED_BY_CLEARANCE.has(hold.reason) && until !== null && until > hold.recordedAt);
  });
  return open.toSorted((a, b) => (isNewer(a, b) ? 1 : -1));
}
