import type { ComponentType } from "react";
import type { Block } from "@/domain/protocols/blocks.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import type { Outputs } from "@/trpc/wire.ts";

export type SessionToDo = Outputs["plans"]["session"];

/** What the page lends the player from other rooms: how she says what she noticed, and what is always on screen. */
export type Lent = {
  /** Asks what she noticed; `onChange` gets null while the answer is not whole. */
  readonly Findings: ComponentType<{
    readonly showErrors: boolean;
    readonly onChange: (findings: readonly Finding[] | null) => void;
  }>;
  readonly SomethingWrong: ComponentType<{
    /** The session she is in or just ended, null in none. */
    readonly session: {
      readonly sessionId: string;
      readonly isRun: boolean;
      readonly isOver: boolean;
    } | null;
    readonly onOpen: () => void;
    readonly onEnd: () => void;
    readonly onTold: (findings: readonly Finding[]) => void;
  }>;
  /** Answers findings that cannot just be noted. */
  readonly Answer: ComponentType<{ readonly findings: readonly Finding[]; readonly onEnd: () => void }>;
  /** True when findings ask for more than a note: no start, and an answer of their own. */
  readonly needsAnswer: (findings: readonly Finding[]) => boolean;
  /** Lets rest on this phone what such findings ask to, from now on, while the server has not heard. */
  readonly hold: (findings: readonly Finding[]) => void;
  /** What was told to rest on this phone today and the server has not heard yet; null for nothing. */
  readonly heldHere: () => "impact" | "everything" | null;
};

/** Running kinds: the gate holds them, and her word "run" is used. */
export function isRunKind(kind: SessionToDo["kind"]): boolean {
  return kind === "walk_run" || kind === "technique";
}

/** All blocks move by the clock or metres: the interval screen fits. Else it is exercises. */
export function isMoving(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.type === "intervals");
}
