import { afterAll, beforeAll, expect, test } from "vitest";
import { twins } from "../../test/gate-twin.ts";
import { openRows, type Rows } from "../../test/rows.ts";

// The lock in TypeScript and the lock in Postgres over simulated lives. More steps, another seed:
// `npm run simulate:gate -- --steps 50000 --seed 7`.
const STEPS = Number(process.env["GATE_STEPS"] ?? 1500);
const SEED = Number(process.env["GATE_SEED"] ?? 4);
const FROM = Number(process.env["GATE_FROM"] ?? 1);

let rows: Rows;
beforeAll(async () => {
  rows = await openRows();
});
afterAll(() => rows.close());

test(`over ${STEPS} steps of seed ${SEED} both locks say the same on every day, and no row the rules accept is refused`, {
  timeout: 20_000 + STEPS * 60,
}, async () => {
  const { steps, disagreements, open, shut } = await twins(
    rows,
    { seed: SEED, from: FROM, steps: STEPS },
    (line) => {
      if (process.env["GATE_STEPS"] !== undefined) process.stdout.write(`${line}\n`);
    },
  );
  expect(disagreements).toEqual([]);
  expect(steps).toBeGreaterThanOrEqual(STEPS);
  expect(open).toBeGreaterThan(20);
  expect(shut).toBeGreaterThan(20);
});
