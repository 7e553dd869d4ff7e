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
    readonly sessionId: string;
    readonly isRun: boolean;
    readonly onOpen: () => void;
    readonly onEnd: () => void;
    readonly onTold: (findings: readonly Finding[]) => void;
  }>;
  /** Answers findings that cannot just be noted. */
  readonly Answer: ComponentType<{ readonly findings: readonly Finding[]; readonly onEnd: () => void }>;
  /** True when findings ask for more than a note: no start, and an answer of their own. */
  readonly needsAnswer: (findings: readonly Finding[]) => boolean;
  /** True when running was stopped on this phone today and the server has not heard yet. */
  readonly isHeldHere: () => boolean;
};

/** Running kinds: the gate holds them, and her word "run" is used. */
export function isRunKind(kind: SessionToDo["kind"]): boolean {
  return kind === "walk_run" || kind === "technique";
}

/** All blocks move by the clock or metres: the interval screen fits. Else it is exercises. */
export function isMoving(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.type === "intervals");
}
