// A file that says "this is being worked on, by that process". Plain JavaScript, because the first script to run on a
// fresh machine needs it before Node can read TypeScript there.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * When a process began, in the system's own words; undefined when it is gone. A process number is given out again
 * sooner or later (in a container at once), its beginning is not.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornAt(pid) {
  try {
    if (process.platform === "linux") {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock, or says who holds it. What a dead process left behind is taken over. Throws an error that carries its
 * one sentence as `plain` where nothing can be written.
 * @param {string} file
 * @returns {{ release: () => void, holder?: undefined } | { release?: undefined, holder: number }}
 */
export function tryLock(file) {
  makeWritable(path.dirname(file));
  const mine = `${process.pid} ${bornAt(process.pid)}`;
  for (;;) {
    if (create(file, mine)) return { release: () => releaseIf(file, mine) };
    const found = read(file);
    if (found === undefined) continue; // let go between the two looks
    const [pid = "", ...born] = found.split(" ");
    if (born.join(" ") === bornAt(Number(pid))) return { holder: Number(pid) };
    takeAway(file, found);
  }
}

/**
 * Waits until the lock is free and takes it.
 * @param {string} file
 * @param {(holder: number) => void} [onWait] told once, when somebody else holds it
 * @returns {Promise<{ release: () => void }>}
 */
export async function lock(file, onWait) {
  for (let told = false; ; told = true) {
    const got = tryLock(file);
    if (got.release) return got;
    if (!told) onWait?.(got.holder);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function makeWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    const sentence = `Cannot write to ${folder} (${error.code}): make it writable and try again.`;
    throw Object.assign(new Error(sentence), { plain: sentence });
  }
}

/** Writes first and links then: nobody ever reads a lock that is half written. */
function create(file, text) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Two who find the same dead lock must not both win: what was moved away is looked at again, and put back if it lives. */
function takeAway(file, dead) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== dead) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  fs.rmSync(aside, { force: true });
}

function releaseIf(file, mine) {
  if (read(file) === mine) fs.rmSync(file, { force: true });
}
