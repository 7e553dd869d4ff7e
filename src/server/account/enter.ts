import { markBrowser } from "./browser-mark.ts";
import { browserCookieName, linkCookieName, sessionCookieName } from "./cookies.ts";
import type { Doorman } from "../db/doorman.ts";
import { createSession, type Method, type Opened, type Session, sessionOf } from "./sessions.ts";
import { TurnedAway, type Visit } from "../visit.ts";

/** Where everybody goes after signing in: it knows who goes through which door. */
export const DOORS = "/doors";

/** Lets a proved person in: a new session, the one the browser came with dead, its cookies cleared. */
export async function enter(
  db: Doorman,
  visit: Visit,
  userId: string,
  methods: Method[],
  proved: boolean,
): Promise<() => void> {
  const { device, addressPrefix } = visit;
  const opened = await createSession(
    db,
    { userId, methods, proved, device, addressPrefix, browserHash: markBrowser(visit) },
    visit.token,
  );
  // Cookies are handed out after commit: a rolled-back session must not be in anybody's hands.
  return () => {
    keepSession(visit, opened);
    visit.dropCookie(browserCookieName());
    if (visit.cookie(linkCookieName())) visit.dropCookie(linkCookieName());
  };
}

/** Puts a session's token into the browser. */
export function keepSession(visit: Visit, opened: Opened): void {
  visit.setCookie(sessionCookieName(), opened.token, opened.maxAgeSeconds);
}

/** The live session of the visit; throws `not_signed_in`. */
export async function signedIn(visit: Visit): Promise<Session & { token: string }> {
  const session = visit.token ? await sessionOf(visit.token) : null;
  if (!visit.token || !session) throw new TurnedAway("not_signed_in");
  return { ...session, token: visit.token };
}
