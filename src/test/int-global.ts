// Runs once before the integration tests: a server, its roles, and one migrated database that each test file copies.
import type { TestProject } from "vitest/node";
import { ensureDatabase, ensureRoles, urlsOf } from "../../scripts/database.ts";
import { ensureGenerated } from "../../scripts/generate.ts";
import { migrate } from "../../scripts/migrate.ts";
import type { Secrets } from "../../scripts/secrets.ts";
import { startCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's Postgres: a superuser's connection string, the roles' passwords, the migrated database to copy. */
    cluster: { adminUrl: string; secrets: Secrets; template: string };
  }
}

const TEMPLATE = "sevenstride_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated();
  const cluster = await startCluster();
  try {
    const adminUrl = cluster.adminUrl("postgres");
    await ensureRoles(adminUrl, cluster.secrets);
    await ensureDatabase(adminUrl, TEMPLATE);
    await migrate(urlsOf(adminUrl, TEMPLATE, cluster.secrets).owner);
    project.provide("cluster", { adminUrl, secrets: cluster.secrets, template: TEMPLATE });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster.stop;
}
