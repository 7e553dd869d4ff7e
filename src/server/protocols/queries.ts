import type { ProtocolOutline } from "../../domain/journey/facts.ts";
import type { ProtocolKind } from "../../domain/journey/steps.ts";
import { PROTOCOL_KINDS } from "../../domain/journey/steps.ts";
import { type ProtocolContent, protocolContentSchema } from "../../domain/protocols/grammar.ts";
import { mayCall } from "../../domain/access/permissions.ts";
import type { Day } from "../../domain/shared/day.ts";
import { dayOf } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { shippedRows } from "./library.ts";

/** A physio's review of a version, as the practice noted it. */
export type NotedReview = {
  readonly physioName: string;
  readonly reviewedOn: Day;
  readonly note: string | null;
};

const NEWEST_REVIEW = {
  orderBy: { recordedAt: "desc" },
  take: 1,
  select: { physioName: true, reviewedOn: true, note: true },
} as const;

/** The newest word counts; one that takes the review back names nobody. */
function reviewOf(
  rows: readonly { physioName: string | null; reviewedOn: Date | null; note: string | null }[],
): NotedReview | null {
  const [newest] = rows;
  if (!newest?.physioName || !newest.reviewedOn) return null;
  return { physioName: newest.physioName, reviewedOn: dayOf(newest.reviewedOn), note: newest.note };
}

/** A protocol as the library lists it: its newest version. */
export type ProtocolLine = {
  readonly versionId: string;
  readonly slug: string;
  readonly kind: ProtocolKind;
  readonly title: string;
  readonly summary: string;
  readonly variant: ProtocolContent["variant"];
  readonly number: number;
  /** Until a physio has looked at it, it says so. */
  readonly isDraft: boolean;
  readonly levels: ProtocolOutline["levels"];
  /** How its levels go on to a mum's goal, when they do. */
  readonly onward?: NonNullable<ProtocolOutline["onward"]>;
  /** Where its figures are from, and how firm that ground is. */
  readonly sources: readonly Pick<ProtocolContent["sources"][number], "title" | "strength">[];
};

/**
 * Every protocol of the practice in the order of the steps. The shipped ones are there before their rows are: a read
 * writes nothing, and the ids are the same.
 */
export async function protocolLines({ tx, actor }: Shell): Promise<readonly ProtocolLine[]> {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const rows = await tx.protocol.findMany({
    where: { practiceId },
    select: {
      slug: true,
      kind: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, title: true, number: true, content: true, outline: true, reviews: NEWEST_REVIEW },
      },
    },
  });
  const stored = rows.flatMap(({ slug, kind, versions }): ProtocolLine[] => {
    const [version] = versions;
    if (!version) return [];
    // What was published passed the grammar then; a list need not ask again.
    const { summary, variant, sources } = version.content as unknown as ProtocolContent;
    const outline = version.outline as unknown as ProtocolOutline;
    const { id, title, number, reviews } = version;
    const isDraft = reviewOf(reviews) === null;
    return [
      {
        versionId: id,
        slug,
        kind,
        title,
        summary,
        variant,
        number,
        isDraft,
        ...ladderOf(outline),
        sources: namesOf(sources),
      },
    ];
  });
  const known = new Set(stored.map((line) => line.slug));
  const shipped = shippedRows(practiceId).filter((row) => !known.has(row.slug));
  return [...stored, ...shipped.map(lineOfShipped)].toSorted(inOrderOfSteps);
}

function ladderOf({ levels, onward }: ProtocolOutline): Pick<ProtocolLine, "levels" | "onward"> {
  return { levels, ...(onward && { onward }) };
}

function lineOfShipped(row: ReturnType<typeof shippedRows>[number]): ProtocolLine {
  const { summary, variant, kind, slug, title, sources } = row.content;
  return {
    versionId: row.version_id,
    slug,
    kind,
    title,
    summary,
    variant,
    number: 1,
    isDraft: true,
    ...ladderOf(row.outline),
    sources: namesOf(sources),
  };
}

function namesOf(sources: ProtocolContent["sources"]): ProtocolLine["sources"] {
  return sources.map(({ title, strength }) => ({ title, strength }));
}

function inOrderOfSteps(a: ProtocolLine, b: ProtocolLine): number {
  return (
    PROTOCOL_KINDS.indexOf(a.kind) - PROTOCOL_KINDS.indexOf(b.kind) ||
    Number(a.variant !== null) - Number(b.variant !== null) ||
    a.title.localeCompare(b.title, "en")
  );
}

/** One version, whole. NOT_FOUND for another practice's. */
export async function protocolVersion({ tx, actor }: Shell, { versionId }: { versionId: string }) {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const mayReview = mayCall("protocols.review", actor.role);
  const row = await tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: versionId } },
    select: { content: true, number: true, reviews: NEWEST_REVIEW },
  });
  if (row) {
    const content = protocolContentSchema.parse(row.content);
    const review = reviewOf(row.reviews);
    return { versionId, content, number: row.number, isDraft: review === null, review, mayReview };
  }
  const shipped = shippedRows(practiceId).find((each) => each.version_id === versionId);
  if (!shipped) throw notFound();
  return { versionId, content: shipped.content, number: 1, isDraft: true, review: null, mayReview };
}

/** What the rules need of a version that is about to be assigned. NOT_FOUND for another practice's. */
export async function outlineOfVersion({ tx, actor }: Shell, versionId: string): Promise<ProtocolOutline> {
  if (!actor.practiceId) throw notFound();
  const row = await tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId: actor.practiceId, id: versionId } },
    select: { outline: true },
  });
  // A shipped one is there before its row is.
  const practiceId = actor.practiceId;
  const outline =
    row?.outline ?? shippedRows(practiceId).find((each) => each.version_id === versionId)?.outline;
  if (!outline) throw notFound();
  return { ...(outline as unknown as ProtocolOutline), versionId };
}
