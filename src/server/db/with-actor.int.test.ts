import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { UnsafeQuery } from "./guard.ts";
import { databaseRefusal } from "./errors.ts";
import { closeDatabases, databases } from "./pools.ts";
import { readiness } from "./readiness.ts";
import { type Credentials, withActor } from "./with-actor.ts";

let rows: Rows;
let here: Awaited<ReturnType<Rows["practice"]>>;
let there: Awaited<ReturnType<Rows["practice"]>>;
beforeAll(async () => {
  rows = await openRows();
  here = await rows.practice("Here");
  there = await rows.practice("There");
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

type As = Extract<Credentials, { kind: "session" }>["as"];
const as = async (userId: string, role: As, practiceId: string | null = null): Promise<Credentials> => ({
  kind: "session",
  token: await rows.session(userId),
  as: role,
  practiceId,
});
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => databaseRefusal(error) ?? error,
  );

describe("who acts is Postgres's answer, not the caller's", () => {
  test("given a live session, then the actor is the person in the role she asked for, if it is hers", async () => {
    const coach = await withActor(await as(here.owner.userId, "coach"), "read", async (_, actor) => actor);
    expect(coach).toMatchObject({
      role: "owner",
      practiceId: here.id,
      memberId: here.owner.id,
      clientId: null,
    });
    const mum = await here.mum("Mia");
    expect(await withActor(await as(mum.userId, "client"), "read", async (_, actor) => actor)).toMatchObject({
      role: "client",
      clientId: mum.id,
    });
  });

  test.each<[string, () => Promise<Credentials>]>([
    ["a token nobody has", async () => ({ kind: "session", token: "nobody", as: "coach", practiceId: null })],
    ["a link nobody has", async () => ({ kind: "link", token: "nobody" })],
    ["a role that is not hers", async () => as((await here.mum("Nia")).userId, "coach")],
    ["a practice that is not hers", async () => as(here.owner.userId, "coach", there.id)],
  ])("given %s, then not_signed_in", async (_, credentials) => {
    expect(await refusalOf(withActor(await credentials(), "read", async () => "in"))).toBe("not_signed_in");
  });

  test("given a revoked, ended or suspended session, then the next transaction is refused", async () => {
    for (const sql of [
      `UPDATE sign_in_session SET revoked_at = now() WHERE user_id = $1`,
      `UPDATE sign_in_session SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      `UPDATE sign_in_session SET idle_ends_at = now() - interval '1 second' WHERE user_id = $1`,
      `UPDATE "user" SET suspended_at = now() WHERE id = $1`,
    ]) {
      const mum = await here.mum("Ola");
      const credentials = await as(mum.userId, "client");
      await withActor(credentials, "read", async () => undefined);
      await rows.db.query(sql, [mum.userId]);
      expect(await refusalOf(withActor(credentials, "read", async () => "in"))).toBe("not_signed_in");
    }
  });

  test("given a context made up or copied from another transaction, then Postgres raises", async () => {
    const credentials = await as(here.owner.userId, "coach");
    const copied = await withActor(credentials, "read", async (tx) => {
      const [row] = await tx.$queryRaw<{ c: string }[]>`SELECT current_setting('app.context') AS c`;
      return row?.c ?? "";
    });
    const forged = `${there.owner.userId}|owner|${there.id}||${there.owner.id}|||${randomUUID()}#00`;
    for (const context of [copied, forged]) {
      const read = withActor(credentials, "read", async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.context', ${context}, true)`;
        return tx.client.findMany();
      });
      expect(await refusalOf(read)).toBe("not_signed_in");
    }
  });

  test("given no context at all, then there are no rows", async () => {
    const { rows: seen } = await databases().appPool.query("SELECT * FROM client");
    expect(seen).toEqual([]);
  });

  test("given the application's role, then it cannot read secrets or sessions, become another role or switch policies off", async () => {
    for (const sql of [
      "SELECT * FROM app.secret",
      "SELECT * FROM sign_in_session",
      "SELECT app.sign('x')",
      "SELECT app.put_context(ARRAY['a'])",
      "SET ROLE sevenstride_owner",
      "SET ROLE sevenstride_definer",
      "ALTER TABLE client DISABLE ROW LEVEL SECURITY",
      "SELECT * FROM app.claim_outbox(1, interval '1 minute')",
      `SELECT app.append_audit('${here.id}', 'system', NULL, 'x', NULL, 'x', NULL, '{}', now())`,
    ]) {
      await expect(databases().appPool.query(sql), sql).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("what each sees", () => {
  test("given two mums of one coach and one of another practice, then each sees herself and staff see their own practice", async () => {
    const one = await here.mum("Pia");
    const two = await here.mum("Rua");
    const far = await there.mum("Tui");
    for (const mum of [one, two, far])
      await mum.fact("birth", { born_on: dayFromNow(-40), mode: "vaginal", tear: "none", babies: 1 });
    const births = (credentials: Credentials) =>
      withActor(credentials, "read", async (tx) => (await tx.birth.findMany()).map((row) => row.clientId));
    expect(await births(await as(one.userId, "client"))).toEqual([one.id]);
    const staff = await births(await as(here.owner.userId, "coach"));
    expect(staff).toEqual(expect.arrayContaining([one.id, two.id]));
    expect(staff).not.toContain(far.id);
  });

  test("given a coach, when she writes into another practice or for a client of it, then refused", async () => {
    const far = await there.mum("Una");
    const credentials = await as(here.owner.userId, "coach");
    const hold = { id: randomUUID(), covers: "running", reason: "coach_decision", placed_on: dayFromNow(0) };
    for (const practiceId of [here.id, there.id]) {
      const write = withActor(
        credentials,
        "write",
        (tx) =>
          tx.$executeRaw`INSERT INTO hold SELECT * FROM jsonb_populate_record(NULL::hold, ${JSON.stringify({ ...hold, practice_id: practiceId, client_id: far.id })}::jsonb)`,
      );
      expect(["points_nowhere", "not_allowed"]).toContain(await refusalOf(write));
    }
  });

  test("given any recorder in the row, then Postgres writes who it really was", async () => {
    const mum = await here.mum("Vai");
    const id = randomUUID();
    await withActor(
      await as(mum.userId, "client"),
      "write",
      (tx) =>
        tx.$executeRaw`INSERT INTO goal SELECT * FROM jsonb_populate_record(NULL::goal, ${JSON.stringify({
          id,
          practice_id: here.id,
          client_id: mum.id,
          set_on: dayFromNow(0),
          days_per_week: 3,
          minutes_per_run: 30,
          recorded_by_kind: "physio",
          recorded_by_id: randomUUID(),
          recorded_at: "2001-01-01T00:00:00Z",
        })}::jsonb)`,
    );
    const { rows: found } = await rows.db.query(
      `SELECT recorded_by_kind, recorded_by_id, recorded_at > now() - interval '1 minute' AS fresh FROM goal WHERE id = $1`,
      [id],
    );
    expect(found[0]).toEqual({ recorded_by_kind: "client", recorded_by_id: mum.id, fresh: true });
  });
});

describe("the guard over Prisma", () => {
  test("given a query outside withActor, then it throws before it reaches Postgres", async () => {
    await expect(databases().app.client.findMany()).rejects.toThrow(UnsafeQuery);
  });

  test("given undefined in a filter or a bulk write without one, then it throws", async () => {
    const credentials = await as(here.owner.userId, "coach");
    const missing = undefined as unknown as string;
    await expect(
      withActor(credentials, "read", (tx) => tx.client.findFirst({ where: { id: missing } })),
    ).rejects.toThrow(UnsafeQuery);
    await expect(
      withActor(credentials, "read", (tx) => tx.client.findMany({ where: { OR: [{ name: missing }] } })),
    ).rejects.toThrow(UnsafeQuery);
    await expect(withActor(credentials, "write", (tx) => tx.task.deleteMany())).rejects.toThrow(UnsafeQuery);
    await expect(withActor(credentials, "write", (tx) => tx.task.deleteMany({ where: {} }))).rejects.toThrow(
      UnsafeQuery,
    );
  });

  test("given a read, then its transaction cannot write", async () => {
    const credentials = await as(here.owner.userId, "coach");
    await expect(
      withActor(credentials, "read", (tx) =>
        tx.practice.update({ where: { id: here.id }, data: { name: "x" } }),
      ),
    ).rejects.toThrow(/read-only/i);
  });
});

describe("the trail", () => {
  test("given events, when a superuser edits, removes, inserts or cuts the tail, then each is found", async () => {
    const place = await rows.practice("Trail");
    const credentials = await as(place.owner.userId, "coach");
    for (let i = 0; i < 6; i += 1) {
      await withActor(
        credentials,
        "write",
        (tx) => tx.$executeRaw`SELECT app.audit('test.happened', NULL, 'test', ${String(i)}, '{}'::jsonb)`,
      );
    }
    const verify = async () =>
      (await rows.db.query<{ bad: string | null }>(`SELECT app.verify_audit($1) AS bad`, [place.id])).rows[0]
        ?.bad;
    expect(await verify()).toBeNull();
    const tamper: [string, string][] = [
      [`UPDATE audit_event SET data = '{"x":1}' WHERE practice_id = $1 AND seq = 3`, "3"],
      [`DELETE FROM audit_event WHERE practice_id = $1 AND seq = 3`, "3"],
      [`UPDATE audit_event SET at = at + interval '1 second' WHERE practice_id = $1 AND seq = 2`, "2"],
      [`DELETE FROM audit_event WHERE practice_id = $1 AND seq = 6`, "6"],
      [
        `INSERT INTO audit_event SELECT practice_id, 7, at, actor_kind, actor_id, action, client_id, target_type, target_id, data, prev_hash, hash FROM audit_event WHERE practice_id = $1 AND seq = 6`,
        "7",
      ],
    ];
    for (const [sql, at] of tamper) {
      await rows.db.query("BEGIN");
      await rows.db.query(sql, [place.id]);
      expect([sql, await verify()]).toEqual([sql, at]);
      await rows.db.query("ROLLBACK");
    }
  });
});

test("ready means: the database answers, the role is confined, the rules are in force, writes are durable", async () => {
  // The test server does not wait for the disk, and the probe says so: it can tell the difference.
  expect(await readiness()).toEqual({
    ready: false,
    checks: { database: true, confined: true, durable: false, migrated: true, outbox: true },
  });
});
