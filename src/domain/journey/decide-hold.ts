import type { CommandOf } from "./commands.ts";
import { accept, type Deciding, type Decision, event, refuse } from "./decision.ts";
import type { HoldLift } from "./facts.ts";
import { wayOutOf } from "./holds.ts";
import type { OpenHold } from "./journey.ts";

export function placeHold(command: CommandOf<"placeHold">, { journey, today }: Deciding): Decision {
  const { id, covers, reason, note } = command;
  const isThere = journey.holds.some((hold) => hold.reason === reason && hold.covers === covers);
  if (isThere) return accept();
  return accept(event("hold", { id, covers, reason, placedOn: today, sourceId: null, note }));
}

/**
 * Ends a hold, and with it those of the same cause. Who may depends on why it was placed: what a body said is
 * answered by a physio, a decision by the person who took it. Time lifts nothing.
 */
export function liftHold(command: CommandOf<"liftHold">, deciding: Deciding): Decision {
  const { record, journey, today, newId } = deciding;
  const row = record.hold.find((hold) => hold.id === command.holdId);
  if (!row) return refuse({ code: "unknown", subject: "hold" });
  const group = journey.holds.find((hold) => hold.ids.includes(row.id));
  // No longer open: lifted before, or ended by a sign-off or a birth.
  if (!group) return accept();
  const wrong = liftRefusal(command, group, deciding);
  if (wrong) return wrong;
  const lift = (id: string, holdId: string): Omit<HoldLift, "recordedAt" | "recordedBy"> => ({
    id,
    holdId,
    liftedOn: today,
    reason: command.reason,
  });
  const others = group.ids.filter((id) => id !== row.id);
  return accept(
    event("holdLift", lift(command.id, row.id)),
    ...others.map((holdId) => event("holdLift", lift(newId(), holdId))),
  );
}

function liftRefusal(command: CommandOf<"liftHold">, hold: OpenHold, deciding: Deciding): Decision | null {
  const wayOut = wayOutOf(hold);
  const { reason } = hold;
  const isStaff = command.by === "coach" || command.by === "owner";
  const notYours = refuse({ code: "hold_not_yours", reason, wayOut });
  switch (wayOut) {
    case "physio_decides":
    case "next_birth_or_physio":
      return physioRefusal(command, hold, deciding);
    case "seen_then_coach":
      if (command.by === "physio") return physioRefusal(command, hold, deciding);
      return isStaff ? seenRefusal(hold, deciding) : notYours;
    case "coach_lifts":
      return isStaff || command.by === "physio" ? null : notYours;
    case "mum_lifts":
      // Her own no is hers; what she was ill with she or her coach knows to be over.
      return command.by === "client" || (isStaff && reason === "illness") ? null : notYours;
  }
}

/**
 * A physio lifts only while her own sign-off stands: her credential was checked and mum confirmed her. Otherwise
 * anyone with a link could open the gate; a new sign-off, which asks for both, is the way then. A pregnancy never
 * ends by a lift.
 */
function physioRefusal(
  command: CommandOf<"liftHold">,
  hold: OpenHold,
  { journey }: Deciding,
): Decision | null {
  const { reason } = hold;
  if (command.by !== "physio") return refuse({ code: "hold_needs_physio", reason });
  const { clearance } = journey;
  const isSigner = clearance.status === "standing" && clearance.physioId === command.physioId;
  if (isSigner && reason !== "new_pregnancy") return null;
  return refuse({ code: "hold_needs_new_clearance", reason });
}

/** After a red flag the coach lets her move again once a person saw it, and never on the day itself. */
function seenRefusal(hold: OpenHold, { record, journey, today }: Deciding): Decision | null {
  const unseen = journey.redFlags.some((flag) => flag.acknowledgedAt === null);
  if (unseen) return refuse({ code: "acknowledge_first" });
  const isFresh = record.hold.some((row) => hold.ids.includes(row.id) && row.placedOn >= today);
  return isFresh ? refuse({ code: "not_on_the_same_day" }) : null;
}
