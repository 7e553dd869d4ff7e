import { randomUUID } from "node:crypto";
import type { Day } from "../../domain/shared/day.ts";
import { EXERCISE_IDS, exerciseOf } from "../../domain/protocols/exercises.ts";
import { importProtocol } from "../../domain/protocols/file.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { outlineOf } from "../../domain/protocols/outline.ts";
import type { Problem } from "../../domain/protocols/problems.ts";
import { todayIn } from "../clock.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { ensureLibrary, shippedRows } from "./library.ts";

export type Imported =
  | { readonly ok: true; readonly versionId: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Takes a protocol file in as a protocol of the practice's own, under `title`: version 1, a draft to be reviewed like
 * every other. The file is read again here, whatever the screen made of it. What it was called elsewhere (its slug) is
 * kept where it is free; an existing protocol never changes by a file.
 */
export async function takeIn(
  { tx, actor }: Shell,
  { key, text, title }: { key: string; text: string; title: string },
): Promise<Imported> {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const reading = importProtocol(text, EXERCISE_IDS);
  if (!reading.ok) return reading;
  const slug = await freeSlug({ tx, actor }, practiceId, reading.content.slug);
  const content: ProtocolContent = { ...reading.content, slug, title };
  const protocolId = randomUUID();
  await tx.protocol.create({ data: { id: protocolId, practiceId, kind: content.kind, slug } });
  await tx.protocolVersion.create({
    data: {
      id: key,
      practiceId,
      protocolId,
      number: 1,
      title,
      content,
      outline: outlineOf(key, content, exerciseOf),
    },
  });
  await tx.$executeRaw`SELECT app.audit('protocol.imported', NULL, 'protocol_version', ${key}, ${JSON.stringify({ slug })}::jsonb)`;
  return { ok: true, versionId: key };
}

/** The slug, or with the first number behind it that nobody has. Shipped names are taken before their rows are there. */
export async function freeSlug(
  { tx }: Pick<Shell, "tx" | "actor">,
  practiceId: string,
  wanted: string,
): Promise<string> {
  const rows = await tx.protocol.findMany({ where: { practiceId }, select: { slug: true } });
  const taken = new Set([...rows, ...shippedRows(practiceId)].map((row) => row.slug));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `_${number}`;
    const slug = `${wanted.slice(0, 64 - end.length)}${end}`;
    if (!taken.has(slug)) return slug;
  }
}

export type Review = {
  readonly key: string;
  readonly versionId: string;
  /** Who reviewed it and when she did; null takes an earlier review back. */
  readonly by: { readonly physioName: string; readonly reviewedOn: Day } | null;
  readonly note: string | null;
};

/**
 * Notes that a physio has reviewed a version for this practice, or takes that back: a new fact each time, and the newest
 * counts. NOT_FOUND for another practice's version; refused for a day that has not been yet.
 */
export async function noteReview(shell: Shell, review: Review): Promise<{ reviewId: string }> {
  const { tx, actor, now } = shell;
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const { key, versionId, by, note } = review;
  if (shippedRows(practiceId).some((row) => row.version_id === versionId))
    await ensureLibrary(tx, practiceId);
  const version = await tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: versionId } },
    select: { practice: { select: { zone: true } } },
  });
  if (!version) throw notFound();
  if (by && by.reviewedOn > todayIn(version.practice.zone, now)) {
    throw new Refused({ code: "day_in_future", field: "reviewedOn", day: by.reviewedOn });
  }
  // Postgres stamps who and when, and refuses anybody but the owner.
  await tx.$executeRaw`
    INSERT INTO protocol_review (id, practice_id, protocol_version_id, is_reviewed, physio_name, reviewed_on, note)
    VALUES (${key}::uuid, ${practiceId}::uuid, ${versionId}::uuid, ${by !== null}, ${by?.physioName ?? null},
            ${by?.reviewedOn ?? null}::date, ${note})`;
  await tx.$executeRaw`SELECT app.audit('protocol.reviewed', NULL, 'protocol_version', ${versionId}, ${JSON.stringify({ isReviewed: by !== null })}::jsonb)`;
  return { reviewId: key };
}
