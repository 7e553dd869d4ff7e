import { z } from "zod";
import type { AttentionReason } from "../../domain/attention/rank.ts";
import type { LockReason } from "../../domain/journey/reasons.ts";
import { STEP_IDS, type StepStatus } from "../../domain/journey/steps.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { shape } from "../trpc/base.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

const STATUSES = ["locked", "open", "active", "held", "done"] as const;
const SORTS = ["attention", "name", "lastLog", "joined"] as const;
/** Rows of one page. The browser asks for the next when she gets there. */
const PAGE = 60;

export const listInput = {
  search: z.string().trim().max(100),
  step: z.enum(STEP_IDS).nullable(),
  status: z.enum(STATUSES).nullable(),
  running: z.enum(["open", "locked"]).nullable(),
  show: z.enum(["with_us", "invited", "archived"]),
  sort: z.enum(SORTS),
  /** Where the last page ended; null for the first. */
  cursor: z.strictObject({ key: z.string().max(200), id: z.uuid() }).nullish(),
};

export const listOutput = z.object({
  rows: z.array(
    z.object({
      clientId: z.uuid(),
      name: z.string(),
      coach: z.string(),
      hasJoined: z.boolean(),
      joinedOn: daySchema,
      steps: shape<readonly StepStatus[]>(),
      isRunOpen: z.boolean(),
      lockReasons: shape<readonly LockReason[]>(),
      reasons: shape<readonly AttentionReason[]>(),
      lastLogOn: daySchema.nullable(),
    }),
  ),
  /** Of the first page only: how many there are in all. */
  total: z.int().nullable(),
  next: z.object({ key: z.string(), id: z.uuid() }).nullable(),
});

type ListInput = z.output<z.ZodObject<typeof listInput>>;
type Row = z.output<typeof listOutput>["rows"][number] & { key: string };

/** Text that sorts in the wanted order, with the id behind it: pages neither skip nor repeat while rows change. */
const KEYS: { readonly [S in ListInput["sort"]]: { by: Prisma.Sql; order: "ASC" | "DESC" } } = {
  attention: { by: Prisma.sql`lpad(coalesce(s.attention_rank, 0)::text, 8, '0')`, order: "DESC" },
  name: { by: Prisma.sql`lower(c.name)`, order: "ASC" },
  // Never logged first: that is who wants a look.
  lastLog: { by: Prisma.sql`coalesce(s.last_log_on::text, '')`, order: "ASC" },
  joined: { by: Prisma.sql`c.joined_on::text`, order: "DESC" },
};

function conditions(practiceId: string, input: ListInput): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`c.practice_id = ${practiceId}::uuid`];
  if (input.show === "archived") parts.push(Prisma.sql`c.archived_at IS NOT NULL`);
  else parts.push(Prisma.sql`c.archived_at IS NULL`);
  if (input.show === "invited") parts.push(Prisma.sql`c.user_id IS NULL`);
  if (input.search !== "") {
    const like = `%${input.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    parts.push(Prisma.sql`(c.name ILIKE ${like} OR c.email ILIKE ${like})`);
  }
  if (input.running) parts.push(Prisma.sql`coalesce(s.run_open, false) = ${input.running === "open"}`);
  if (input.step) {
    const at = STEP_IDS.indexOf(input.step);
    const status = Prisma.sql`coalesce(s.steps ->> ${at}::int, 'locked')`;
    // A step without a status asked for: everybody who is at it.
    parts.push(
      input.status
        ? Prisma.sql`${status} = ${input.status}`
        : Prisma.sql`${status} IN ('open', 'active', 'held')`,
    );
  } else if (input.status) {
    parts.push(Prisma.sql`coalesce(s.steps, '[]'::jsonb) ? ${input.status}`);
  }
  return Prisma.join(parts, " AND ");
}

/** The practice's mums: one statement over the narrow projection, a page at a time. */
export async function listClients({ tx, actor }: Shell, input: ListInput) {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const where = conditions(practiceId, input);
  const { by, order } = KEYS[input.sort];
  const direction = Prisma.raw(order);
  const after = input.cursor
    ? Prisma.sql`AND (${by}, c.id) ${Prisma.raw(order === "ASC" ? ">" : "<")} (${input.cursor.key}, ${input.cursor.id}::uuid)`
    : Prisma.empty;
  const from = Prisma.sql`
      FROM client c LEFT JOIN client_status s ON s.practice_id = c.practice_id AND s.client_id = c.id`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "clientId", c.name, k.name AS coach, c.user_id IS NOT NULL AS "hasJoined", c.joined_on::text AS "joinedOn",
           coalesce(s.steps, '[]') AS steps, coalesce(s.run_open, false) AS "isRunOpen",
           coalesce(s.lock_reasons, '[]') AS "lockReasons", coalesce(s.reasons, '[]') AS reasons,
           s.last_log_on::text AS "lastLogOn", ${by} AS key
      ${from} JOIN member k ON k.practice_id = c.practice_id AND k.id = c.coach_id
     WHERE ${where} ${after} ORDER BY ${by} ${direction}, c.id ${direction} LIMIT ${PAGE + 1}`;
  const counted = input.cursor
    ? []
    : await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from} WHERE ${where}`;
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ key: _, ...row }) => row),
    total: counted[0]?.total ?? null,
    next: last ? { key: last.key, id: last.clientId } : null,
  };
}
