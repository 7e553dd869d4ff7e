import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { log } from "../log.ts";
import type { Context } from "../trpc/context.ts";
import { asTrpcError } from "../trpc/errors.ts";
import type { Problem } from "./kinds.ts";

// Files do not fit into the one door's JSON, so they have their own: bytes in, bytes out. Same context, same
// transactions as the actor, same answers for what is not hers.

export const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** A JSON answer that nobody keeps. */
export const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...HEADERS, "Content-Type": "application/json", ...headers },
  });
/** Why a file is not taken, as a code the page has a sentence for. */
export const refusal = (problem: Problem | "broken") =>
  answer(problem === "too_big" ? 413 : 422, { problem });

/** What was thrown, as an answer; what nobody foresaw is a line in the log and a neutral 500. */
export function failed(error: unknown, context: Context): Response {
  const known = asTrpcError(error);
  if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
  return answer(getHTTPStatusCodeFromError(known), { error: known.message });
}
