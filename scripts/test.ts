// `npm test`: every part but the smoke test, the one that is named, or (`ci`) every one. Says each in one line, shows in
// full only what failed, and ends with one line that counts: tests one by one, each check (format, types …) as one.
import { live } from "./life.ts";
import { Plain } from "./plain.ts";
import { type Outcome, type PartName, parts } from "./test-parts.ts";

/**
 * Two lanes for two cores. The upper one is the longest way: the types must be known before the build, which e2e
 * needs. The quick checks go first in the other, so that a typing error is heard of at once.
 */
const LANES: PartName[][] = [
  ["types", "e2e"],
  ["format", "lint", "boundaries", "dead", "unit", "int"],
];

/** Beside a browser, the app and Postgres: more workers than cores only wait for each other, and pages for all of them. */
const BESIDE: Partial<Record<PartName, string[]>> = { unit: ["--maxWorkers=1"] };

/** Wants the machine for itself. */
const LAST: PartName = "smoke";

const isPart = (name: string): name is PartName => Object.hasOwn(parts, name);

live(async () => {
  const [name, ...args] = process.argv.slice(2);
  const total = { passed: 0, failed: 0 };
  const run = async (part: PartName, extra: string[] = []) => {
    const began = performance.now();
    const outcome = await parts[part](extra);
    report(part, outcome, performance.now() - began);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  };
  const runAll = () =>
    Promise.all(
      LANES.map(async (lane) => {
        for (const part of lane) await run(part, BESIDE[part]);
      }),
    );
  if (name === undefined) await runAll();
  else if (name === "ci") await runAll().then(() => run(LAST));
  else if (isPart(name)) await run(name, args);
  else throw new Plain(`There is no part called "${name}". The parts are: ${Object.keys(parts).join(", ")}.`);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}, 130);

function report(part: PartName, { passed, failed, skipped, said }: Outcome, ms: number): void {
  const counts = `${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}`;
  const time = `${(ms / 1000).toFixed(1)} s`.padStart(8);
  process.stdout.write(`  ${failed ? "✗" : "✓"} ${part.padEnd(12)} ${counts.padEnd(44)} ${time}\n`);
  if (failed) process.stdout.write(`\n${said.trim()}\n\n`);
}
