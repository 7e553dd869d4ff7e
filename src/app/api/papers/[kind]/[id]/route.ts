import type { NextRequest } from "next/server";
import { sendPaper } from "@/server/clearance/papers/send-paper.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";

type Props = { params: Promise<{ kind: string; id: string }> };

/** A link to a file cannot send a header, so the area it speaks for stands in the address. */
export async function GET(request: NextRequest, { params }: Props): Promise<Response> {
  const { kind, id } = await params;
  const area = areaOf(request.nextUrl.searchParams.get("as"));
  return sendPaper(
    kind,
    id,
    contextFrom((name) => request.cookies.get(name)?.value, area),
  );
}
