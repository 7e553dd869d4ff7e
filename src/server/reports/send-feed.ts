import { createHash } from "node:crypto";
import { type Calendar, calendarText } from "../../lib/ics/calendar.ts";
import { databaseRefusal, isUnavailable } from "../db/errors.ts";
import { type Actor, type Tx, withActor } from "../db/with-actor.ts";
import { addressPrefixOf } from "../device.ts";
import { env } from "../../env.ts";
import { mayFetch } from "../limits.ts";
import { log } from "../log.ts";
import { coachsCalendar, mumsCalendar } from "./feed-calendar.ts";
import { coachDays, ownFeed, ownZone } from "./feed-queries.ts";
import { plannedSessions } from "./planned-queries.ts";

/** The calendar keeps its own copy; nobody on the way shall. */
const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
const ADDRESS = /^([\w-]{43})\.ics$/;

const bare = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...HEADERS, ...headers } });

async function calendarOf(tx: Tx, actor: Actor, now: Date): Promise<Calendar | null> {
  const shell = { tx, actor, now };
  const address = env().APP_URL;
  if (actor.memberId) return coachsCalendar(await coachDays(shell), actor.memberId, address);
  const feed = await ownFeed(shell);
  if (!feed || !actor.clientId) return null;
  const zone = await ownZone(shell, actor.clientId);
  return mumsCalendar(await plannedSessions(shell), { ...feed, zone, address });
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
    const credentials = { kind: "feed", token } as const;
    const calendar = await withActor(credentials, "read", (tx, actor) => calendarOf(tx, actor, now));
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
