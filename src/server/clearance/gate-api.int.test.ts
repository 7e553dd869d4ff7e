import { afterAll, beforeAll, expect, test } from "vitest";
import { drive } from "../../test/gate-api.ts";
import { openStage, type Stage } from "../../test/stage.ts";

// The lock in TypeScript and the lock in Postgres while the API is driven. More steps, another seed, another mum:
// `npm run simulate:gate -- --api --steps 50000 --seed 7 --from 12`.
const asked = process.env["GATE_STEPS"];
const steps = Number(asked ?? 110);
const seed = Number(process.env["GATE_SEED"] ?? 4);
const from = Number(process.env["GATE_FROM"] ?? 2);
const each = asked === undefined ? 55 : Number.POSITIVE_INFINITY;
const say = (line: string) => {
  if (asked !== undefined) process.stdout.write(`${line}\n`);
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test(`over ${steps} steps of seed ${seed} through the API both locks say the same after each, and no procedure fails`, {
  timeout: 60_000 + steps * 500,
}, async () => {
  const { disagreements, evenings, refused, ...done } = await drive(stage, { seed, from, steps, each, say });
  expect(disagreements).toEqual([]);
  expect(done.steps).toBe(steps);
  expect(refused).toBeLessThan(steps / 2);
  expect(Math.min(evenings.open, evenings.shut)).toBeGreaterThan(3);
});
