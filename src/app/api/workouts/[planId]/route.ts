import type { NextRequest } from "next/server";
import { sendWorkout } from "@/server/plans/send-workout.ts";
import { contextFrom } from "@/server/trpc/request-context.ts";

/** Her watch's file; only ever her own. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ planId: string }> },
): Promise<Response> {
  return sendWorkout(
    (await params).planId,
    contextFrom((name) => request.cookies.get(name)?.value, "client"),
  );
}
