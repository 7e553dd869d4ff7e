import { sweepCodes } from "./account/codes.ts";
import { sweepLimits } from "./limits.ts";
import { closeDatabases } from "./db/pools.ts";
import { assertConfined } from "./db/readiness.ts";
import { log } from "./log.ts";
import { startWorker } from "./mail/worker.ts";

/** What a serving process does besides answering: check its own confinement, send what waits, end gracefully. */
export async function startServer(): Promise<void> {
  try {
    await assertConfined();
  } catch (error) {
    log().fatal(error instanceof Error ? error.message : "not confined");
    process.exit(1);
  }
  const worker = startWorker(async () => {
    await sweepCodes();
    await sweepLimits();
  });
  // The mail being sent is finished and marked before the connections close.
  const end = async () => {
    await worker.stop();
    await closeDatabases();
  };
  process.once("SIGTERM", () => void end());
  process.once("SIGINT", () => void end());
}
