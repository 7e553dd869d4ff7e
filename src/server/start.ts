import { assertConfined } from "./db/readiness.ts";
import { closeDatabases } from "./db/pools.ts";
import { log } from "./log.ts";

/** What a serving process does besides answering: check its own confinement, send what waits, end gracefully. */
export async function startServer(): Promise<void> {
  try {
    await assertConfined();
  } catch (error) {
    log().fatal(error instanceof Error ? error.message : "not confined");
    process.exit(1);
  }
  process.once("SIGTERM", () => void closeDatabases());
}
