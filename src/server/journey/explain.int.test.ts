import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../domain/shared/day.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe("a journey explained", () => {
  test("given a mum who runs, then today says open, and the day before her sign-off says locked", async () => {
    const mum = await desk.mum("running");
    const ask = { clientId: mum.id };
    const now = await desk.coach.journey.explain({ ...ask, on: null });
    expect(now.day).toBe(now.today);
    expect(now.journey).toEqual((await desk.coach.clients.byId(ask)).journey);
    const { clearance } = now.journey;
    if (clearance.status !== "standing") throw new Error("she must be cleared for this test to say anything");

    const before = await desk.coach.journey.explain({ ...ask, on: addDays(clearance.signedOn, -1) });
    expect(before.journey.lock.open).toBe(false);
    expect(before.journey.clearance.status).not.toBe("standing");
    expect(before.facts.length).toBeLessThan(now.facts.length);
    expect(before.facts.some((fact) => fact.id === clearance.clearanceId)).toBe(false);
    const future = await desk.coach.journey.explain({ ...ask, on: addDays(now.today, 30) });
    expect(future.day).toBe(now.today);
  });

  test("given a mum of another practice, then she is not there; each look leaves an event", async () => {
    const mum = await desk.mum("waitingForPhysio");
    expect(await refusedWith(desk.coach.journey.explain({ clientId: desk.foreign.id, on: null }))).toBe(
      "NOT_FOUND",
    );
    await desk.coach.journey.explain({ clientId: mum.id, on: null });
    const { rows } = await desk.db.query(
      `SELECT FROM audit_event WHERE client_id = $1 AND action = 'read.journey.explain'`,
      [mum.id],
    );
    expect(rows).toHaveLength(1);
  });

  test("the command prints it in words, leaves its event, and says what it did not understand", async () => {
    const mum = await desk.mum("running");
    const script = path.resolve(import.meta.dirname, "../../../scripts/explain.ts");
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [script, ...args], {
        env: { ...process.env, DEMO: "1" },
      });
    const { today, facts } = await desk.coach.journey.explain({ clientId: mum.id, on: null });
    const now = await run(mum.id, today);
    expect(now.stdout).toContain("Running: open");
    expect(now.stdout).toContain(`Recorded by then (${facts.length})`);
    const { rows } = await desk.db.query(
      `SELECT FROM audit_event WHERE client_id = $1 AND action = 'read.journey.explain' AND actor_kind = 'system'`,
      [mum.id],
    );
    expect(rows).toHaveLength(1);
    await expect(run(mum.id, "2026-02-31")).rejects.toThrow(/is no day/);
  });
});
