import { openHoldRows } from "../clearance/open-holds.ts";
import type { ClientRecord, Hold } from "./facts.ts";
import type { OpenHold } from "./journey.ts";
import type { WayOut } from "./reasons.ts";

/** Open holds told as people see them: those of one cause and reach as one, with the way out. */
export function openHolds(record: ClientRecord): readonly OpenHold[] {
  const groups = new Map<string, OpenHold>();
  for (const hold of openHoldRows(record)) {
    const key = `${hold.reason} ${hold.covers}`;
    const known = groups.get(key);
    groups.set(key, {
      ids: [...(known?.ids ?? []), hold.id],
      covers: hold.covers,
      reason: hold.reason,
      since: known && known.since < hold.placedOn ? known.since : hold.placedOn,
      sourceId: hold.sourceId ?? known?.sourceId ?? null,
      note: hold.note ?? known?.note ?? null,
      wayOut: wayOutOf(hold),
    });
  }
  return [...groups.values()];
}

/** How a hold ends. There is always a way, and it always names a person or an event. */
export function wayOutOf(hold: Pick<Hold, "reason" | "covers">): WayOut {
  switch (hold.reason) {
    case "red_flag":
      // Two holds come from a red flag: everything (until someone saw her) and running (until a physio decides).
      return hold.covers === "everything" ? "seen_then_coach" : "physio_decides";
    case "pelvic_symptom":
    case "surgery":
    case "physio_decision":
      return "physio_decides";
    case "new_pregnancy":
      return "next_birth_or_physio";
    case "pain":
    case "bleeding":
    case "coach_decision":
      return "coach_lifts";
    case "illness":
    case "client_decision":
      return "mum_lifts";
  }
}
