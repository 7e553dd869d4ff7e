import { hasDemoMailbox } from "@/env.ts";
import { demoMail } from "@/server/mail/post.ts";

const SHOWN = 50;

/** The demo's mail, newest first. Elsewhere there is nothing here. */
export async function GET(): Promise<Response> {
  if (!hasDemoMailbox()) return Response.json({ error: "not_found" }, { status: 404 });
  return Response.json(await demoMail(SHOWN), { headers: { "cache-control": "private, no-store" } });
}
