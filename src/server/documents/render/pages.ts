import { spawn } from "node:child_process";
import path from "node:path";
import { LIMITS } from "../kinds.ts";

// What a PDF's parser can be talked into happens in a process that can do nothing with it: no file but its own code, no
// network, no environment, so much memory and so much time (docs/decisions/0019-letters-are-shown-as-pictures.md).

/** A letter takes a second; what takes this long is not one. */
const TIME_MS = 20_000;
const HEAP_MB = 256;
/** All pictures of a letter together. */
const MOST_BYTES = 40 * 1024 * 1024;
/** Children at a time: each may fill a core. */
const AT_ONCE = 2;

const here = path.join(process.cwd(), "src/server/documents/render");
const packages = path.join(process.cwd(), "node_modules");

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The pages of a PDF as JPEGs, in order, or null when it cannot be drawn: it breaks the parser, takes too long, wants
 * too much memory, or does not have as many pages as was counted.
 */
export async function renderPages(pdf: Uint8Array, pages: number): Promise<Uint8Array<ArrayBuffer>[] | null> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    const drawn = split(await draw(pdf));
    return drawn?.length === pages && pages <= LIMITS.pages ? drawn : null;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** What Node is told to hold the child. Everything that is not named is refused, the network too. */
export const JAIL = [
  "--permission",
  // The canvas is native code: the one thing the permission model does not hold.
  "--allow-addons",
  `--allow-fs-read=${here}`,
  `--allow-fs-read=${packages}`,
  `--allow-fs-read=${path.join(process.cwd(), "package.json")}`,
  `--max-old-space-size=${HEAP_MB}`,
  "--disallow-code-generation-from-strings",
];
/** Nothing of this process's environment goes along. */
const NOTHING = {} as NodeJS.ProcessEnv;

function draw(pdf: Uint8Array): Promise<Buffer | null> {
  const child = spawn(process.execPath, [...JAIL, path.join(here, "child.ts")], {
    cwd: here,
    env: NOTHING,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => child.kill("SIGKILL"), TIME_MS);
    child.stdout.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes > MOST_BYTES) child.kill("SIGKILL");
      else parts.push(part);
    });
    // A child that dies while it is being told is a verdict like any other.
    child.stdin.on("error", () => undefined);
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? Buffer.concat(parts) : null);
    });
    child.stdin.end(pdf);
  });
}

/** The pictures out of the child's answer: each its length, then itself. */
function split(answer: Buffer | null): Uint8Array<ArrayBuffer>[] | null {
  if (!answer) return null;
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < answer.length; ) {
    if (at + 4 > answer.length) return null;
    const end = at + 4 + answer.readUInt32BE(at);
    if (end > answer.length) return null;
    pages.push(new Uint8Array(answer.subarray(at + 4, end)));
    at = end;
  }
  return pages;
}
