import { defineConfig } from "prisma/config";

// `generate` needs no engine, but Prisma fetches one from its own servers unless it is told where one lies.
if (process.argv.includes("generate")) process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
process.env["CHECKPOINT_DISABLE"] ??= "1";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Only `prisma migrate …` asks for it, which works as the owner of the tables.
  datasource: { url: process.env["OWNER_DATABASE_URL"] ?? "postgresql://OWNER_DATABASE_URL-is-not-set" },
});
