import type { NextRequest } from "next/server";
import { sendPage } from "@/server/documents/exchange.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";

/** A picture cannot send a header either, so the area it speaks for stands in the address. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string; page: string }> },
): Promise<Response> {
  const area = areaOf(request.nextUrl.searchParams.get("as"));
  const { id, page } = await params;
  return sendPage(
    id,
    Number(page),
    contextFrom((name) => request.cookies.get(name)?.value, area),
  );
}
