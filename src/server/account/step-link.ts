import { z } from "zod";
import { maskEmail } from "../../lib/email-address.ts";
import { databases } from "../db/pools.ts";
import { browserHashOf, markBrowser } from "./browser-mark.ts";
import { checkCode, sendCode, useUp } from "./codes.ts";
import { browserCookieName, linkCookieName } from "./cookies.ts";
import { asDoorman } from "../db/doorman.ts";
import {
  coachesBesideLink,
  createLinkSession,
  linkOf,
  linkSessionEmail,
  linkVisitorName,
  revokeLinkToken,
  stepUpLink,
} from "./link-session.ts";
import { mayTry } from "../limits.ts";
import { tokenHash } from "../db/with-actor.ts";
import { enter } from "./enter.ts";
import { personWith } from "./people.ts";
import { sessionOf } from "./sessions.ts";
import { codeSchema } from "./step-sign-in.ts";
import { step, TurnedAway, type Visit } from "../visit.ts";

/** A token out of an address's fragment. */
export const tokenSchema = z.string().min(1).max(200);

async function liveLink(token: string, visit: Visit) {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const db = databases().auth;
  const link = await linkOf(db, token);
  if (link?.state !== "live") throw new TurnedAway("over");
  const session = visit.token ? await sessionOf(visit.token) : null;
  const here = { userId: session?.userId ?? null, browserHash: browserHashOf(visit) };
  if (await coachesBesideLink(db, here, token)) throw new TurnedAway("same_browser");
  return link;
}

export const openLink = step({ token: tokenSchema }, async ({ token }, visit) => {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const link = await linkOf(databases().auth, token);
  // Wrong, ended, run out or meant for something else: one answer, so that a token can be tried and nothing is learnt.
  if (link?.state !== "live") return { state: "over" as const };
  const { state, practiceName, physioName, email } = link;
  return { state, practiceName, physioName, sentTo: maskEmail(email) };
});

export const askLinkCode = step({ token: tokenSchema }, async ({ token }, visit) => {
  const link = await liveLink(token, visit);
  await sendCode(link.email, "link", visit);
  return { sent: true };
});

export const verifyLinkCode = step(
  { token: tokenSchema, code: codeSchema },
  async ({ token, code }, visit) => {
    const link = await liveLink(token, visit);
    const asked = await checkCode(code, "link", visit);
    // A code mailed for one link opens no link that went to another address.
    if (asked.email !== link.email) throw new TurnedAway("wrong");
    const opened = await asDoorman(async (db) => {
      await useUp(db, asked.id);
      const { device } = visit;
      return createLinkSession(db, { linkId: link.linkId, device, browserHash: markBrowser(visit) });
    });
    const before = visit.cookie(linkCookieName());
    if (before) await revokeLinkToken(before);
    visit.setCookie(linkCookieName(), opened.token, opened.maxAgeSeconds);
    visit.dropCookie(browserCookieName());
    return { next: "/physio/request" };
  },
);

/**
 * She wants her list: an account for the address she has just proved, and every practice's requests to it behind one sign-in.
 * Never from a visit that was merely left open: the last code is minutes old, or the answer is `prove`.
 */
export const keepList = step({}, async (_input, visit) => {
  const { token, email } = await linkVisitor(visit);
  const keep = await asDoorman(async (db) => {
    const person = await personWith(db, email, await linkVisitorName(db, token));
    if (!person) throw new TurnedAway("wrong");
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT app.keep_physio(${tokenHash(token)}, ${person.id}::uuid) AS n`;
    if (!row?.n) throw new TurnedAway("prove");
    return enter(db, visit, person.id, ["code"], false);
  });
  keep();
  return { next: "/physio" };
});

async function linkVisitor(visit: Visit) {
  const token = visit.cookie(linkCookieName());
  const email = token ? await linkSessionEmail(token) : null;
  if (!token || !email) throw new TurnedAway("not_signed_in");
  return { token, email };
}

export const askLinkStepUp = step({}, async (_input, visit) => {
  const { email } = await linkVisitor(visit);
  await sendCode(email, "link_step_up", visit);
  return { sent: true, sentTo: maskEmail(email) };
});

export const verifyLinkStepUp = step({ code: codeSchema }, async ({ code }, visit) => {
  const { token, email } = await linkVisitor(visit);
  const asked = await checkCode(code, "link_step_up", visit);
  if (asked.email !== email) throw new TurnedAway("wrong");
  const opened = await asDoorman(async (db) => {
    await useUp(db, asked.id);
    return stepUpLink(db, token);
  });
  if (!opened) throw new TurnedAway("not_signed_in");
  visit.setCookie(linkCookieName(), opened.token, opened.maxAgeSeconds);
  visit.dropCookie(browserCookieName());
  return { done: true };
});
