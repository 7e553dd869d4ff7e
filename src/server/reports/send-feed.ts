import { createHash } from "node:crypto";
import { type Calendar, calendarText } from "../../lib/ics/calendar.ts";
import { databaseRefusal, isUnavailable } from "../db/errors.ts";
import { type Actor, type Tx, withActor } from "../db/with-actor.ts";
import { isSame } from "../../domain/shared/same.ts";
import { addressPrefixOf } from "../device.ts";
import { env } from "../../env.ts";
import { mayFetch } from "../limits.ts";
import { log } from "../log.ts";
import { coachsCalendar, mumsCalendar } from "./feed-calendar.ts";
import { tellFeed } from "./feed-commands.ts";
import { coachDays, ownFeed, ownZone } from "./feed-queries.ts";
import { type Told, toldFrom, toldNow } from "./feed-told.ts";
import { plannedSessions } from "./planned-queries.ts";

/** The calendar keeps its own copy; nobody on the way shall. */
const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
const ADDRESS = /^([\w-]{43})\.ics$/;

const bare = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...HEADERS, ...headers } });

type Made = {
  readonly calendar: Calendar;
  /** What was told before and is told now; null where every event counts its own changes. */
  readonly telling: { readonly before: Told; readonly now: Told } | null;
};

async function calendarOf(tx: Tx, actor: Actor, now: Date): Promise<Made | null> {
  const shell = { tx, actor, now };
  const address = env().APP_URL;
  const feed = await ownFeed(shell);
  if (!feed) return null;
  if (actor.memberId) {
    const days = await coachDays(shell);
    const before = toldFrom(feed.told);
    const telling = { before, now: toldNow(before, days, days.today, now) };
    return {
      calendar: coachsCalendar(days, telling.now, actor.memberId, address),
      telling,
    };
  }
  if (!actor.clientId) return null;
  const zone = await ownZone(shell, actor.clientId);
  const calendar = mumsCalendar(await plannedSessions(shell), { ...feed, zone, address });
  return { calendar, telling: null };
}

/** Two calendars that look at once must not be told two things under one number: the slower one looks again. */
const LOOKS = 5;

/** The calendar behind an address, what it tells written down; null when there is none. */
async function told(token: string, now: Date, looks = LOOKS): Promise<Calendar | null> {
  const made = await withActor({ kind: "feed", token }, "read", (tx, actor) => calendarOf(tx, actor, now));
  if (!made?.telling || isSame(made.telling.before, made.telling.now)) return made?.calendar ?? null;
  if (await tellFeed(token, made.telling.before, made.telling.now)) return made.calendar;
  if (looks === 1) throw new Error("a feed was told by others each time");
  return told(token, now, looks - 1);
}

/**
 * Answers a calendar that asks for its feed: no cookie, no sign-in, the secret in the address and nothing else. What it
 * holds is what its owner could see herself. 404 for every address that is not live, the same bytes whatever the reason;
 * 429 when asked too often; 304 when nothing changed.
 */
export async function sendFeed(request: Request, name: string, now: Date): Promise<Response> {
  const token = ADDRESS.exec(name)?.[1];
  try {
    const from = addressPrefixOf(request.headers.get("x-forwarded-for"));
    if (!(await mayFetch(token ?? null, from))) return bare(429, { "Retry-After": "900" });
    if (token === undefined) return bare(404);
    const calendar = await told(token, now);
    if (!calendar) return bare(404);
    const body = calendarText(calendar);
    const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
    if (request.headers.get("if-none-match")?.includes(etag)) return bare(304, { ETag: etag });
    const type = "text/calendar; charset=utf-8";
    return new Response(body, { headers: { ...HEADERS, ETag: etag, "Content-Type": type } });
  } catch (error) {
    if (databaseRefusal(error) === "not_signed_in") return bare(404);
    if (isUnavailable(error)) return bare(503, { "Retry-After": "60" });
    // Not the address: it is a secret.
    log().error({ err: error, step: "feed" });
    return bare(500);
  }
}
