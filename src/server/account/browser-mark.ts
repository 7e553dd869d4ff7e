import { randomBytes } from "node:crypto";
import { tokenHash } from "../db/with-actor.ts";
import type { Visit } from "../visit.ts";
import { markCookieName } from "./cookies.ts";

/** As long as Postgres asks for it, and a little. */
const KEPT_SECONDS = 100 * 86_400;

/** The mark this browser came with, as the database keeps it, or null. Looking sets nothing. */
export function browserHashOf(visit: Visit): Buffer<ArrayBuffer> | null {
  const mark = visit.cookie(markCookieName());
  return mark ? tokenHash(mark) : null;
}

/**
 * Which browser somebody signs in with or answers a link in: the mark it has, kept on, or a new one. Only a person who
 * proved who she is is given one; it says nothing of her and outlives her sign-out, so that nobody coaches and signs in
 * one browser by signing out in between.
 */
export function markBrowser(visit: Visit): Buffer<ArrayBuffer> {
  const mark = visit.cookie(markCookieName()) ?? randomBytes(32).toString("base64url");
  visit.setCookie(markCookieName(), mark, KEPT_SECONDS);
  return tokenHash(mark);
}
