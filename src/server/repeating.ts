import { isUnavailable } from "./db/errors.ts";
import { log } from "./log.ts";

/** Work that goes on beside answering. */
export type Repeating = {
  /** Ends after the round that goes on now. */
  readonly stop: () => Promise<void>;
};

const AFTER_TROUBLE_MS = 5_000;

/**
 * Does `round` again and again until it is stopped; each round says after how many milliseconds the next begins. A
 * round that throws is said in the log (a database that is away is not news) and tried again after a while.
 */
export function repeating(name: string, round: () => Promise<number>): Repeating {
  let stopping = false;
  let wake: () => void = () => undefined;
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (stopping) return resolve();
      const timer = setTimeout(resolve, ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const once = async (): Promise<number> => {
    try {
      return await round();
    } catch (error) {
      if (!isUnavailable(error)) log().error({ err: error }, name);
      return AFTER_TROUBLE_MS;
    }
  };
  const running = (async () => {
    while (!stopping) await rest(await once());
  })();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}
