import { protocolJsonSchema } from "@/domain/protocols/file.ts";

export const dynamic = "force-static";

/** The grammar of a protocol file, for whoever writes one outside this house. Public, and the same for everybody. */
export function GET(): Response {
  return new Response(`${JSON.stringify(protocolJsonSchema(), null, 2)}\n`, {
    headers: { "Content-Type": "application/schema+json; charset=utf-8", "Access-Control-Allow-Origin": "*" },
  });
}
