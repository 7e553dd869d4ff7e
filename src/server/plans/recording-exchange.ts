import { setImmediate as breath } from "node:timers/promises";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { minutesOf } from "../../domain/plans/gait.ts";
import { shownName } from "../../lib/file-name.ts";
import { readTrack } from "../../lib/track/read-track.ts";
import { TrackBroken } from "../../lib/track/track.ts";
import { unpack, type Unpacked } from "../../lib/unpack.ts";
import { type Credentials, withActor } from "../db/with-actor.ts";
import { ownId } from "../journey/self.ts";
import { mayBring } from "../limits.ts";
import { log } from "../log.ts";
import { readBody } from "../receive.ts";
import { type Context, credentialsOf } from "../trpc/context.ts";
import { asTrpcError, notFound, Refused } from "../trpc/errors.ts";
import { isOwnOrigin } from "../trpc/origin.ts";
import { type ReadRecording, type Taken, takeRecording } from "./recording-commands.ts";
import { originalOf } from "./recording-queries.ts";

// Recordings come as files, in and out, beside the one door's JSON; the same context and the same transactions.

/** A day of a watch is 1 MB; a year of a program's in one zip stays under the first. */
const BODY_BYTES = 12 * 1024 * 1024;
const LIMITS = { bytes: 16 * 1024 * 1024, allBytes: 64 * 1024 * 1024, files: 20 } as const;

/** Shorter is a button pressed by mistake, longer is a watch that was never stopped. Minutes. */
const SHORTEST = 1;
const LONGEST = 600;

/** Why a recording was not taken. One sentence each in words: mum.recordings.problem. */
type Problem =
  | Extract<Unpacked, { problem: string }>["problem"]
  | TrackBroken["problem"]
  | "empty"
  | "other_sport"
  | "too_short"
  | "day_in_future"
  | "day_before_birth"
  | "broken"
  | "failed";

export type RecordingAnswer = { readonly fileName: string } & (
  | ({ readonly ok: true } & Taken)
  | { readonly ok: false; readonly problem: Problem }
);

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
const answer = (status: number, body: unknown) => Response.json(body, { status, headers: HEADERS });

function failed(error: unknown, context: Context): Response {
  const known = asTrpcError(error);
  if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
  return answer(getHTTPStatusCodeFromError(known), { error: known.message });
}

/** The file read and measured, or why not. Never throws for what a file holds. */
function look(fileName: string, bytes: Uint8Array): ReadRecording | Problem {
  if (bytes.length === 0) return "empty";
  if (bytes.length > LIMITS.bytes) return "too_big";
  try {
    const { format, track } = readTrack(bytes);
    const { sport } = track;
    if (sport === "other") return "other_sport";
    const minutes = minutesOf({ ...track, sport });
    if (minutes.minutesTotal < SHORTEST) return "too_short";
    if (minutes.minutesTotal > LONGEST) return "too_long";
    return { fileName, bytes, format, track, minutes };
  } catch (error) {
    if (error instanceof TrackBroken) return error.problem;
    throw error;
  }
}

async function take(credentials: Credentials, context: Context, one: Unpacked): Promise<RecordingAnswer> {
  const fileName = shownName(one.name, "recording");
  const no = (problem: Problem) => ({ fileName, ok: false, problem }) as const;
  if ("problem" in one) return no(one.problem);
  try {
    const file = look(fileName, one.bytes);
    if (typeof file === "string") return no(file);
    // A transaction each: what is wrong with one says nothing about the next.
    const taken = await withActor(credentials, "write", (tx, actor) =>
      takeRecording({ tx, actor, now: context.now }, file),
    );
    return taken === "too_many" ? no(taken) : { fileName, ok: true, ...taken };
  } catch (error) {
    const code = error instanceof Refused ? error.refusal.code : null;
    if (code === "day_in_future" || code === "day_before_birth") return no(code);
    log().error({ err: error, request: context.requestId });
    return no("failed");
  }
}

/**
 * Takes one recording, or a zip of up to twenty, as the raw body of a POST; its name percent-encoded in `x-file-name`.
 * Answers 200 with one line a file, each taken or with its problem; 401, 403, 404 as every door; 413 when too big, 429 too often.
 */
export async function receiveRecordings(request: Request, context: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return answer(403, { error: "foreign_origin" });
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, { error: "not_signed_in" });
  try {
    const name = z
      .string()
      .min(1)
      .max(5_000)
      .safeParse(decoded(request.headers.get("x-file-name")));
    if (!name.success) return answer(400, { error: "invalid_input" });
    // Who may bring it is settled before a single byte is read.
    const { clientId } = await withActor(credentials, "read", async (tx, actor) =>
      ownId({ tx, actor, now: context.now }),
    );
    if (!(await mayBring(clientId))) return answer(429, { error: "too_many" });
    const body = await readBody(request, BODY_BYTES);
    if (!body.ok) {
      const fileName = shownName(name.data, "recording");
      return answer(body.problem === "too_big" ? 413 : 422, { files: [{ fileName, ...body }] });
    }
    const files: RecordingAnswer[] = [];
    for (const one of unpack(name.data, body.bytes, LIMITS)) {
      files.push(await take(credentials, context, one));
      // Others are waiting too.
      await breath();
    }
    return answer(200, { files });
  } catch (error) {
    return failed(error, context);
  }
}

function decoded(header: string | null): string | null {
  try {
    return header === null ? null : decodeURIComponent(header);
  } catch {
    return null;
  }
}

/** Hands her own file back as it was. 404 for what is not hers and for what does not exist. */
export async function sendRecording(id: string, context: Context): Promise<Response> {
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, { error: "not_signed_in" });
  try {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const { fileName, bytes } = await withActor(credentials, "read", (tx, actor) =>
      originalOf({ tx, actor, now: context.now }, id),
    );
    const encoded = encodeURIComponent(fileName).replace(
      /['()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16)}`,
    );
    return new Response(bytes, {
      headers: {
        ...HEADERS,
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename*=UTF-8''${encoded}`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
      },
    });
  } catch (error) {
    return failed(error, context);
  }
}
