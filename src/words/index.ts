import account from "./en/account.json" with { type: "json" };
import attention from "./en/attention.json" with { type: "json" };
import broken from "./en/broken.json" with { type: "json" };
import coach from "./en/coach.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import explain from "./en/explain.json" with { type: "json" };
import journey from "./en/journey.json" with { type: "json" };
import mail from "./en/mail.json" with { type: "json" };
import mum from "./en/mum.json" with { type: "json" };
import papers from "./en/papers.json" with { type: "json" };
import physio from "./en/physio.json" with { type: "json" };
import protocols from "./en/protocols.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };
import reports from "./en/reports.json" with { type: "json" };
import tests from "./en/tests.json" with { type: "json" };

/**
 * All words for people, one file a room, in ICU message format. A translation is another folder of the same shape.
 * Codes come from the domain; only here do they become sentences. For the server: a component of the browser that took
 * this file would take every sentence of the house along, so it may only take its types (`browser.test.ts`).
 */
export const en = {
  account,
  attention,
  broken,
  coach,
  common,
  explain,
  journey,
  mail,
  mum,
  papers,
  physio,
  protocols,
  refusals,
  reports,
  tests,
};

export type Words = typeof en;
export type WordsRoom = keyof Words;

/** The words of some rooms: what a page hands to its components in the browser, and no more. */
export function wordsOf<R extends WordsRoom>(rooms: readonly R[]): Pick<Words, R> {
  return Object.fromEntries(rooms.map((room) => [room, en[room]])) as unknown as Pick<Words, R>;
}
