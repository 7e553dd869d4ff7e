// The app as it is served: built again only when something it is made of changed.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureGenerated } from "./generate.ts";
import { start } from "./life.ts";
import { lock } from "./lock.mjs";
import { Plain } from "./plain.ts";
import { fingerprint, isMadeFrom, root, stampWith } from "./sources.ts";

const OUTPUT = path.join(root, ".next");
const STAMP = path.join(OUTPUT, "made-from");
const SOURCES = [
  "src",
  "public",
  "prisma/schema",
  "next.config.js",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];

/** Nothing of these is in the app: tests, and what is generated from sources that count already. */
const isNotServed = (file: string) => /\.test\.tsx?$|^src\/(test|generated)\//.test(file);

const isFresh = (print: string) => existsSync(path.join(OUTPUT, "BUILD_ID")) && isMadeFrom(STAMP, print);
const printNow = () => fingerprint(SOURCES, isNotServed);

/** Builds the app when its sources changed since the last build. Answers whether it did. Throws `Plain` when it fails. */
export async function ensureBuilt(): Promise<boolean> {
  if (isFresh(printNow())) return false;
  const { release } = await lock(path.join(root, ".data/build.lock"));
  try {
    const print = printNow();
    if (isFresh(print)) return false;
    await ensureGenerated();
    rmSync(STAMP, { force: true });
    await nextBuild();
    stampWith(STAMP, print);
    return true;
  } finally {
    release();
  }
}

async function nextBuild(): Promise<void> {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = start(process.execPath, [next, "build"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const words: Buffer[] = [];
  child.stdout?.on("data", (text: Buffer) => words.push(text));
  child.stderr?.on("data", (text: Buffer) => words.push(text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0)
    throw new Plain(`The app could not be built:\n${Buffer.concat(words).toString("utf8").trim()}`);
}
