// Runs before each integration test file is loaded: its own copy of the migrated database, named in the environment
// before any module makes a client.
import { freshDatabase } from "./database.ts";

const urls = await freshDatabase("migrated");
process.env["DATABASE_URL"] = urls.app;
process.env["AUTH_DATABASE_URL"] = urls.auth;
process.env["OWNER_DATABASE_URL"] = urls.owner;
process.env["NEXTAUTH_SECRET"] = "a secret of the tests, which sign nobody in for real";
process.env["LOG_LEVEL"] = "silent"; // verdicts are asserted, not read
