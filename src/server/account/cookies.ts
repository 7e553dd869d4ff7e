import { env } from "../../env.ts";

/** Cookies of sign-in. `__Host-` (Secure, no Domain, Path=/) wherever the site is served over https. */
const secure = () => env().APP_URL.startsWith("https:");

export const sessionCookieName = () => (secure() ? "__Host-sevenstride.session" : "sevenstride.session");
export const LINK_COOKIE = "sevenstride.link";
/** Which practice she works in, when she has several. Holds an id, grants nothing. */
export const PRACTICE_COOKIE = "sevenstride.practice";
/** Binds a mailed code to the browser that asked for it. */
export const BROWSER_COOKIE = "sevenstride.browser";

/** How every cookie here is set. */
export function cookieOptions(maxAgeSeconds: number) {
  return { httpOnly: true, secure: secure(), sameSite: "lax" as const, path: "/", maxAge: maxAgeSeconds };
}
