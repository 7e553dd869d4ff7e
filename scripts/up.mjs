// The door to every command (`npm start`, `npm run dev`, `npm test` …). Runs on whatever Node the machine has: installs
// what is missing, then hands over to the task under the Node that package.json pins. Everything else is TypeScript.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { lock } from "./lock.mjs";
import { step } from "./say.mjs";

const OLDEST = [20, 19];
const NODE_WITH_TYPES = [22, 18];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const [task = "start", ...args] = process.argv.slice(2);

up().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error.plain ?? error.stack}\n`);
    process.exit(1);
  },
);

async function up() {
  if (!isAtLeast(process.versions.node, OLDEST))
    throw plain(
      `Sevenstride needs Node ${OLDEST.join(".")} or newer to start, and this is Node ${process.versions.node}: install a newer one and try again.`,
    );
  const script = path.join(root, "scripts", `${task}.ts`);
  if (!/^[a-z-]+$/.test(task) || !fs.existsSync(script)) throw plain(`There is no task called "${task}".`);
  if (!isInstalled()) await install();
  return run(pinnedNode(), [script, ...args]);
}

/** An error that is shown as the one sentence it is. */
function plain(sentence) {
  return Object.assign(new Error(sentence), { plain: sentence });
}

function isAtLeast(version, [major, minor]) {
  const [hasMajor, hasMinor] = version.split(".").map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

/**
 * npm writes down what it put into node_modules when it is done: that must hold all the lockfile asks for. More than
 * that does no harm, and installing anew would pull the ground from under whatever runs just now.
 */
function isInstalled() {
  const wanted = Object.entries(packagesOf(path.join(root, "package-lock.json")));
  const present = packagesOf(path.join(root, "node_modules/.package-lock.json"));
  return wanted.every(([name, { version, integrity, optional }]) => {
    if (name === "") return true;
    const found = present[name];
    // A package for another system is in the lockfile and not on the disk.
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

async function install() {
  const waiting = () => process.stdout.write("  … another start installs the packages: waiting for it\n");
  const { release } = await lock(path.join(root, ".data/install.lock"), waiting);
  try {
    if (isInstalled()) return;
    await step("Installing packages (npm ci, about a minute)", npmCi, () => "Packages installed");
  } finally {
    release();
  }
}

function npmCi() {
  const words = [];
  const npm = process.env.npm_execpath;
  const ci = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, parameters] = npm ? [process.execPath, [npm, ...ci]] : ["npm", ci];
  const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (text) => words.push(text));
  child.stderr.on("data", (text) => words.push(text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(plain(`npm ci could not install the packages:\n${Buffer.concat(words).toString("utf8")}`));
    });
  });
}

/** The pinned Node of node_modules; where no package fits the machine, its own, if that reads TypeScript. */
function pinnedNode() {
  const pinned = path.join(root, "node_modules/.bin/node");
  if (fs.existsSync(pinned)) return fs.realpathSync(pinned);
  if (isAtLeast(process.versions.node, NODE_WITH_TYPES)) return process.execPath;
  throw plain(
    `There is no pinned Node for this machine (${process.platform}-${process.arch}): install Node ${NODE_WITH_TYPES.join(".")} or newer and try again.`,
  );
}

/** Runs the task, passes signals on, and ends as it ends. The channel tells the task when this process is killed. */
function run(node, parameters) {
  const PATH = `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`;
  const child = spawn(node, parameters, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
