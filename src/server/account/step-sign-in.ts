import { z } from "zod";
import { env } from "../../env.ts";
import { emailSchema } from "../../lib/email-address.ts";
import { databases } from "../db/pools.ts";
import { checkCode, sendCode, useUp } from "./codes.ts";
import { linkCookieName, sessionCookieName } from "./cookies.ts";
import { DEMO_PEOPLE } from "./demo-people.ts";
import { asDoorman } from "../db/doorman.ts";
import { DOORS, enter, keepSession, signedIn } from "./enter.ts";
import { mayTry } from "../limits.ts";
import { revokeLinkToken } from "./link-session.ts";
import { matchesPassword } from "./passwords.ts";
import { personOf, personWith, rolesOf } from "./people.ts";
import { renewForRole, revokeToken } from "./sessions.ts";
import { step, TurnedAway } from "../visit.ts";

/** A code as typed or carried by a link: short, so that nothing long is hashed. */
export const codeSchema = z.string().max(64);
/** A name people may write as they like; control characters would get into mail headers. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, "required")
  .max(120, "too_long")
  .regex(/^[^\p{Cc}]*$/u, "characters");

export const askCode = step({ email: emailSchema }, async ({ email }, visit) => {
  await sendCode(email, "sign_in", visit);
  return { sent: true };
});

export const verifyCode = step({ code: codeSchema }, async ({ code }, visit) => {
  const asked = await checkCode(code, "sign_in", visit);
  const keep = await asDoorman(async (db) => {
    await useUp(db, asked.id);
    const person = await personOf(db, asked.email);
    if (!person) throw new TurnedAway("wrong");
    return enter(db, visit, person.id, ["code"], false);
  });
  keep();
  return { next: DOORS };
});

/** Signing up answers the same for an address that has an account: whoever proves it is simply signed in. */
export const askSignUp = step({ email: emailSchema, name: nameSchema }, async ({ email }, visit) => {
  await sendCode(email, "sign_up", visit);
  return { sent: true };
});

export const verifySignUp = step({ code: codeSchema, name: nameSchema }, async ({ code, name }, visit) => {
  const asked = await checkCode(code, "sign_up", visit);
  const keep = await asDoorman(async (db) => {
    await useUp(db, asked.id);
    const person = await personWith(db, asked.email, name);
    if (!person) throw new TurnedAway("wrong");
    return enter(db, visit, person.id, ["code"], false);
  });
  keep();
  return { next: DOORS };
});

export const signInWithPassword = step(
  { email: emailSchema, password: z.string().max(256) },
  async ({ email, password }, visit) => {
    if (!(await mayTry("password", email, visit.addressPrefix))) throw new TurnedAway("too_many");
    const person = await personOf(databases().auth, email);
    // Nobody's password is checked against a stand-in, so that both answers take the same work.
    const matches = await matchesPassword(person?.passwordHash ?? null, password);
    if (!person || !matches) throw new TurnedAway("wrong");
    const keep = await asDoorman((db) => enter(db, visit, person.id, ["password"], false));
    keep();
    return { next: DOORS };
  },
);

/** One click in a demo, for the people the demo was made with and nobody else. */
export const signInAsDemo = step({ as: z.enum(["coach", "mum", "physio"]) }, async ({ as }, visit) => {
  if (!env().DEMO) throw new TurnedAway("not_found");
  const keep = await asDoorman(async (db) => {
    const person = await personOf(db, DEMO_PEOPLE[as]);
    const roles = person ? await rolesOf(db, person.id) : [];
    if (!person || roles.length === 0 || !roles.every((role) => role.isDemo))
      throw new TurnedAway("not_found");
    return enter(db, visit, person.id, ["demo"], true);
  });
  keep();
  return { next: DOORS };
});

/** After she founded or joined something: a new token for what she is now. */
export const renew = step({}, async (_input, visit) => {
  const session = await signedIn(visit);
  const opened = await renewForRole(session.token);
  if (!opened) throw new TurnedAway("not_signed_in");
  keepSession(visit, opened);
  return { next: DOORS };
});

/** Ends the session here, and a physio's link session; the browser forgets what it kept. */
export const signOut = step({}, async (_input, visit) => {
  const link = visit.cookie(linkCookieName());
  if (visit.token) await revokeToken(databases().auth, visit.token);
  if (link) await revokeLinkToken(link);
  visit.dropCookie(sessionCookieName());
  visit.dropCookie(linkCookieName());
  // Not "storage": what she told and could not send yet waits there, sealed, for her next sign-in. The page clears the rest.
  visit.setHeader("clear-site-data", '"cache"');
  return { next: "/signed-out" };
});
