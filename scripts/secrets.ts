// Passwords and keys of an installation that nobody typed: made once, kept beside its data, readable by its owner only.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Plain } from "./plain.ts";

const NAMES = ["postgres", "owner", "app", "auth", "nextauth"] as const;

/** `postgres`, `owner`, `app`, `auth` are passwords of database roles; `nextauth` signs sign-in tokens. */
export type Secrets = Record<(typeof NAMES)[number], string>;

/** The secrets of a data folder; those it does not have yet are made. Throws `Plain` when the file is unreadable. */
export function secretsOf(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets");
  const kept = existsSync(file) ? parse(file) : {};
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, kept[name] ?? randomBytes(32).toString("base64url")]),
  ) as Secrets;
  if (NAMES.some((name) => kept[name] === undefined)) write(file, secrets);
  return secrets;
}

function parse(file: string): Partial<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Record<string, string>>;
  } catch {
    throw new Plain(`${file} cannot be read. Put it back as it was, or delete its folder to begin anew.`);
  }
}

/** Beside first and then in place: a crash leaves the old file or the new one, never half of one. */
function write(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });

  renameSync(draft, file);
}
