import { z } from "zod";
import {
  completed,
  DEFAULT_CHOICES,
  type PracticeChoices,
  practiceChoicesSchema,
  problemsOf,
  type StoredChoices,
} from "../../domain/journey/practice-rules.ts";
import { previewRules } from "../../domain/journey/preview-rules.ts";
import { todayIn } from "../clock.ts";
import { loadRecord } from "../journey/load-record.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

export const rulesSchema = z.object({
  version: z.int(),
  choices: practiceChoicesSchema,
  /** Who saved this version; null while nobody has, and when she is no member any more. */
  savedBy: z.object({ name: z.string(), isMe: z.boolean() }).nullable(),
});
/** Counts of one page of clients; `next` names where the following one begins. */
export const previewSchema = z.object({
  /** All present clients, this page's and the others'. */
  present: z.int(),
  next: z.uuid().nullable(),
  clients: z.int(),
  locked: z.int(),
  opened: z.int(),
  held: z.int(),
  waysBack: z.int(),
});

/** What the practice has chosen; version 0 with the defaults while it never chose. */
export async function rules({ tx, actor }: Shell) {
  if (!actor.practiceId) throw notFound();
  type Row = { version: number; choices: StoredChoices; memberId: string | null; name: string | null };
  const [newest] = await tx.$queryRaw<Row[]>`
    SELECT r.version, r.choices, m.id AS "memberId", m.name FROM practice_rules r
      LEFT JOIN member m ON m.practice_id = r.practice_id AND m.id = r.recorded_by_id
     WHERE r.practice_id = ${actor.practiceId}::uuid ORDER BY r.version DESC LIMIT 1`;
  if (!newest) return { version: 0, choices: DEFAULT_CHOICES, savedBy: null };
  const { version, choices, memberId, name } = newest;
  const savedBy = name === null ? null : { name, isMe: memberId === actor.memberId };
  return { version, choices: completed(choices), savedBy };
}

/** The mums of the practice who have come and were not put away, in the order of their ids. */
export async function presentClients({ tx, actor }: Shell): Promise<readonly string[]> {
  const rows = await tx.client.findMany({
    where: { practiceId: actor.practiceId ?? "", archivedAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}

/** Clients of one page: a few hundred milliseconds of work, whatever the practice's size. */
const PAGE = 25;

type Wish = { readonly choices: PracticeChoices; readonly cursor: string | null };

/**
 * What other choices would do to the present clients, page by page, so that a large practice sees the count grow
 * instead of waiting for it. Saves nothing, and refuses what could not be saved.
 */
export async function previewOf(shell: Shell, { choices, cursor }: Wish) {
  const [problem] = problemsOf(choices);
  if (problem) throw new Refused(problem);
  const present = await presentClients(shell);
  const left = present.filter((id) => cursor === null || id > cursor);
  const page = left.slice(0, PAGE);
  const clients = [];
  for (const id of page) {
    const record = await loadRecord(shell.tx, id, { lock: false });
    if (record) clients.push({ record, today: todayIn(record.client.zone, shell.now) });
  }
  const next = left.length > PAGE ? (page.at(-1) ?? null) : null;
  return { ...previewRules(clients, choices), present: present.length, next };
}
