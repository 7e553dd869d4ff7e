"use client";

import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { AppRouter } from "@/server/trpc/router.ts";
import { keepPagesAnew } from "@/lib/kept-pages.ts";
import { useTRPCClient } from "./react.tsx";
import { phoneOutbox } from "./phone-outbox.ts";
import { flush, isPassing, mayShut, type WaitingCall } from "./waiting-list.ts";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Procedures = {
  "plans.start": { input: Inputs["plans"]["start"]; output: Outputs["plans"]["start"] };
  "plans.log": { input: Inputs["plans"]["log"]; output: Outputs["plans"]["log"] };
  "symptoms.check": { input: Inputs["symptoms"]["check"]; output: Outputs["symptoms"]["check"] };
  "symptoms.checkIn": { input: Inputs["symptoms"]["checkIn"]; output: Outputs["symptoms"]["checkIn"] };
};
type Procedure = keyof Procedures;

/** Sent with its answer, or kept on this phone until there is a connection. A refusal is thrown. */
export type Sent<P extends Procedure> =
  | { readonly kept: false; readonly answer: Procedures[P]["output"] }
  | { readonly kept: true };

/** What to do with a call that cannot leave: keep it, go on without ever sending it, or nothing at all. */
type Unsent = "keep" | "go_on" | "stop";
type WhenUnsent = (waiting: readonly WaitingCall[]) => Promise<Unsent>;

/** There is no connection, and this cannot wait for one. */
export class CannotWait extends Error {}

type Waiting = {
  readonly send: <P extends Procedure>(
    procedure: P,
    input: Procedures[P]["input"],
    whenUnsent?: WhenUnsent,
  ) => Promise<Sent<P>>;
  readonly waiting: number;
  readonly refused: number;
  readonly forgetRefused: () => void;
};

const WaitingContext = createContext<Waiting | null>(null);

/** Sends for one person, keeping what cannot leave. Tries again when the network is back and when she looks again. */
export function WaitingProvider({ owner, children }: { owner: string; children: ReactNode }) {
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [waiting, setWaiting] = useState(0);
  const [refused, setRefused] = useState(0);

  const call = useCallback(
    (procedure: Procedure, input: unknown): Promise<unknown> => {
      switch (procedure) {
        case "plans.start":
          return client.plans.start.mutate(input as Inputs["plans"]["start"]);
        case "plans.log":
          return client.plans.log.mutate(input as Inputs["plans"]["log"]);
        case "symptoms.check":
          return client.symptoms.check.mutate(input as Inputs["symptoms"]["check"]);
        case "symptoms.checkIn":
          return client.symptoms.checkIn.mutate(input as Inputs["symptoms"]["checkIn"]);
      }
    },
    [client],
  );

  const flushOnce = useCallback(async () => {
    // A phone that keeps nothing (a private window, a full disk) has nothing to send first.
    const outbox = await phoneOutbox().catch(() => null);
    if (!outbox) return 0;
    const result = await flush(outbox, owner, ({ procedure, input }) => call(procedure, input));
    setWaiting(result.left);
    if (result.refused.length > 0) setRefused((count) => count + result.refused.length);
    if (result.sent > 0) {
      void keepPagesAnew();
      await cache.invalidateQueries();
    }
    return result.left;
  }, [owner, call, cache]);

  // One after the other: the network coming back and her looking again are often the same moment.
  const running = useRef<Promise<number> | null>(null);
  const flushNow = useCallback(() => {
    running.current ??= flushOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [flushOnce]);

  useEffect(() => {
    const again = () => void flushNow();
    const looked = () => document.visibilityState === "visible" && again();
    again();
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", looked);
    return () => {
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", looked);
    };
  }, [flushNow]);

  const send = useCallback<Waiting["send"]>(
    async (procedure, input, whenUnsent) => {
      const entry: WaitingCall = { owner, procedure, input };
      const wait = async () => {
        const outbox = await phoneOutbox();
        const what = whenUnsent ? await whenUnsent(await outbox.of(owner)) : "keep";
        if (what === "stop") throw new CannotWait();
        if (what === "keep") await outbox.keep(entry);
        setWaiting((await outbox.of(owner)).length);
        return { kept: true } as const;
      };
      // What waited first goes first: a log must not overtake the start it belongs to.
      if ((await flushNow()) > 0) return wait();
      try {
        const answer = await call(procedure, input);
        // A page kept from before, with a permit of then, must not open once the network is gone.
        if (mayShut(entry)) void keepPagesAnew();
        void cache.invalidateQueries();
        return { kept: false, answer: answer as never };
      } catch (error) {
        if (!isPassing(error)) throw error;
        return wait();
      }
    },
    [owner, call, cache, flushNow],
  );

  const value = useMemo(
    () => ({ send, waiting, refused, forgetRefused: () => setRefused(0) }),
    [send, waiting, refused],
  );
  return <WaitingContext value={value}>{children}</WaitingContext>;
}

/** How a screen of hers sends what must not be lost. */
export function useWaiting(): Waiting {
  const value = useContext(WaitingContext);
  if (!value) throw new Error("outside WaitingProvider");
  return value;
}
