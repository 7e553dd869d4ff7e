import type { NextRequest } from "next/server";
import { receiveRecordings } from "@/server/plans/recording-exchange.ts";
import { contextFrom } from "@/server/trpc/request-context.ts";

/** Only she brings what her watch recorded. */
export function POST(request: NextRequest): Promise<Response> {
  return receiveRecordings(
    request,
    contextFrom((name) => request.cookies.get(name)?.value, "client"),
  );
}
