import type { NextRequest } from "next/server";
import { exportProtocol } from "@/domain/protocols/file.ts";
import { env } from "@/env.ts";
import { caller } from "@/trpc/server.tsx";

/** One version as a file to keep or to give away. Whoever may read it on the screen may take it; others find nothing. */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ versionId: string }> },
): Promise<Response> {
  const { versionId } = await params;
  const coach = await caller("coach");
  try {
    const { content, number } = await coach.protocols.byId({ versionId });
    return new Response(exportProtocol(content, new URL(env().APP_URL).origin), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${content.slug}-${number}.json"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "UNAUTHORIZED" && code !== "NOT_FOUND" && code !== "BAD_REQUEST") throw error;
    return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  }
}
