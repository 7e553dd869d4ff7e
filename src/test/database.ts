// Databases for integration tests, on the real server of the run.
import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { type DatabaseUrls, ensureDatabase, urlsOf } from "../../scripts/database.ts";

/** A new database of the run's server: `migrated` (a copy of the template, about 50 ms) or `empty`. */
export async function freshDatabase(kind: "migrated" | "empty"): Promise<DatabaseUrls> {
  const { adminUrl, secrets, template } = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase(adminUrl, name, kind === "migrated" ? template : undefined);
  return urlsOf(adminUrl, name, secrets);
}

/** Superuser's connection string for the database that `url` names: what no role of the product may do. */
export function asSuperuser(url: string): string {
  const admin = new URL(inject("cluster").adminUrl);
  admin.pathname = new URL(url).pathname;
  return admin.href;
}
