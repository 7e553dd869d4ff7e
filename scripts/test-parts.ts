// The parts of `npm test`: what each runs, and how it says that it passed.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt } from "./built.ts";
import { ensureGenerated } from "./generate.ts";
import { beforeEnd, start, stop } from "./life.ts";
import { messageOf } from "./plain.ts";
import { smoke } from "./smoke.ts";
import { root } from "./sources.ts";
import { type Count, outcomeOf } from "./test-report.ts";

/** What a part came to. `said` is everything it printed, worth reading only when something failed. */
export interface Outcome extends Count {
  said: string;
}

/** Runs a part, with what was written behind its name on the command line. */
export type Part = (args: string[]) => Promise<Outcome>;

/** A part that takes longer is stuck. */
const LIMIT_MS = 10 * 60_000;

const reports = mkdtempSync(path.join(os.tmpdir(), "sevenstride-reports-"));
beforeEnd(() => rmSync(reports, { recursive: true, force: true }));

export const parts = {
  format: check(["biome", "format", "."]),
  lint: check(["oxlint", "--type-aware"]),
  // Afresh each time: what the compiler kept from the last run does not see that a sentence file changed.
  types: check(
    ["next", "typegen"],
    ["tsc", "--noEmit", "--incremental", "false"],
    ["tsc", "--noEmit", "-p", "src/domain"],
  ),
  boundaries: check([
    "depcruise",
    "--config",
    ".dependency-cruiser.mjs",
    "--output-type",
    "err-long",
    "src",
    "scripts",
    "prisma",
  ]),
  dead: check(["knip", "--no-progress"]),
  unit: vitest("unit"),
  int: vitest("int"),
  e2e: playwright,
  smoke,
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

/** A part that is one check: every command must succeed. */
function check(...commands: [string, ...string[]][]): Part {
  return async (args) => {
    await ensureGenerated();
    let said = "";
    for (const [tool, ...fixed] of commands) {
      const result = await runTool(tool, [...fixed, ...args]);
      said += result.said;
      if (result.code !== 0) return { passed: 0, failed: 1, skipped: 0, said };
    }
    return { passed: 1, failed: 0, skipped: 0, said };
  };
}

function vitest(project: "unit" | "int"): Part {
  return async (args) => {
    await ensureGenerated();
    const report = path.join(reports, `${project}.json`);
    const reporters = ["--reporter=minimal", "--reporter=json", `--outputFile.json=${report}`];
    const { code, said } = await runTool("vitest", ["run", "--project", project, ...reporters, ...args]);
    return { ...outcomeOf("vitest", report, code), said };
  };
}

async function playwright(args: string[]): Promise<Outcome> {
  try {
    await ensureBuilt();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, said: messageOf(error) };
  }
  const report = path.join(reports, "e2e.json");
  const { code, said } = await runTool("playwright", ["test", "--reporter=dot,json", ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const hint = "\nWhat the app itself said is in .data/e2e-app.log; E2E_TRACE=1 records every step.";
  return { ...outcomeOf("playwright", report, code), said: said + hint };
}

async function runTool(
  tool: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  // Playwright gives its workers a FORCE_COLOR of its own, and Node then warns of a NO_COLOR beside it.
  const plainly = tool === "playwright" ? { FORCE_COLOR: "0" } : { NO_COLOR: "1" };
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : plainly;
  const child = start(path.join(root, "node_modules/.bin", tool), args, {
    cwd: root,
    // CI: a snapshot that is missing fails instead of being written down as it happens to be.
    env: { ...process.env, CI: "1", NEXT_TELEMETRY_DISABLED: "1", ...colour, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const words: Buffer[] = [];
  child.stdout?.on("data", (text: Buffer) => words.push(text));
  child.stderr?.on("data", (text: Buffer) => words.push(text));
  let late = "";
  const timer = setTimeout(() => {
    late = `\nIt was stopped after ${LIMIT_MS / 60_000} minutes.`;
    void stop(child);
  }, LIMIT_MS);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => (late = error.message));
    child.once("close", (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  return { code, said: Buffer.concat(words).toString("utf8") + late };
}
