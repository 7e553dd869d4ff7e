import type { NextRequest } from "next/server";
import { sendRecording } from "@/server/plans/recording-exchange.ts";
import { contextFrom } from "@/server/trpc/request-context.ts";

export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return sendRecording(
    (await params).id,
    contextFrom((name) => request.cookies.get(name)?.value, "client"),
  );
}
