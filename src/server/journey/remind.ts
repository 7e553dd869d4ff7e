import { createHash, randomUUID } from "node:crypto";
import { type Reminder, remindersDue } from "../../domain/clearance/reminders.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Day } from "../../domain/shared/day.ts";
import { newTicket } from "../tickets.ts";
import type { Ask } from "./settle.ts";

type Mail = {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  /** Beside the key, when several people are told of one thing. */
  readonly to: string;
  readonly requestId?: string;
  readonly tokenHash?: Uint8Array;
  readonly toldOn?: Day;
};

/** A secret of her own for a physio's mail: sealed in the mail's job, hashed in the link. */
function withLink(requestId: string, more: Record<string, unknown>) {
  const ticket = newTicket();
  const payload = { linkId: randomUUID(), sealed: ticket.sealed, ...more };
  return { payload, requestId, tokenHash: ticket.hash };
}

/** Who is told, and how. Ids only: addresses are looked up when it leaves, and no mail says why. */
function mailsOf(reminder: Reminder, clientId: string, today: Day): readonly Mail[] {
  switch (reminder.kind) {
    case "request": {
      const link = withLink(reminder.requestId, { reminder: true });
      return [{ kind: "physio_request", to: "physio", ...link, toldOn: today }];
    }
    case "review": {
      const { physioId } = reminder;
      const payload = { notice: "review_near", clientId };
      return [
        { kind: "notice", to: "mum", payload },
        { kind: "coach_notice", to: "coach", payload },
        { kind: "physio_notice", to: "physio", payload: { ...payload, physioId } },
      ];
    }
    case "month": {
      const { physioId, requestId } = reminder;
      return [{ kind: "physio_month", to: "physio", ...withLink(requestId, { physioId }) }];
    }
  }
}

/** The same key is the same id: Postgres keeps a second one out. */
function idOf(key: string): string {
  const hex = createHash("sha256").update(`reminder ${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Puts what is due for her into the outbox, each once.
 * @returns true when a fact came of it: her record is to be read again
 */
export async function remind(ask: Ask, record: ClientRecord, today: Day): Promise<boolean> {
  const clientId = record.client.id;
  let isTold = false;
  for (const reminder of remindersDue(record, today)) {
    for (const mail of mailsOf(reminder, clientId, today)) {
      const { kind, to, payload, requestId = null, tokenHash = null, toldOn = null } = mail;
      const [row] = await ask<{ put: boolean }>(
        "SELECT app.put_reminder($1::uuid, $2::uuid, $3, $4::jsonb, $5::uuid, $6::bytea, $7::date) AS put",
        idOf(`${reminder.key} ${to}`),
        clientId,
        kind,
        JSON.stringify(payload),
        requestId,
        tokenHash,
        toldOn,
      );
      isTold ||= (row?.put ?? false) && toldOn !== null;
    }
  }
  return isTold;
}
