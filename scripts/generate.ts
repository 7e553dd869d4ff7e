// The Prisma client is made from the schema and not kept in git.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { lock } from "./lock.mjs";
import { messageOf, Plain } from "./plain.ts";
import { fingerprint, isMadeFrom, root, stampWith } from "./sources.ts";

const OUTPUT = path.join(root, "src/generated/prisma");
const STAMP = path.join(root, "src/generated/prisma.stamp");

const printNow = () => fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);

/** Generates the Prisma client when the schema changed since it was last generated. Answers whether it did. */
export async function ensureGenerated(): Promise<boolean> {
  if (isMadeFrom(STAMP, printNow())) return false;
  const { release } = await lock(path.join(root, ".data/generate.lock"));
  try {
    const print = printNow();
    if (isMadeFrom(STAMP, print)) return false;
    await generate();
    stampWith(STAMP, print);
    return true;
  } finally {
    release();
  }
}

async function generate(): Promise<void> {
  try {
    const prisma = path.join(root, "node_modules/prisma/build/index.js");
    await promisify(execFile)(process.execPath, [prisma, "generate"], { cwd: root });
  } catch (error) {
    const said =
      typeof error === "object" && error && "stderr" in error
        ? String(error.stderr).trim()
        : messageOf(error);
    throw new Plain(`Prisma cannot generate its client into ${path.relative(root, OUTPUT)}:\n${said.trim()}`);
  }
}
