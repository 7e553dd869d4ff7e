import type { NextRequest } from "next/server";
import { sendDocument } from "@/server/documents/exchange.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";

/** A link to a file cannot send a header, so the area it speaks for stands in the address. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const area = areaOf(request.nextUrl.searchParams.get("as"));
  return sendDocument(
    (await params).id,
    contextFrom((name) => request.cookies.get(name)?.value, area),
  );
}
