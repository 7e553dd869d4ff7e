import { env } from "../../env.ts";

/** Cookies of sign-in. `__Host-` (Secure, no Domain, Path=/) wherever the site is served over https. */
const secure = () => env().APP_URL.startsWith("https:");
const named = (name: string) => `${secure() ? "__Host-" : ""}sevenstride.${name}`;

export const sessionCookieName = () => named("session");
/** A physio's, who came by a link and has no account. */
export const linkCookieName = () => named("link");
/** Binds a mailed code to the browser that asked for it. */
export const browserCookieName = () => named("browser");
/** Tells one browser from another, also after a sign-out. Drawn at random, opens nothing. */
export const markCookieName = () => named("mark");
/** Which practice she works in, when she has several. Holds an id, grants nothing. */
export const PRACTICE_COOKIE = "sevenstride.practice";

/** How every cookie here is set. */
export function cookieOptions(maxAgeSeconds: number) {
  return { httpOnly: true, secure: secure(), sameSite: "lax" as const, path: "/", maxAge: maxAgeSeconds };
}
