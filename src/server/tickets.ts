import { randomBytes } from "node:crypto";
import { tokenHash } from "./db/with-actor.ts";
import { sealText } from "./sealed-text.ts";

export type Ticket = {
  /** 256 bits, url-safe. Only ever in a mail, in the part of an address that browsers do not send. */
  readonly token: string;
  /** What the database keeps (`token_hash`). */
  readonly hash: Buffer<ArrayBuffer>;
  /** What the outbox keeps until the mail has left (`payload.sealed`). */
  readonly sealed: string;
};

/** A secret for an invitation, a physio's link or a session. */
export function newTicket(): Ticket {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token), sealed: sealText(token) };
}
