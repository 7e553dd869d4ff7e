import type { Finding } from "@/domain/shared/vocabulary.ts";
import type { Run } from "./clock.ts";
import type { Filled } from "./filled.ts";
import type { KeptSession } from "./kept-session.ts";
import type { Chosen } from "./ready.tsx";
import type { Lent } from "./shapes.ts";
import type { ComponentProps } from "react";

export type Ids = { readonly sessionId: string; readonly logKey: string; readonly startedAt?: number };

/** Where she is between looking at a session and having told how it was. */
export type Phase =
  /** Nothing pressed yet: a session she left is offered first. */
  | { readonly at: "arrived" }
  | { readonly at: "ready" }
  | { readonly at: "before"; readonly chosen: Chosen }
  | { readonly at: "doing"; readonly kept: KeptSession }
  | {
      readonly at: "after";
      readonly filled: Filled;
      readonly ids: Ids;
      readonly run: Run | null;
      readonly isTold: boolean;
    }
  | { readonly at: "answer"; readonly findings: readonly Finding[]; readonly ids: Ids | null }
  | { readonly at: "saved"; readonly isKept: boolean; readonly echo: boolean; readonly ids: Ids };

/** The session that what she notices belongs to: under way, left and not yet told, or just over. Null before any. */
export function sessionOf(
  phase: Phase,
  left: KeptSession | null,
  isRun: boolean,
): ComponentProps<Lent["SomethingWrong"]>["session"] {
  const under = (of: Ids | null, isOver: boolean) =>
    // One that was only told, never begun here, is known to nobody yet: what she notices stands for itself.
    of?.startedAt === undefined ? null : { sessionId: of.sessionId, isRun, isOver };
  switch (phase.at) {
    case "arrived":
      return under(left, false);
    case "ready":
    case "before":
      return null;
    case "doing":
      return under(phase.kept, false);
    case "after":
    case "answer":
    case "saved":
      return under(phase.ids, true);
  }
}
