import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { NextRequest } from "next/server";
import { sessionCookieName } from "@/server/account/cookies.ts";
import { keepAlive } from "@/server/account/sessions.ts";
import { isOwnOrigin } from "@/server/trpc/origin.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";
import { appRouter } from "@/server/trpc/router.ts";

const MAX_BODY_BYTES = 256 * 1024;

function refuse(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "private, no-store" } });
}

async function handle(request: NextRequest): Promise<Response> {
  if (request.method !== "GET") {
    if (!isOwnOrigin(request.headers)) return refuse(403);
    // JSON only: multipart and text bodies are what a foreign form can send.
    if (!request.headers.get("content-type")?.startsWith("application/json")) return refuse(415);
    // A body that does not say its length could have any.
    if (request.headers.has("transfer-encoding")) return refuse(411);
    if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return refuse(413);
  }
  keepAlive(request.cookies.get(sessionCookieName())?.value ?? null);
  const requestId = crypto.randomUUID();
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: 10,
    createContext: () =>
      contextFrom(
        (name) => request.cookies.get(name)?.value,
        areaOf(request.headers.get("x-area")),
        requestId,
        request.headers.get("x-owner"),
      ),
    responseMeta: () => ({
      headers: new Headers({ "Cache-Control": "private, no-store", "X-Request-Id": requestId }),
    }),
  });
}

export { handle as GET, handle as POST };
