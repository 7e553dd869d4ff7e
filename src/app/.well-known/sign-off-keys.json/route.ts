import { publishedKeys } from "@/server/clearance/published-keys.ts";

/** The public keys of this house's sign-offs, for `scripts/verify-sign-off.mjs` and whoever checks one without us. */
export function GET(): Response {
  return new Response(`${JSON.stringify(publishedKeys(), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
