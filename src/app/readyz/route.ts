import { readiness } from "@/server/db/readiness.ts";

/** Fit to serve: the database answers, is ours, and its rules are in force. 503 names what is not. */
export async function GET(): Promise<Response> {
  const { ready, checks } = await readiness();
  return Response.json(
    { ready, checks },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
