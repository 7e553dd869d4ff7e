import type { NextRequest } from "next/server";
import { announceLetter } from "@/server/documents/upload.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";

export function POST(request: NextRequest): Promise<Response> {
  const area = areaOf(request.headers.get("x-area"));
  return announceLetter(
    request,
    contextFrom((name) => request.cookies.get(name)?.value, area),
  );
}
