import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { deriveJourney } from "../../domain/journey/derive.ts";
import { contextOf } from "../../domain/journey/context.ts";
import type { Minutes } from "../../domain/plans/gait.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { PlanState } from "../../domain/journey/journey.ts";
import { levelLine } from "../../domain/plans/level-line.ts";
import { type PlannedThen, recordedSession } from "../../domain/plans/recorded-session.ts";
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

  const { minutesTotal, minutesRun } = file.minutes;
  const doneOn = todayIn(record.client.zone, startedAt);
  const { logId, isNew, kind } = await logOf(shell, record, { ...file.minutes, doneOn });
  const recordingId = randomUUID();
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
  return { state: isNew ? "new" : "joined", recordingId, logId, kind, doneOn, minutesTotal, minutesRun };
}

/** The log a recording belongs to: the one she told by hand, or a new one for what it turned out to be. */
async function logOf(shell: Shell, record: ClientRecord, recorded: Minutes & { readonly doneOn: Day }) {
  const today = todayIn(record.client.zone, shell.now);
  const { plans } = deriveJourney(record, today);
  const all = contextOf(record, today).logs;
  const joined = await logsWithRecording(shell);
  const done = new Set(all.map((log) => log.sessionId));
  const found = recordedSession(recorded, {
    planned: (await plannedThen(shell, record, plans, recorded.doneOn)).filter(
      (row) => !done.has(row.sessionId),
    ),
    plans,
    logs: all.filter((log) => !joined.has(log.id)),
  });
  const { logId: known, kind, ...rest } = found;
  if (known !== null) return { logId: known, isNew: false, kind };
  const logId = randomUUID();
  await act(shell, record.client.id, {
    type: "logSession",
    id: logId,
    kind,
    ...rest,
    ...recorded,
    effort: null,
    performance: null,
    supersedesId: null,
    note: null,
    findings: null,
  });
  return { logId, isNew: true, kind };
}

/** What stood in her calendar on a day, each with what its level asks. */
async function plannedThen(
  shell: Shell,
  record: ClientRecord,
  plans: readonly PlanState[],
  day: Day,
): Promise<readonly PlannedThen[]> {
  const rows = await shell.tx.session.findMany({
    where: { clientId: record.client.id, day: new Date(day) },
    orderBy: { id: "asc" },
    select: { id: true, planId: true, kind: true, level: true },
  });
  return rows.flatMap(({ id: sessionId, planId, kind, level }) => {
    const plan = plans.find((one) => one.planId === planId);
    if (!plan) return [];
    const { minutesTotal, minutesRun } = levelLine(record, plan, level);
    return [{ sessionId, planId, kind, level, minutesTotal, minutesRun }];
  });
}

/** Logs that have a recording already: two outings of a day are two. */
async function logsWithRecording(shell: Shell): Promise<ReadonlySet<string>> {
  const { clientId } = ownId(shell);
  const rows = await shell.tx.recording.findMany({ where: { clientId }, select: { logId: true } });
  return new Set(rows.map((row) => row.logId));
}
