import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { deriveJourney } from "../../domain/journey/derive.ts";
import { contextOf } from "../../domain/journey/context.ts";
import type { Minutes } from "../../domain/plans/gait.ts";
import { recordedSession } from "../../domain/plans/recorded-session.ts";
import type { Day } from "../../domain/shared/day.ts";
import { ruleValue } from "../../domain/shared/rules.ts";
import type { TrackFormat } from "../../lib/track/read-track.ts";
import type { Track } from "../../lib/track/track.ts";
import { dayOf, todayIn } from "../clock.ts";
import { act } from "../journey/act.ts";
import { loadRecord } from "../journey/load-record.ts";
import { ownId } from "../journey/self.ts";
import { sealBytes } from "../sealed-text.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** More than anybody records; stops a page that runs wild from filling the disk. */
const FILES_A_DAY = 60;
const DAY_MS = 86_400_000;

export type ReadRecording = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly format: TrackFormat;
  readonly track: Track;
  readonly minutes: Minutes;
};

/** What became of a recording: a new log, one beside a log she had told by hand, or one that was here already. */
export type Taken = {
  readonly state: "new" | "joined" | "known";
  readonly recordingId: string;
  readonly logId: string;
  readonly kind: "walk_run" | "walking";
  readonly doneOn: Day;
  readonly minutesTotal: number;
  readonly minutesRun: number;
};

async function knownOne(shell: Shell, sha256: Buffer<ArrayBuffer>, startedAt: Date): Promise<Taken | null> {
  const { clientId } = ownId(shell);
  const near = ruleValue("watch_same_start_minutes") * 60_000;
  const row = await shell.tx.recording.findFirst({
    where: {
      clientId,
      OR: [
        { sha256 },
        {
          startedAt: { gte: new Date(startedAt.getTime() - near), lte: new Date(startedAt.getTime() + near) },
        },
      ],
    },
    select: {
      id: true,
      logId: true,
      minutesTotal: true,
      minutesRun: true,
      log: { select: { kind: true, doneOn: true } },
    },
  });
  if (!row) return null;
  const { id: recordingId, logId, minutesTotal, minutesRun, log } = row;
  const kind = log.kind === "walking" ? "walking" : "walk_run";
  return { state: "known", recordingId, logId, kind, doneOn: dayOf(log.doneOn), minutesTotal, minutesRun };
}

/**
 * Keeps a recording and what it says she did, once: the same file again, or the same outing from another device, changes
 * nothing. What she did while running was locked is a fact like any other. How it felt is not asked here and not made up.
 * @throws Refused with the domain's refusal (its day) · answers `too_many` beyond the day's number
 */
export async function takeRecording(shell: Shell, file: ReadRecording): Promise<Taken | "too_many"> {
  const { practiceId, clientId } = ownId(shell);
  // Two of her devices at once wait for each other here.
  const record = await loadRecord(shell.tx, clientId, { lock: true });
  if (!record) throw notFound();
  const sha256 = createHash("sha256").update(file.bytes).digest();
  const startedAt = new Date(file.track.startedAt);
  const known = await knownOne(shell, sha256, startedAt);
  if (known) return known;
  const since = new Date(shell.now.getTime() - DAY_MS);
  if ((await shell.tx.recording.count({ where: { clientId, recordedAt: { gte: since } } })) >= FILES_A_DAY)
    return "too_many";

  const today = todayIn(record.client.zone, shell.now);
  const doneOn = todayIn(record.client.zone, startedAt);
  const recordedAs = { ...file.minutes, doneOn };
  const joined = await logsWithRecording(shell);
  const logs = contextOf(record, today).logs.filter((log) => !joined.has(log.id));
  const found = recordedSession(recordedAs, deriveJourney(record, today).plans, logs);
  const { kind, planId, level, completion } = found;
  const logId = found.logId ?? randomUUID();
  if (found.logId === null) {
    await act(shell, clientId, {
      type: "logSession",
      id: logId,
      sessionId: null,
      planId,
      kind,
      level,
      doneOn,
      ...file.minutes,
      effort: null,
      completion,
      performance: null,
      supersedesId: null,
      note: null,
      findings: null,
    });
  }
  const recordingId = randomUUID();
  const { minutesTotal, minutesRun } = file.minutes;
  const { metres, laps, route } = file.track;
  await shell.tx.recording.create({
    data: {
      id: recordingId,
      practiceId,
      clientId,
      logId,
      fileName: file.fileName,
      format: file.format,
      sha256,
      size: file.bytes.length,
      startedAt,
      minutesTotal,
      minutesRun,
      metres: metres === null ? null : Math.round(metres),
      laps,
      hasRoute: route.length > 1,
      sealed: sealBytes(gzipSync(file.bytes)),
      // Postgres puts the truth here, from who acts.
      recordedAt: shell.now,
      recordedByKind: "client",
    },
    select: { id: true },
  });
  await shell.tx
    .$executeRaw`SELECT app.audit('recording.stored', ${clientId}::uuid, 'recording', ${recordingId}, '{}'::jsonb)`;
  const state = found.logId === null ? ("new" as const) : ("joined" as const);
  return { state, recordingId, logId, kind, doneOn, minutesTotal, minutesRun };
}

/** Logs that have a recording already: two outings of a day are two. */
async function logsWithRecording(shell: Shell): Promise<ReadonlySet<string>> {
  const { clientId } = ownId(shell);
  const rows = await shell.tx.recording.findMany({ where: { clientId }, select: { logId: true } });
  return new Set(rows.map((row) => row.logId));
}
