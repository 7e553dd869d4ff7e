import { randomUUID } from "node:crypto";
import FitParser from "fit-file-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { openDesk, type Desk } from "../../test/coach-desk.ts";
import { openRows } from "../../test/rows.ts";
import { sendWorkout } from "./send-workout.ts";

// A session as a file for her watch. Nothing asks again on a watch, so the file is refused whenever a start is.

let desk: Desk;
let running: Mum;
beforeAll(async () => {
  desk = await openDesk();
  running = await desk.mum("running");
});
afterAll(() => desk.close());

const runOf = (mum: Mum) => mum.journey().plans.find((plan) => plan.kind === "walk_run")!;

async function asked(mum: Pick<Mum, "userId">, planId: string, area: "client" | "coach" = "client") {
  const sessionToken = mum.userId ? await desk.world.signIn(mum.userId) : null;
  const context = {
    sessionToken,
    linkToken: null,
    area,
    practiceId: null,
    requestId: randomUUID(),
    now: new Date(),
  };
  const answer = await sendWorkout(planId, context);
  return { status: answer.status, headers: answer.headers, bytes: await answer.arrayBuffer() };
}

test("while running is open her next run is a workout of walks and runs, in plain names", async () => {
  const { status, headers, bytes } = await asked(running, runOf(running).planId);
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toBe(`attachment; filename="session.fit"`);
  const back = (await new FitParser({ mode: "list", force: false }).parseAsync(bytes)) as unknown as {
    messages: { workout: object[]; workout_step: { wkt_step_name: string; duration_type: string }[] };
  };
  expect(back.messages.workout[0]).toMatchObject({ sport: "running", wkt_name: "Sevenstride" });
  const names = new Set(back.messages.workout_step.map((step) => step.wkt_step_name));
  expect([...names].filter((name) => name !== "").toSorted()).toEqual(["Run", "Walk"]);
  expect(back.messages.workout_step.some((step) => step.duration_type === "repeat_until_steps_cmplt")).toBe(
    true,
  );
});

test("while running is locked there is no file, and the answer is that for a plan nobody has", async () => {
  const locked = await desk.mum("heavyOnRun");
  const no = await asked(locked, runOf(locked).planId);
  const nobodys = await asked(locked, randomUUID());
  expect(no.status).toBe(404);
  expect([no.status, Buffer.from(no.bytes)]).toEqual([nobodys.status, Buffer.from(nobodys.bytes)]);
});

test("nobody else's plan, no coach, no session of exercises alone", async () => {
  const other = await desk.mum("restoring");
  const exercises = other.journey().plans.find((plan) => plan.kind === "restoration")!;
  expect((await asked(other, runOf(running).planId)).status).toBe(404);
  expect((await asked(other, exercises.planId)).status).toBe(404);
  expect((await asked(desk.practice.owner, runOf(running).planId, "coach")).status).toBe(404);
  expect((await asked({ userId: null }, runOf(running).planId)).status).toBe(401);
  expect((await asked(other, "nonsense")).status).toBe(404);
});

test("Postgres's own gate shuts it too, when the domain would say yes", async () => {
  const rows = await openRows();
  await rows.db.query(
    `CREATE OR REPLACE FUNCTION app.can_run(p_client uuid, p_day date, p_scope text DEFAULT 'walk_run') RETURNS boolean LANGUAGE sql AS 'SELECT false'`,
  );
  await rows.close();
  expect((await asked(running, runOf(running).planId)).status).toBe(404);
});
