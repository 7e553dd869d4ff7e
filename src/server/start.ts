import { sweepCodes } from "./account/codes.ts";
import { turnDays } from "./attention/day-turns.ts";
import { closeDatabases } from "./db/pools.ts";
import { assertConfined } from "./db/readiness.ts";
import { sweepLetters, takeUpAll } from "./documents/take-up.ts";
import { sweepLimits } from "./limits.ts";
import { log } from "./log.ts";
import { startWorker } from "./mail/worker.ts";
import { sweepObjects } from "./object-store.ts";
import { repeating } from "./repeating.ts";

const SWEEP_EVERY_MS = 3_600_000;
/** Listing a bucket costs; what lies there for nobody harms nobody for a day. */
const SWEEP_BUCKET_EVERY_MS = 24 * SWEEP_EVERY_MS;
/** Days turn somewhere, and changes of a whole practice mark its mums: a few seconds later their coach sees it. */
const TURN_EVERY_MS = 5_000;

/** What a serving process does besides answering: check its own confinement, do what waits, end gracefully. */
export async function startServer(): Promise<void> {
  try {
    await assertConfined();
  } catch (error) {
    log().fatal(error instanceof Error ? error.message : "not confined");
    process.exit(1);
  }
  const work = [
    startWorker(),
    repeating("days", async () => {
      await turnDays(new Date());
      return TURN_EVERY_MS;
    }),
    repeating("letters", takeUpAll),
    repeating("sweep", async () => {
      await sweepCodes();
      await sweepLimits();
      await sweepLetters();
      return SWEEP_EVERY_MS;
    }),
    repeating("bucket", async () => {
      await sweepObjects(new Date());
      return SWEEP_BUCKET_EVERY_MS;
    }),
  ];
  // What is being done is finished and marked before the connections close.
  const end = async () => {
    await Promise.all(work.map((one) => one.stop()));
    await closeDatabases();
  };
  process.once("SIGTERM", () => void end());
  process.once("SIGINT", () => void end());
}
