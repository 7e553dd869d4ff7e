// `npm run simulate:gate [-- --steps N --seed N]`: the lock in TypeScript and the lock in Postgres, side by side over
// simulated lives. A slice of it is in the integration tests; this is the whole of it, by the same test.
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureGenerated } from "./generate.ts";
import { live, start } from "./life.ts";
import { Plain } from "./plain.ts";
import { root } from "./sources.ts";

const TEST = "src/server/clearance/gate-twin.int.test.ts";

live(async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { steps: text, seed: text } });
  const steps = Number(values.steps ?? 50_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!Number.isInteger(steps) || !Number.isInteger(seed))
    throw new Plain("--steps and --seed are whole numbers.");
  process.stdout.write(`seed ${seed}, ${steps} steps\n`);
  await ensureGenerated();
  const child = start(path.join(root, "node_modules/.bin/vitest"), ["run", "--project", "int", TEST], {
    cwd: root,
    env: { ...process.env, GATE_STEPS: String(steps), GATE_SEED: String(seed) },
    stdio: "inherit",
  });
  return await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}, 130);
