import { randomUUID } from "node:crypto";
import { z } from "zod";
import { linkCookieName, PRACTICE_COOKIE, sessionCookieName } from "../account/cookies.ts";
import type { Area, Context } from "./context.ts";

const areaSchema = z.enum(["person", "coach", "client", "physio"]);

/** The context from what a browser sent: cookies for the tokens, the area the page speaks for. */
export function contextFrom(
  cookie: (name: string) => string | undefined,
  area: Area,
  requestId: string = randomUUID(),
  owner: string | null = null,
): Context {
  const practice = z.uuid().safeParse(cookie(PRACTICE_COOKIE));
  return {
    sessionToken: cookie(sessionCookieName()) ?? null,
    linkToken: cookie(linkCookieName()) ?? null,
    area,
    owner,
    practiceId: practice.success ? practice.data : null,
    requestId,
    now: new Date(),
  };
}

/** The area a call says it speaks for; anything unknown is a plain person. */
export function areaOf(header: string | null): Area {
  const parsed = areaSchema.safeParse(header);
  return parsed.success ? parsed.data : "person";
}
