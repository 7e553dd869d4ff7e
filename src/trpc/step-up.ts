import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@/server/trpc/router.ts";

type Asker = () => Promise<boolean>;
let asker: Asker | null = null;

/** Whoever can ask a person to prove herself again puts itself here, and takes itself away with what comes back. */
export function onStepUp(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = null;
  };
}

/**
 * When the server wants a fresh second factor (428), asks for it and sends the same call once more, under the same key.
 * Whoever called sees one slow call.
 */
export function stepUpLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let over = false;
        let inner = { unsubscribe: () => undefined as void };
        const run = (isRepeat: boolean) => {
          inner = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              const wanted = error instanceof TRPCClientError && error.data?.httpStatus === 428;
              if (!wanted || isRepeat || !asker) return observer.error(error);
              asker().then(
                (proved) => {
                  if (over) return;
                  if (proved) run(true);
                  else observer.error(error);
                },
                () => observer.error(error),
              );
            },
          });
        };
        run(false);
        return () => {
          over = true;
          inner.unsubscribe();
        };
      });
}
