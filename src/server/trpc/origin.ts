import { env } from "../../env.ts";

/**
 * True when a changing request comes from our own pages: Origin is ours, and the browser does not say otherwise.
 * A request without Origin is refused too: every browser sends it with POST.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  return origin === new URL(env().APP_URL).origin && (site === null || site === "same-origin");
}
