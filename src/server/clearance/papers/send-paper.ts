import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { daysBackOf } from "../../../domain/clearance/requests.ts";
import { deriveJourney } from "../../../domain/journey/derive.ts";
import { env } from "../../../env.ts";
import type { Paper } from "../../../lib/pdf/paper.ts";
import { writePaper } from "../../../lib/pdf/write.ts";
import { withActor } from "../../db/with-actor.ts";
import { recordOf } from "../../journey/act.ts";
import { log } from "../../log.ts";
import { type Context, credentialsOf } from "../../trpc/context.ts";
import { asTrpcError, notFound } from "../../trpc/errors.ts";
import type { Shell } from "../../trpc/procedures.ts";
import { standingId } from "../physio-view.ts";
import { categoriesIn, sharedOf } from "../shared-view.ts";
import { requestLetter } from "./request-letter.ts";
import { passportPaper, summaryLetter } from "./sign-off-papers.ts";
import { requestSource, signOffSource } from "./source.ts";
import { UPDATE_DAYS, updateLetter } from "./update-letter.ts";

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
const asked = z.object({ kind: z.enum(["request", "update", "summary", "passport"]), id: z.uuid() });

/** A paper and what it holds of whom: the mum reads in her trail that it was taken, by whom, and what stood in it. */
type Made = { readonly paper: Paper; readonly clientId: string; readonly seen?: readonly string[] };

async function requestPaper(shell: Shell, id: string): Promise<Made> {
  const source = await requestSource(shell, id);
  const daysBack = daysBackOf(source.request, source.today);
  const shared = await sharedOf(shell, source.client.id, source.today, daysBack);
  const paper = requestLetter(source, shared, shell.now);
  return { paper, clientId: source.client.id, seen: categoriesIn(shared) };
}

async function updatePaper(shell: Shell, id: string): Promise<Made> {
  const source = await requestSource(shell, id);
  const shared = await sharedOf(shell, source.client.id, source.today, UPDATE_DAYS);
  const { record, today } = await recordOf(shell, source.client.id);
  const paper = updateLetter(source, shared, deriveJourney(record, today), shell.now);
  return { paper, clientId: source.client.id, seen: categoriesIn(shared) };
}

async function summaryPaper(shell: Shell, id: string): Promise<Made> {
  const source = await signOffSource(shell, id);
  return { paper: summaryLetter(source, shell.now), clientId: source.client.id };
}

/** Only while it stands: a passport that its own check calls not valid is never handed out. */
async function passport(shell: Shell, id: string): Promise<Made> {
  const source = await signOffSource(shell, id);
  if ((await standingId(shell, source.client.id)) !== id) throw notFound();
  const paper = passportPaper(source, `${env().APP_URL}/passport`, shell.now);
  return { paper, clientId: source.client.id };
}

const MAKE = { request: requestPaper, update: updatePaper, summary: summaryPaper, passport };

/**
 * Makes a letter or the passport and hands it out as an attachment, from the same view as the screens, with an event in the
 * trail. 401 without a sign-in; 404 for what is not theirs and for what does not exist, in the same bytes.
 */
export async function sendPaper(kind: string, id: string, context: Context): Promise<Response> {
  const answer = (status: number, error: string) => Response.json({ error }, { status, headers: HEADERS });
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, "not_signed_in");
  try {
    const known = asked.safeParse({ kind, id });
    if (!known.success) throw notFound();
    const make = MAKE[known.data.kind];
    const paper = await withActor(credentials, "write", async (tx, actor) => {
      const made = await make({ tx, actor, now: context.now }, known.data.id);
      const data = JSON.stringify(made.seen ? { seen: made.seen } : {});
      await tx.$executeRaw`
        SELECT app.audit(${`read.paper.${known.data.kind}`}, ${made.clientId}::uuid, 'paper', ${known.data.id}, ${data}::jsonb)`;
      return made.paper;
    });
    return new Response(await writePaper(paper), {
      headers: {
        ...HEADERS,
        "Content-Type": "application/pdf",
        // A name that says nothing of her to whoever sees the downloads.
        "Content-Disposition": `attachment; filename="sevenstride-${known.data.kind}.pdf"`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
      },
    });
  } catch (error) {
    const known = asTrpcError(error);
    if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
    return answer(getHTTPStatusCodeFromError(known), known.message);
  }
}
