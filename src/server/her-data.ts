import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { FACT_KINDS } from "../domain/journey/facts.ts";
import { shownName } from "../lib/file-name.ts";
import { type ZipFile, zipOf } from "../lib/zip.ts";
import { exportSignOff } from "./clearance/sealed-record.ts";
import { isFresh } from "./account/freshly.ts";
import { sessionOf } from "./account/sessions.ts";
import { withActor } from "./db/with-actor.ts";
import { recordOf } from "./journey/act.ts";
import { namesOf, ownId } from "./journey/self.ts";
import { mayTake } from "./limits.ts";
import { log } from "./log.ts";
import { originalOf } from "./plans/recording-queries.ts";
import { bytesOf, storedDocument } from "./stored-document.ts";
import { type Context, credentialsOf } from "./trpc/context.ts";
import { asTrpcError, notFound } from "./trpc/errors.ts";
import type { Shell } from "./trpc/procedures.ts";

// All that is hers, to take with her (HIPC rule 6; GDPR articles 15 and 20): every fact about her as it was recorded, her
// messages, every document and recording, each sign-off with its seal, and who did what with her record. Nobody else can
// ask for it. A test holds this against the list of tables.

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The names of a folder's files, each once: a second "note.pdf" becomes "2-note.pdf". */
function folder(name: string) {
  const taken = new Map<string, number>();
  return (fileName: string): string => {
    const plain = shownName(fileName, "file").replaceAll("/", "_");
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    return `${name}/${count === 1 ? plain : `${count}-${plain}`}`;
  };
}

/** What she takes, without the bytes of files: those are fetched one by one, each in a transaction of its own. */
async function herData(shell: Shell) {
  const { tx, now } = shell;
  const { practiceId, clientId } = ownId(shell);
  const { record } = await recordOf(shell, clientId);
  const her = await tx.client.findFirst({
    where: { id: clientId },
    select: {
      name: true,
      email: true,
      zone: true,
      country: true,
      joinedOn: true,
      practice: { select: { name: true } },
    },
  });
  if (!her) throw notFound();
  const where = { clientId };
  const messages = await tx.message.findMany({ where, orderBy: [{ sentAt: "asc" }, { id: "asc" }] });
  const documents = await tx.document.findMany({ where, orderBy: [{ receivedAt: "asc" }, { id: "asc" }] });
  const recordings = await tx.recording.findMany({
    where,
    select: { id: true, logId: true, fileName: true, startedAt: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  const drafts = await tx.intakeDraft.findMany({ where, select: { answers: true, updatedAt: true } });
  const trail = await tx.auditEvent.findMany({
    where,
    select: { at: true, actorKind: true, actorId: true, action: true, data: true },
    orderBy: { seq: "asc" },
  });
  const [inDocuments, inRecordings] = [folder("documents"), folder("recordings")];
  const files = {
    documents: documents.map((row) => ({ id: row.id, file: inDocuments(row.fileName) })),
    recordings: recordings.map((row) => ({ id: row.id, file: inRecordings(row.fileName) })),
  };
  const signOffs = record.clearance.map(({ id }) => ({ id, file: `sign-offs/${id}.json` }));
  const whole = {
    format: "sevenstride-my-data-1",
    takenAt: now.toISOString(),
    client: her,
    people: Object.fromEntries(await namesOf(shell, practiceId)),
    facts: Object.fromEntries(FACT_KINDS.map((kind) => [kind, record[kind]])),
    intakeDraft: drafts[0] ?? null,
    trail,
    messages: messages.map(({ practiceId: _, clientId: __, ...row }) => row),
    documents: documents.map((row, at) => ({
      id: row.id,
      file: files.documents[at]?.file,
      requestId: row.requestId,
      source: row.source,
      from: row.uploadedById,
      mime: row.mime,
      pages: row.pages,
      receivedAt: row.receivedAt,
      sha256: Buffer.from(row.sha256).toString("hex"),
    })),
    recordings: recordings.map((row, at) => ({ ...row, file: files.recordings[at]?.file })),
    signOffs,
  };
  await tx.$executeRaw`SELECT app.audit('client.data_taken', ${clientId}::uuid, 'client', ${clientId}, '{}'::jsonb)`;
  return { clientId, whole, files, signOffs };
}

/**
 * Hands her everything as one zip, written while it is read. 401 without a sign-in, 404 for whoever is no mum, 428 when she
 * did not show lately that it is she (`isFresh`), 429 when
 * it is taken too often. A session that ends meanwhile ends the zip.
 */
export async function sendHerData(context: Context): Promise<Response> {
  const credentials = credentialsOf(context);
  if (!credentials) return Response.json({ error: "not_signed_in" }, { status: 401, headers: HEADERS });
  const inside = <T>(work: (shell: Shell) => Promise<T>) =>
    withActor(credentials, "write", (tx, actor) => work({ tx, actor, now: context.now }));
  try {
    const { clientId } = await inside(async (shell) => ownId(shell));
    const session = context.sessionToken ? await sessionOf(context.sessionToken) : null;
    // Her phone may lie open for weeks: all of it at once is for her, and not for whoever holds it.
    if (!session || !(await isFresh(session)))
      return Response.json({ error: "prove" }, { status: 428, headers: HEADERS });
    if (!(await mayTake(clientId)))
      return Response.json({ error: "too_many" }, { status: 429, headers: HEADERS });
    const { whole, files, signOffs } = await inside(herData);
    const all = async function* (): AsyncGenerator<ZipFile> {
      yield { name: "my-data.json", bytes: json(whole) };
      // Exactly as the verifier reads it: no spaces, nothing twice.
      for (const { id, file } of signOffs)
        yield {
          name: file,
          bytes: Buffer.from(
            JSON.stringify(await inside((shell) => exportSignOff(shell, { clearanceId: id }))),
          ),
        };
      for (const { id, file } of files.documents)
        yield { name: file, bytes: await inside((shell) => documentOf(shell, id)) };
      for (const { id, file } of files.recordings)
        yield { name: file, bytes: (await inside((shell) => originalOf(shell, id))).bytes };
    };
    return new Response(streamOf(zipOf(all())), {
      headers: {
        ...HEADERS,
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="my-data-${context.now.toISOString().slice(0, 10)}.zip"`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
      },
    });
  } catch (error) {
    const known = asTrpcError(error);
    if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
    return Response.json(
      { error: known.message },
      { status: getHTTPStatusCodeFromError(known), headers: HEADERS },
    );
  }
}

/** Written as fast as it is read, and no longer than somebody reads. */
function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (to) => {
      const { done, value } = await parts.next();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

async function documentOf({ tx }: Shell, id: string) {
  const document = await storedDocument(tx, id);
  if (!document) throw notFound();
  return bytesOf(tx, document);
}
