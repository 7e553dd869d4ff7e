import { randomUUID } from "node:crypto";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { clearedMum, openRows, type Rows } from "../../test/rows.ts";
import { newTicket } from "../tickets.ts";
import { closeDatabases } from "../db/pools.ts";
import { compose } from "./compose.ts";
import { post } from "./post.ts";
import { retryAfter, sendWaiting, startWorker } from "./worker.ts";

// A real mail server that keeps what it gets; `moods` makes it refuse.
let rows: Rows;
let server: SMTPServer;
const inbox: ParsedMail[] = [];
const moods = { refuse: false };

beforeAll(async () => {
  rows = await openRows();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          if (moods.refuse) return done(Object.assign(new Error("later"), { responseCode: 451 }));
          inbox.push(mail);
          done();
        },
        (error) => done(error as Error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : 0;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await closeDatabases();
  await rows.close();
});
beforeEach(async () => {
  inbox.length = 0;
  moods.refuse = false;
  await rows.db.query(`DELETE FROM outbox`);
});
afterEach(() => vi.useRealTimers());

const put = async (kind: string, payload: object, practiceId: string | null = null) => {
  const id = randomUUID();
  await rows.db.query(`INSERT INTO outbox (id, practice_id, kind, payload) VALUES ($1, $2, $3, $4)`, [
    id,
    practiceId,
    kind,
    payload,
  ]);
  return id;
};
const rowOf = async (id: string) =>
  (
    await rows.db.query(
      `SELECT done_at, attempts, last_error, payload, claimed_until, extract(epoch FROM not_before - now())::int AS wait FROM outbox WHERE id = $1`,
      [id],
    )
  ).rows[0];

async function invited() {
  const practice = await rows.practice("Pelvic & Postnatal Running");
  const mum = await practice.mum("Mia Moana");
  const ticket = newTicket();
  const invitationId = randomUUID();
  await rows.db.query(
    `INSERT INTO invitation (id, practice_id, purpose, email, name, token_hash, client_id, expires_at) VALUES ($1, $2, 'client', 'mia.invited@example.org', 'Mia Moana', $3, $4, now() + interval '14 days')`,
    [invitationId, practice.id, ticket.hash, mum.id],
  );
  const id = await put("invitation", { invitationId, sealed: ticket.sealed }, practice.id);
  return { practice, mum, ticket, invitationId, id };
}

describe("an invitation", () => {
  test("leaves for the stored address with the token in the fragment, plain and with a button", async () => {
    const { ticket, id } = await invited();
    expect(await sendWaiting()).toEqual({ done: 1, failed: 0 });
    const [mail] = inbox;
    expect(mail?.to).toMatchObject({ value: [{ address: "mia.invited@example.org", name: "Mia Moana" }] });
    expect(mail?.text).toContain(`http://localhost:3000/join#${ticket.token}`);
    expect(mail?.html).toContain(`http://localhost:3000/join#${ticket.token}`);
    expect(mail?.messageId).toBe(`<${id}@localhost>`);
    // A lock screen shows the subject, and the practice's name says more than anybody need know.
    expect(mail?.subject).toBe("An invitation from Olive");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("once it has left, its payload is empty and it leaves no second time", async () => {
    const { id } = await invited();
    await sendWaiting();
    expect(await rowOf(id)).toMatchObject({ payload: {}, last_error: null });
    expect(await sendWaiting()).toEqual({ done: 0, failed: 0 });
    expect(inbox).toHaveLength(1);
  });

  test("used before it left, it is not sent", async () => {
    const { invitationId, id } = await invited();
    await rows.db.query(`UPDATE invitation SET used_at = now() WHERE id = $1`, [invitationId]);
    expect(await sendWaiting()).toEqual({ done: 1, failed: 0 });
    expect(inbox).toEqual([]);
    expect((await rowOf(id)).done_at).not.toBeNull();
  });
});

describe("when the mail server says no", () => {
  test("it waits longer each time, and leaves under the same Message-ID", async () => {
    const { id } = await invited();
    moods.refuse = true;
    expect(await sendWaiting()).toEqual({ done: 0, failed: 1 });
    const first = await rowOf(id);
    expect(first).toMatchObject({ done_at: null, attempts: 1, claimed_until: null });
    expect(first.last_error).not.toContain("@");
    expect(first.wait).toBeGreaterThan(3);
    // Not yet due: nothing is tried.
    expect(await sendWaiting()).toEqual({ done: 0, failed: 0 });
    moods.refuse = false;
    await rows.db.query(`UPDATE outbox SET not_before = now() WHERE id = $1`, [id]);
    expect(await sendWaiting()).toEqual({ done: 1, failed: 0 });
    expect(inbox[0]?.messageId).toBe(`<${id}@localhost>`);
  });

  test("the waits double up to an hour", () => {
    expect([1, 2, 3, 4, 12].map(retryAfter)).toEqual([5, 10, 20, 40, 3600]);
  });

  test("a worker that died holding a mail gives it back when its lease is over", async () => {
    const { id } = await invited();
    await rows.db.query(`SELECT * FROM app.claim_outbox(10, interval '60 seconds')`);
    expect(await sendWaiting()).toEqual({ done: 0, failed: 0 });
    await rows.db.query(`UPDATE outbox SET claimed_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await sendWaiting()).toEqual({ done: 1, failed: 0 });
  });
});

test("many workers at once send each mail once", async () => {
  for (let i = 0; i < 5; i++) await invited();
  const rounds = await Promise.all(Array.from({ length: 4 }, () => sendWaiting()));
  expect(rounds.reduce((sum, round) => sum + round.done, 0)).toBe(5);
  expect(new Set(inbox.map((mail) => mail.messageId)).size).toBe(5);
  expect(inbox).toHaveLength(5);
});

describe("a monthly mail", () => {
  test("can be stopped by the button of a mail program and by a page, each with its own address", async () => {
    const practice = await rows.practice();
    const mum = await clearedMum(rows, practice);
    const ticket = newTicket();
    const linkId = randomUUID();
    await rows.db.query(
      `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + interval '14 days')`,
      [linkId, practice.id, mum.id, mum.physioId, mum.requestId, ticket.hash],
    );
    await put("physio_month", { linkId, sealed: ticket.sealed, physioId: mum.physioId }, practice.id);
    await sendWaiting();
    const [mail] = inbox;
    const header = (name: string) => mail?.headerLines.find((line) => line.key === name)?.line ?? "";
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toMatch(/<http:\/\/localhost:3000\/api\/stop\?t=[\w-]+>/);
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/stop#[\w-]+/);
  });
});

describe("notices", () => {
  test("go to the address the person has now, and say nothing a lock screen should not show", async () => {
    const practice = await rows.practice("Pelvic Health & Running");
    const mum = await practice.mum("Mia");
    await rows.db.query(`UPDATE "user" SET email = $1 WHERE id = $2`, [
      `moved-${randomUUID()}@example.org`,
      mum.userId,
    ]);
    await put("notice", { notice: "clearance_signed", clientId: mum.id }, practice.id);
    await put("coach_notice", { notice: "red_flag", clientId: mum.id }, practice.id);
    await put("notice", { notice: "something_newer", clientId: mum.id }, practice.id);
    expect(await sendWaiting()).toEqual({ done: 3, failed: 0 });
    const subjects = inbox.map((mail) => mail.subject ?? "").toSorted((a, b) => a.localeCompare(b));
    expect(subjects).toEqual([
      "Something new on your list in Sevenstride",
      "There is something new in Sevenstride",
      "There is something new in Sevenstride",
    ]);
    expect(inbox.filter((mail) => JSON.stringify(mail.to).includes("moved-"))).toHaveLength(2);
    const coachs = inbox.find((mail) => mail.subject?.includes("your list"));
    expect(coachs?.text).not.toContain("Mia");
    for (const { subject } of inbox)
      expect(subject).not.toMatch(/pelvic|leak|bleed|pain|heav|clear|flag|Mia/i);
  });

  test("another practice's client is nobody, and an archived one is left in peace", async () => {
    const practice = await rows.practice();
    const other = await (await rows.practice()).mum("Far");
    const gone = await practice.mum("Gone");
    await rows.db.query(`UPDATE client SET archived_at = now() WHERE id = $1`, [gone.id]);
    await put("notice", { notice: "message", clientId: other.id }, practice.id);
    await put("notice", { notice: "message", clientId: gone.id }, practice.id);
    expect(await sendWaiting()).toEqual({ done: 2, failed: 0 });
    expect(inbox).toEqual([]);
  });

  test("a stored address that could be read as two is sent nothing", async () => {
    const practice = await rows.practice();
    const mum = await practice.mum("Mia");
    await rows.db.query(`UPDATE "user" SET email = '"e@attacker.example"@victim.example' WHERE id = $1`, [
      mum.userId,
    ]);
    await put("notice", { notice: "message", clientId: mum.id }, practice.id);
    await sendWaiting();
    expect(inbox).toEqual([]);
  });
});

test("a kind nobody knows fails and waits, and holds nothing else up", async () => {
  const unknown = await put("carrier_pigeon", {});
  await invited();
  expect(await sendWaiting()).toEqual({ done: 1, failed: 1 });
  expect(await rowOf(unknown)).toMatchObject({ done_at: null });
  await expect(compose({ id: unknown, kind: "carrier_pigeon", payload: {} })).rejects.toThrow(
    "carrier_pigeon",
  );
});

test("the worker sends by itself, and stops when told", async () => {
  const worker = startWorker();
  const { id } = await invited();
  await expect.poll(async () => (await rowOf(id)).done_at, { timeout: 10_000 }).not.toBeNull();
  await worker.stop();
  await invited();
  expect(inbox).toHaveLength(1);
});

test("with no mail server named, mail lies in a demo's mailbox, and elsewhere waits", async () => {
  vi.resetModules();
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("DEMO", "1");
  const demo = await import("./post.ts");
  const { id } = await invited();
  await sendWaiting(demo.post());
  await sendWaiting(demo.post());
  expect(await demo.demoMail(5)).toMatchObject([
    { id, to: "mia.invited@example.org", subject: "An invitation from Olive" },
  ]);
  expect(inbox).toEqual([]);
  vi.resetModules();
  vi.stubEnv("DEMO", "0");
  const plain = await import("./post.ts");
  await expect(plain.post()(randomUUID(), {} as never)).rejects.toThrow("SMTP_URL");
  // What was imported afresh opened connections of its own on the same shelf; they are closed with the others.
  expect(typeof post).toBe("function");
});
