import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { env } from "@/env.ts";
import { safeNext } from "@/lib/next-path.ts";
import { cookieOptions, PRACTICE_COOKIE } from "@/server/account/cookies.ts";

const HOME = { coach: "/coach/today", client: "/me", physio: "/physio" } as const;
const PATH = { coach: "/coach", client: "/me", physio: "/physio" } as const;
const YEAR = 365 * 24 * 3600;

const door = z.object({ area: z.enum(["coach", "client", "physio"]), practice: z.uuid() });

/** Remembers which practice she is in and opens the door. It grants nothing: Postgres asks again behind it. */
export function GET(request: NextRequest): NextResponse {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const parsed = door.safeParse(query);
  if (!parsed.success) return NextResponse.redirect(new URL("/doors", env().APP_URL), 303);
  const { area, practice } = parsed.data;
  const next = safeNext(query["next"]);
  const isBehind = next !== null && (next.startsWith(PATH[area]) || next.startsWith("/account"));
  const response = NextResponse.redirect(new URL(isBehind ? next : HOME[area], env().APP_URL), 303);
  response.cookies.set(PRACTICE_COOKIE, practice, cookieOptions(YEAR));
  return response;
}
