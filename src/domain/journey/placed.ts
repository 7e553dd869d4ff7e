import type { Day } from "../shared/day.ts";

/** What a coach set in her calendar by hand: moved, added, made easier, or taken out. */
export type PlacedSession = {
  readonly id: string;
  readonly planId: string;
  /** The day the plan itself has it on; null for one that the coach added. */
  readonly slot: Day | null;
  /** Null: taken out, its slot stays empty. */
  readonly day: Day | null;
  /** A level below where the plan will stand by then; null: as the plan has it. Never raises. */
  readonly level: number | null;
  /** Which of the level's sessions (A, B …); null: the next in turn. */
  readonly turn: number | null;
  /** A word of the coach with this session. */
  readonly note: string | null;
};
