// Fingerprints of files: what was made from the same sources need not be made again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

/** SHA-256 over the names and contents of files and folders below the project; what is not there is left out. */
export function fingerprint(items: string[], ignore: (file: string) => boolean = () => false): string {
  const hash = createHash("sha256");
  for (const file of items.flatMap((item) => filesOf(item)).toSorted()) {
    if (ignore(file)) continue;
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesOf(item: string): string[] {
  const full = path.join(root, item);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [item];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Whether the stamp of an earlier run says that it was made from these sources. */
export function isMadeFrom(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === print;
}

export function stampWith(stamp: string, print: string): void {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
