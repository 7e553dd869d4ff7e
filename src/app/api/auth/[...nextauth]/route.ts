import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/account/auth-options.ts";
import { isOwnOrigin } from "@/server/trpc/origin.ts";

type Params = { params: Promise<{ nextauth: string[] }> };

// What of next-auth may be called from outside: looking at the session and ending it. Nothing of it signs anybody in.
const LOOK = ["session", "csrf"];

async function answer(request: NextRequest, context: Params, allowed: readonly string[]): Promise<Response> {
  const [action, ...more] = (await context.params).nextauth;
  if (!action || more.length > 0 || !allowed.includes(action))
    return Response.json({ error: "not_found" }, { status: 404 });
  // Where it goes on is ours to say (`auth-options.ts`): an address in the query is not even read, nor found fault with.
  request.nextUrl.search = "";
  const response = (await NextAuth(request, context as never, authOptions())) as Response;
  if (action === "signout") response.headers.set("clear-site-data", '"cache", "storage"');
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export function GET(request: NextRequest, context: Params): Promise<Response> {
  return answer(request, context, LOOK);
}

export async function POST(request: NextRequest, context: Params): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return Response.json({ error: "not_ours" }, { status: 403 });
  return answer(request, context, ["signout"]);
}
