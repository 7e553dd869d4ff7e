import { after, type NextRequest } from "next/server";
import { takeUpNow } from "@/server/documents/take-up.ts";
import { askOffset, stopLetter, takePart } from "@/server/documents/upload.ts";
import { areaOf, contextFrom } from "@/server/trpc/request-context.ts";

type Asked = { readonly params: Promise<{ id: string }> };

const contextOf = (request: NextRequest) =>
  contextFrom((name) => request.cookies.get(name)?.value, areaOf(request.headers.get("x-area")));

export async function HEAD(request: NextRequest, { params }: Asked): Promise<Response> {
  return askOffset(request, (await params).id, contextOf(request));
}

/** With the last part the letter is looked at, after the answer has left: nobody waits for it with a connection in hand. */
export async function PATCH(request: NextRequest, { params }: Asked): Promise<Response> {
  return takePart(request, (await params).id, contextOf(request), (id) => after(() => takeUpNow(id)));
}

export async function DELETE(request: NextRequest, { params }: Asked): Promise<Response> {
  return stopLetter(request, (await params).id, contextOf(request));
}
