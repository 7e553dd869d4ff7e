// Rows by plain SQL as the superuser: for tests of what Postgres itself holds, independent of our own code above it.
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { seal } from "../server/clearance/seal.ts";
import { fromRows } from "../server/clearance/signed-record.ts";
import { asSuperuser } from "./database.ts";

export type Rows = Awaited<ReturnType<typeof openRows>>;

/** YYYY-MM-DD, `days` after (before when negative) today in UTC. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const hash = (token: string) => createHash("sha256").update(token).digest();

/** Puts a seal on a sign-off as it lies there, as if it had been signed like that. */
export async function sealAgain(db: pg.Client, clearanceId: string): Promise<void> {
  const { rows } = await db.query(`SELECT app.sealed_rows($1) AS told`, [clearanceId]);
  if (!rows[0]?.told) return;
  const { record } = fromRows(rows[0].told);
  await db.query(`SET session_replication_role = replica`);
  await db.query(`UPDATE clearance SET seal = $2 WHERE id = $1`, [
    clearanceId,
    seal(record, process.env["NEXTAUTH_SECRET"]),
  ]);
  await db.query(`SET session_replication_role = DEFAULT`);
}

/** A superuser's connection to this file's database and the shortest ways to make a practice with people in it. */
export async function openRows() {
  const db = new pg.Client({ connectionString: asSuperuser(process.env["OWNER_DATABASE_URL"] ?? "") });
  await db.connect();

  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = (row["id"] as string | undefined) ?? randomUUID();
    await db.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1)`, [
      JSON.stringify({ id, ...row }),
    ]);
    if (table === "clearance") await sealAgain(db, id);
    return id;
  };

  const user = async (name: string) => {
    const id = await db.query<{ id: string }>(
      `INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3) RETURNING id`,
      [randomUUID(), `${name}-${randomUUID().slice(0, 8)}@example.org`, name],
    );
    return id.rows[0]!.id;
  };

  /** A live session's token. */
  const session = async (userId: string): Promise<string> => {
    const token = randomUUID();
    await db.query(
      `INSERT INTO sign_in_session (id, token_hash, user_id, expires_at, idle_ends_at, methods, device, address_prefix, step_up_at)
       VALUES ($1, $2, $3, now() + interval '1 hour', now() + interval '1 hour', '{code}', 'test', '127.0.0.0/24', now())`,
      [randomUUID(), hash(token), userId],
    );
    return token;
  };

  const practice = async (name = "Practice") => {
    const id = randomUUID();
    await db.query(`INSERT INTO practice (id, name, zone, country) VALUES ($1, $2, 'UTC', 'NZ')`, [id, name]);
    const member = async (role: "owner" | "coach", name: string) => {
      const userId = await user(name);
      const memberId = randomUUID();
      await db.query(
        `INSERT INTO member (id, practice_id, user_id, role, name, email) SELECT $1, $2, id, $4, name, email FROM "user" WHERE id = $3`,
        [memberId, id, userId, role],
      );
      return { id: memberId, userId };
    };
    const owner = await member("owner", "Olive");
    const mum = async (name: string) => {
      const userId = await user(name);
      const clientId = randomUUID();
      await db.query(
        `INSERT INTO client (id, practice_id, user_id, name, email, zone, country, coach_id, joined_on)
         SELECT $1, $2, id, name, email, 'UTC', 'NZ', $4, current_date FROM "user" WHERE id = $3`,
        [clientId, id, userId, owner.id],
      );
      return { id: clientId, userId, fact: fact(clientId) };
    };
    const fact =
      (clientId: string) =>
      (table: string, row: Record<string, unknown>, byKind = "client") =>
        insert(table, { practice_id: id, client_id: clientId, recorded_by_kind: byKind, ...row });
    const physio = async (name: string, userId: string | null = null) =>
      insert("physio", {
        practice_id: id,
        name,
        email: `${name}-${randomUUID().slice(0, 8)}@clinic.example`,
        user_id: userId,
        created_at: new Date().toISOString(),
      });
    const protocolVersion = async (kind: string) => {
      const protocol = await insert("protocol", {
        practice_id: id,
        kind,
        slug: `${kind}-${randomUUID()}`,
        created_at: new Date().toISOString(),
      });
      return insert("protocol_version", {
        practice_id: id,
        protocol_id: protocol,
        number: 1,
        title: kind,
        content: {},
        outline: {},
        published_at: new Date().toISOString(),
      });
    };
    return { id, owner, member, mum, physio, protocolVersion };
  };

  return { db, insert, user, session, practice, close: () => db.end() };
}

/** A mum cleared for walk/run as Postgres sees it: birth 100 days ago, request, assessment, clearance, yes, credential. */
export async function clearedMum(
  rows: Rows,
  practice: Awaited<ReturnType<Rows["practice"]>>,
  changes: { clearance?: object; birth?: object } = {},
) {
  const mum = await practice.mum("Mere");
  const physioId = await practice.physio("Pia");
  await mum.fact("birth", {
    born_on: dayFromNow(-100),
    mode: "vaginal",
    tear: "none",
    babies: 1,
    ...changes.birth,
  });
  const requestId = await mum.fact(
    "request",
    {
      kind: "assessment",
      physio_id: physioId,
      reason: "r",
      asked_on: dayFromNow(-20),
      due_on: dayFromNow(0),
      expires_on: dayFromNow(20),
    },
    "coach",
  );
  const assessmentId = await mum.fact(
    "assessment",
    { request_id: requestId, physio_id: physioId, assessed_on: dayFromNow(-10), restoration_ok: true },
    "physio",
  );
  const clearanceId = await mum.fact(
    "clearance",
    {
      assessment_id: assessmentId,
      physio_id: physioId,
      decision: "cleared",
      scope: ["walk", "walk_run"],
      conditions: [],
      assessed_on: dayFromNow(-10),
      signed_on: dayFromNow(-10),
      review_by: dayFromNow(80),
      earlier_tests_count: true,
      signer_name: "Pia Physio",
      signer_title: "Physiotherapist",
      regulator: "Physiotherapy Board",
      registration_number: randomUUID(),
      practising_year: 2026,
      statement_id: "v1",
      document_hashes: [],
      passport_code: randomUUID(),
      seal: "\\x00",
      ...changes.clearance,
    },
    "physio",
  );
  const number = (
    await rows.db.query<{ n: string }>(`SELECT registration_number AS n FROM clearance WHERE id = $1`, [
      clearanceId,
    ])
  ).rows[0]!.n;
  const confirm = (saw = true) => mum.fact("clearance_confirmation", { clearance_id: clearanceId, saw });
  const credential = (row: object = {}) =>
    rows.insert("credential_check", {
      practice_id: practice.id,
      physio_id: physioId,
      recorded_by_kind: "owner",
      registration_number: number,
      checked_on: dayFromNow(-9),
      valid_until: dayFromNow(100),
      found: true,
      register: "register",
      evidence: "seen",
      ...row,
    });
  const canRun = async (days = 0, scope = "walk_run") =>
    (
      await rows.db.query<{ ok: boolean }>(`SELECT app.can_run($1, $2, $3) AS ok`, [
        mum.id,
        dayFromNow(days),
        scope,
      ])
    ).rows[0]!.ok;
  const runPlan = (version: string, days = 0) =>
    mum.fact(
      "plan",
      {
        kind: "walk_run",
        protocol_version_id: version,
        starts_on: dayFromNow(days),
        weekdays: [1, 3, 5],
        level: 0,
        mode: "propose",
      },
      "coach",
    );
  return { ...mum, physioId, requestId, assessmentId, clearanceId, confirm, credential, canRun, runPlan };
}
