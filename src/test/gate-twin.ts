// The lock told twice, side by side: lives of the simulation, written into Postgres day by day past our own code, and
// after each day both are asked. Postgres's own guards stand while the rows are written: what they refuse and the rules
// accepted is a disagreement too.
import { canRunFacts } from "../domain/clearance/gate.ts";
import { type ClientRecord, FACT_KINDS, type FactKind } from "../domain/journey/facts.ts";
import type { Life } from "../domain/journey/simulation/life.ts";
import { live } from "../domain/journey/simulation/life.ts";
import { lifeOf, RULES_AS_THEY_ARE } from "../domain/journey/simulation/run.ts";
import { addDays, type Day, day } from "../domain/shared/day.ts";
import { FACT_TABLES, toRow } from "../server/journey/fact-tables.ts";
import type { Rows } from "./rows.ts";

export type Twin = {
  readonly steps: number;
  readonly disagreements: readonly string[];
  readonly open: number;
  readonly shut: number;
};
type Practice = Awaited<ReturnType<Rows["practice"]>>;
type Evening = {
  readonly today: Day;
  readonly record: ClientRecord;
  readonly isOpen: boolean;
  readonly steps: number;
};

const SCOPES = ["walk_run", "technique"] as const;
/** A sign-off cannot be signed ahead of the real clock, so these lives lie behind it. */
const LONG_AGO = day("2024-01-01");
/** Days around each evening that both are asked about. */
const AROUND = [-1, 0, 1, 40];

/** Lives and compares until so many steps (commands given) are done; each life is named by the seed and its number. */
export async function twins(
  rows: Rows,
  { seed, from, steps }: { readonly seed: number; readonly from: number; readonly steps: number },
  say: (line: string) => void = () => {},
): Promise<Twin> {
  const practice = await rows.practice();
  const total = { steps: 0, disagreements: [] as string[], open: 0, shut: 0 };
  for (let number = from; total.steps < steps; number += 1) {
    const told = lifeOf(seed, number, 400);
    const character = { ...told.character, firstDay: addDays(LONG_AGO, seed % 300) };
    const one = await twin(rows, practice, { ...told, character }, steps - total.steps);
    total.steps += one.steps;
    total.open += one.open;
    total.shut += one.shut;
    total.disagreements.push(...one.disagreements.map((line) => `seed ${seed}, mum ${number}: ${line}`));
    say(`  ${total.steps} of ${steps} steps, ${total.disagreements.length} disagreements`);
  }
  return total;
}

async function twin(rows: Rows, practice: Practice, life: Life, most: number): Promise<Twin> {
  const evenings: Evening[] = [];
  let given = 0;
  live(life, RULES_AS_THEY_ARE, ({ today, record, journey, attempts }) => {
    given += attempts.length;
    evenings.push({ today, record, isOpen: journey.lock.open, steps: given });
    return given >= most;
  });
  const last = evenings.at(-1);
  if (!last) return { steps: 0, disagreements: [], open: 0, shut: 0 };
  await people(rows, practice, last.record);
  const disagreements: string[] = [];
  const count = { open: 0, shut: 0 };
  let written: ClientRecord | null = null;
  for (const evening of evenings) {
    disagreements.push(...(await write(rows, practice, written, evening.record)));
    written = evening.record;
    for (const { on, scope, ok } of await asked(rows, evening)) {
      if (ok !== canRunFacts(evening.record, on, scope))
        disagreements.push(`${evening.today}: can_run for ${scope} on ${on} says ${ok}`);
      if (on === evening.today && scope === "walk_run") count[ok ? "open" : "shut"] += 1;
      if (on === evening.today && scope === "walk_run" && evening.isOpen && !ok)
        disagreements.push(`${evening.today}: the whole lock is open where Postgres's is shut`);
    }
  }
  return { steps: given, disagreements, ...count };
}

async function asked(rows: Rows, { record, today }: Evening) {
  const days = AROUND.map((count) => addDays(today, count));
  const { rows: answers } = await rows.db.query<{ on: Day; scope: (typeof SCOPES)[number]; ok: boolean }>(
    `SELECT d::text AS on, s AS scope, app.can_run($1, d, s) AS ok FROM unnest($2::date[]) d, unnest($3::text[]) s`,
    [record.client.id, days, SCOPES],
  );
  return answers;
}

/** The client, her physio and the protocols, with the ids her facts name. */
async function people(rows: Rows, practice: Practice, record: ClientRecord): Promise<void> {
  const userId = await rows.user("Mere");
  const at = "2023-01-01T00:00:00Z";
  await rows.db.query(
    `INSERT INTO client (id, practice_id, user_id, name, email, zone, country, coach_id, joined_on)
     SELECT $1, $2, id, name, email, $5, 'NZ', $4, $6 FROM "user" WHERE id = $3`,
    [record.client.id, practice.id, userId, practice.owner.id, record.client.zone, record.client.joinedOn],
  );
  for (const id of new Set(record.request.map((row) => row.physioId))) {
    await rows.insert("physio", {
      id,
      practice_id: practice.id,
      name: "Hana",
      email: `${record.client.id}@clinic.example`,
      user_id: null,
      created_at: at,
    });
  }
  for (const { versionId, kind, title } of record.protocols) {
    const known = await rows.db.query("SELECT 1 FROM protocol_version WHERE id = $1", [versionId]);
    if (known.rowCount) continue;
    const protocol = await rows.insert("protocol", {
      practice_id: practice.id,
      kind,
      slug: kind,
      created_at: at,
    });
    await rows.insert("protocol_version", {
      id: versionId,
      practice_id: practice.id,
      protocol_id: protocol,
      number: 1,
      title,
      content: {},
      outline: {},
      published_at: at,
    });
  }
}

type Row = { readonly id: string; readonly recordedAt: string };

/** New rows of a day in the order they were recorded. Answers with what Postgres refused. */
async function write(
  rows: Rows,
  practice: Practice,
  before: ClientRecord | null,
  after: ClientRecord,
): Promise<readonly string[]> {
  const fresh = [
    ...freshRows("credential_check", before?.credentialChecks ?? [], after.credentialChecks, {
      register: "r",
      evidence: "e",
    }),
    ...FACT_KINDS.flatMap((kind: FactKind) =>
      freshRows(FACT_TABLES[kind], before?.[kind] ?? [], after[kind], EXTRA[kind]?.(after) ?? {}),
    ),
  ].toSorted((a, b) =>
    a.row.recordedAt < b.row.recordedAt ? -1 : a.row.recordedAt > b.row.recordedAt ? 1 : 0,
  );
  const refused: string[] = [];
  for (const { table, row, extra } of fresh) {
    const owner = table === "credential_check" ? {} : { clientId: after.client.id };
    const whole = toRow({ ...row, ...owner, practiceId: practice.id, ...extra(row) });
    try {
      await rows.insert(table, whole);
    } catch (error) {
      refused.push(`${table} of ${row.recordedAt} was refused: ${(error as Error).message}`);
      await rows.db.query("SET session_replication_role = replica");
      await rows.insert(table, whole);
      await rows.db.query("SET session_replication_role = origin");
    }
  }
  return refused;
}

/** Columns of the sign-off that are the shell's: who she is and the seal. */
const EXTRA: { readonly [K in FactKind]?: (record: ClientRecord) => object } = {
  clearance: () => ({
    signerTitle: "Physiotherapist",
    regulator: "Board",
    practisingYear: 2030,
    statementId: "s",
    documentHashes: [],
    seal: "\\x00",
  }),
};

function freshRows(table: string, before: readonly Row[], after: readonly Row[], extra: object) {
  return after.slice(before.length).map((row) => ({
    table,
    row,
    extra: (of: Row) => (table === "clearance" ? { ...extra, passportCode: of.id.slice(0, 18) } : extra),
  }));
}
