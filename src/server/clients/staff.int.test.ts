import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";
import { openText } from "../sealed-text.ts";
import { tokenHash } from "../db/with-actor.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const invite = (changes: object = {}) => ({
  key: randomUUID(),
  name: "Anahera Te Whiu",
  email: `${randomUUID().slice(0, 8)}@Example.org`,
  ...changes,
});
const everybody = {
  search: "",
  step: null,
  status: null,
  running: null,
  show: "with_us",
  sort: "name",
  cursor: null,
} as const;

describe("inviting a mum", () => {
  test("writes her, her first status and one mail whose token nobody else keeps", async () => {
    const wish = invite();
    const { clientId } = await desk.coach.clients.invite(wish);
    const { rows } = await desk.db.query(
      `SELECT i.token_hash, i.email, o.payload FROM invitation i JOIN outbox o ON o.payload->>'invitationId' = i.id::text WHERE i.client_id = $1`,
      [clientId],
    );
    expect(rows).toHaveLength(1);
    const token = openText(rows[0].payload.sealed);
    expect(rows[0].email).toBe(wish.email.toLowerCase());
    expect(rows[0].token_hash.equals(tokenHash(token))).toBe(true);
    expect(JSON.stringify(rows[0].payload)).not.toContain(token);
    expect(await desk.count("client_status", clientId)).toBe(1);
    const seen = await desk.coach.clients.byId({ clientId });
    expect(seen.client).toMatchObject({ coachId: desk.colleague.id, hasJoined: false });
    expect(seen.journey.next.coach.code).toBe("wait_for_intake");
  });

  test("pressed twice is one mum and one mail", async () => {
    const wish = invite();
    const [first, second] = await Promise.all([
      desk.coach.clients.invite(wish),
      desk.coach.clients.invite(wish),
    ]);
    expect(second).toEqual(first);
    expect(await desk.count("invitation", first.clientId)).toBe(1);
  });

  test("a known address is told kindly with who it is; coaches and physios are nobody's client", async () => {
    const wish = invite();
    const { clientId } = await desk.coach.clients.invite(wish);
    expect(await refusedWith(desk.owner.clients.invite({ ...wish, key: randomUUID() }))).toEqual({
      code: "client_known",
      clientId,
      name: wish.name,
      state: "invited",
    });
    const { email } = desk.practice.owner;
    const alias = email.replace("@", "+me@");
    for (const [address, code] of [
      [email, "email_of_member"],
      [alias, "email_of_member"],
      [desk.physio.email, "email_of_physio"],
    ] as const) {
      expect(await refusedWith(desk.coach.clients.invite(invite({ email: address })))).toEqual({ code });
    }
  });

  test("inviting again ends the old ticket; not once she has joined, not for a stranger", async () => {
    const { clientId } = await desk.coach.clients.invite(invite());
    await desk.coach.clients.inviteAgain({ key: randomUUID(), clientId });
    const { rows } = await desk.db.query(
      "SELECT voided_at IS NULL AS live FROM invitation WHERE client_id = $1 ORDER BY created_at",
      [clientId],
    );
    expect(rows.map((row) => row.live)).toEqual([false, true]);
    const joined = await desk.mum("justIn");
    const again = (id: string) =>
      refusedWith(desk.coach.clients.inviteAgain({ key: randomUUID(), clientId: id }));
    expect(await again(joined.id)).toEqual({ code: "already_joined" });
    expect([await again(desk.foreign.id), await again(randomUUID())]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
  });
});

describe("the list", () => {
  test("walks all pages without a gap or a repeat, whatever the order", async () => {
    for (let index = 0; index < 70; index += 1) {
      await desk.practice.mum({
        name: `Mum ${index % 7}`,
        email: `m${index}-${randomUUID()}@example.org`,
        joinedDaysAgo: index % 9,
        account: index % 2 === 0,
      });
    }
    const first = await desk.coach.clients.list(everybody);
    for (const sort of ["name", "attention", "lastLog", "joined"] as const) {
      const ids: string[] = [];
      let cursor: (typeof first)["next"] = null;
      do {
        const page: typeof first = await desk.coach.clients.list({ ...everybody, sort, cursor });
        ids.push(...page.rows.map((row) => row.clientId));
        cursor = page.next;
      } while (cursor);
      expect(ids).toHaveLength(first.total ?? 0);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("finds by name and address, by step and status, and never another practice's", async () => {
    const heavy = await desk.mum("heavyOnRun", "Wiremu % Ngata");
    const named = await desk.coach.clients.list({ ...everybody, search: "% ngata" });
    expect(named.rows.map((row) => row.clientId)).toEqual([heavy.id]);
    const held = await desk.coach.clients.list({ ...everybody, step: "running", status: "held" });
    expect(held.rows.map((row) => row.clientId)).toContain(heavy.id);
    const open = await desk.coach.clients.list({ ...everybody, running: "open" });
    expect(open.rows.every((row) => row.isRunOpen)).toBe(true);
    const all = await desk.coach.clients.list({ ...everybody, search: "Fia" });
    expect(all.rows).toEqual([]);
  });
});

describe("one mum", () => {
  test("is told whole: journey, limits, levels, cues, names, and her own words", async () => {
    const mum = await desk.mum("running");
    const seen = await desk.coach.clients.byId({ clientId: mum.id });
    expect(seen.journey.lock.open).toBe(true);
    expect(seen.journey.limits).toEqual([{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }]);
    expect(Object.keys(seen.levels).length).toBeGreaterThan(2);
    expect(seen.reviews[0]?.cues).toHaveLength(2);
    expect(seen.names[desk.physio.id]).toBe("Pia");
    expect(seen.about.birth?.mode).toBe("vaginal");
  });

  test("the look is in her trail; a foreign mum is not there", async () => {
    const mum = await desk.mum("intakeDone");
    await desk.coach.clients.byId({ clientId: mum.id });
    const { rows } = await desk.db.query(
      "SELECT actor_id FROM audit_event WHERE client_id = $1 AND action = 'read.clients.byId'",
      [mum.id],
    );
    expect(rows).toEqual([{ actor_id: desk.colleague.id }]);
    expect(await refusedWith(desk.coach.clients.byId({ clientId: desk.foreign.id }))).toBe("NOT_FOUND");
  });

  test("a stale form overwrites nothing, and says whose change came in between", async () => {
    const mum = await desk.mum("justIn");
    const { client } = await desk.coach.clients.byId({ clientId: mum.id });
    const form = {
      clientId: mum.id,
      version: client.version,
      zone: "Europe/Berlin",
      country: "DE",
      isArchived: false,
    };
    const save = (name: string) =>
      refusedWith(
        desk.coach.clients.update({ key: randomUUID(), ...form, name, coachId: desk.practice.owner.id }),
      );
    expect(await save("First")).toBe("done");
    expect(await save("Second")).toEqual({ code: "stale", by: desk.colleague.id });
    expect((await desk.coach.clients.byId({ clientId: mum.id })).client).toMatchObject({
      name: "First",
      coach: "Olive",
      zone: "Europe/Berlin",
      changedBy: desk.colleague.id,
    });
  });
});
