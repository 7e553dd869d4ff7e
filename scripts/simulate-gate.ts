// `npm run simulate:gate [-- --api --bugs --steps N --seed N --from N]`: the lock in TypeScript and the lock in Postgres,
// side by side over simulated lives. With `--api` every command of theirs goes through the procedures, wilder ones
// between them; `--bugs` shows that those planted into can_run are found. A slice of it is in the integration tests; this
// is the whole of it, by the same test.
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureGenerated } from "./generate.ts";
import { live, start } from "./life.ts";
import { Plain } from "./plain.ts";
import { root } from "./sources.ts";

const BY_FACTS = "src/server/clearance/gate-twin.int.test.ts";
const BY_API = "src/server/clearance/gate-api.int.test.ts";

live(async () => {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    options: { api: flag, bugs: flag, steps: text, seed: text, from: text },
  });
  const steps = Number(values.steps ?? 50_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const from = Number(values.from ?? 1);
  if (![steps, seed, from].every(Number.isInteger))
    throw new Plain("--steps, --seed and --from are whole numbers.");
  process.stdout.write(`seed ${seed}, ${steps} steps from mum ${from}\n`);
  await ensureGenerated();
  const child = start(
    path.join(root, "node_modules/.bin/vitest"),
    ["run", "--project", "int", values.api ? BY_API : BY_FACTS],
    {
      cwd: root,
      env: {
        ...process.env,
        GATE_STEPS: String(steps),
        GATE_SEED: String(seed),
        GATE_FROM: String(from),
        ...(values.bugs ? { GATE_BUGS: "1" } : {}),
      },
      stdio: "inherit",
    },
  );
  return await new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}, 130);
