import { randomUUID } from "node:crypto";
import { maskEmail, normaliseEmail } from "../../lib/email-address.ts";
import { databases } from "../db/pools.ts";
import { tokenHash } from "../db/with-actor.ts";
import { checkCode, sendCode, useUp } from "./codes.ts";
import { asDoorman, type Doorman } from "../db/doorman.ts";
import { DOORS, enter } from "./enter.ts";
import { mayTry } from "../limits.ts";
import { personWith } from "./people.ts";
import { tokenSchema } from "./step-link.ts";
import { codeSchema } from "./step-sign-in.ts";
import { step, TurnedAway, type Visit } from "../visit.ts";

type Ticket = {
  purpose: "client" | "coach";
  practiceName: string;
  inviter: string;
  name: string;
  email: string;
};

async function ticketOf(db: Doorman, token: string): Promise<Ticket | null> {
  const [row] = await db.$queryRaw<Ticket[]>`
    SELECT purpose, practice_name AS "practiceName", inviter, name, email FROM app.open_ticket(${tokenHash(token)})`;
  const email = row ? normaliseEmail(row.email) : null;
  return row && email ? { ...row, email } : null;
}

async function liveTicket(token: string, visit: Visit): Promise<Ticket> {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const ticket = await ticketOf(databases().auth, token);
  // Used, ended, voided and never made: one answer.
  if (!ticket) throw new TurnedAway("over");
  return ticket;
}

/** Who invites to what. Opening uses nothing up, so a mail scanner may look as often as it likes. */
export const openTicket = step({ token: tokenSchema }, async ({ token }, visit) => {
  const { purpose, practiceName, inviter, name, email } = await liveTicket(token, visit);
  return { purpose, practiceName, inviter, name, sentTo: maskEmail(email) };
});

/** Mails the code to the invited address, whoever asks. */
export const askTicketCode = step({ token: tokenSchema }, async ({ token }, visit) => {
  const ticket = await liveTicket(token, visit);
  await sendCode(ticket.email, "join", visit);
  return { sent: true };
});

/** Code and ticket together make the account and open the practice to her: all of it or nothing. */
export const acceptTicket = step({ token: tokenSchema, code: codeSchema }, async ({ token, code }, visit) => {
  const ticket = await liveTicket(token, visit);
  const asked = await checkCode(code, "join", visit);
  if (asked.email !== ticket.email) throw new TurnedAway("wrong");
  const keep = await asDoorman(async (db) => {
    await useUp(db, asked.id);
    const person = await personWith(db, asked.email, ticket.name);
    if (!person) throw new TurnedAway("wrong");
    const [accepted] = await db.$queryRaw<{ practice: string | null }[]>`
      SELECT app.accept_ticket(${tokenHash(token)}, ${person.id}::uuid, ${randomUUID()}::uuid)::text AS practice`;
    if (!accepted?.practice) throw new TurnedAway("over");
    return enter(db, visit, person.id, ["code"], false);
  });
  keep();
  return { next: DOORS };
});
