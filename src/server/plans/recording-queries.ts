import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { PROTOCOL_KINDS } from "../../domain/journey/steps.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { readTrack } from "../../lib/track/read-track.ts";
import { shapeOfWay } from "../../lib/track/way.ts";
import { dayOf } from "../clock.ts";
import { ownId } from "../journey/self.ts";
import { openBytes } from "../sealed-text.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** A recording as her list shows it. Not a place in it. */
export const recordingSchema = z.object({
  id: z.uuid(),
  logId: z.uuid(),
  fileName: z.string(),
  doneOn: daySchema,
  kind: z.enum(PROTOCOL_KINDS),
  minutesTotal: z.number(),
  minutesRun: z.number(),
  metres: z.int().nullable(),
  laps: z.int(),
  hasRoute: z.boolean(),
  /** She has said how it felt. */
  isAnswered: z.boolean(),
});

/** As many as she can look through. */
const LISTED = 60;

/** What her watch recorded, newest first, each with whether she has said how it felt. */
export async function recordings(shell: Shell): Promise<z.infer<typeof recordingSchema>[]> {
  const { clientId } = ownId(shell);
  const rows = await shell.tx.recording.findMany({
    where: { clientId },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: LISTED,
    select: {
      id: true,
      logId: true,
      fileName: true,
      minutesTotal: true,
      minutesRun: true,
      metres: true,
      laps: true,
      hasRoute: true,
      log: { select: { doneOn: true, kind: true } },
    },
  });
  const told = await shell.tx.symptomCheck.findMany({
    where: { clientId, moment: "after", logId: { in: rows.map((row) => row.logId) } },
    select: { logId: true },
  });
  const answered = new Set(told.map((check) => check.logId));
  return rows.map(({ log, ...row }) => ({
    ...row,
    doneOn: dayOf(log.doneOn),
    kind: log.kind,
    isAnswered: answered.has(row.logId),
  }));
}

/** The file as it was, with its name. NOT_FOUND for everybody but her. */
export async function originalOf(shell: Shell, recordingId: string) {
  const { clientId } = ownId(shell);
  const row = await shell.tx.recording.findFirst({
    where: { id: recordingId, clientId },
    select: { fileName: true, sealed: true },
  });
  if (!row) throw notFound();
  return { fileName: row.fileName, bytes: new Uint8Array(gunzipSync(openBytes(row.sealed))) };
}

/** The shape of her way, both ends left out: drawn for her alone, and only when she asks. */
export async function recordedWay(shell: Shell, { recordingId }: { recordingId: string }) {
  const { bytes } = await originalOf(shell, recordingId);
  return [...shapeOfWay(readTrack(bytes).track.route)];
}
