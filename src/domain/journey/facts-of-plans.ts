import type { Day, Weekday } from "../shared/day.ts";
import type { Condition } from "../shared/vocabulary.ts";
import type { Fact } from "./fact.ts";
import type { ProtocolKind } from "./steps.ts";

/** A protocol version assigned to her. Level is an index into the version's levels. */
export type Plan = Fact & {
  readonly kind: ProtocolKind;
  readonly protocolVersionId: string;
  readonly startsOn: Day;
  readonly weekdays: readonly Weekday[];
  readonly level: number;
  readonly mode: "propose" | "auto";
  /** Highest level reachable without the coach when mode is auto. */
  readonly maxLevel: number | null;
};
export type PlanChange = Fact & {
  readonly planId: string;
  readonly change: "level" | "pause" | "resume" | "end" | "mode";
  readonly level: number | null;
  readonly mode: "propose" | "auto" | null;
  readonly on: Day;
  /** Why, as a code the words room turns into a sentence. */
  readonly because: string;
  readonly note: string | null;
};

/** Her coach published her weeks up to and with this Sunday; null: all of them, as they come. The newest counts. */
export type WeeksShown = Fact & { readonly shownUntil: Day | null };

/**
 * She pressed start. The row that makes a run startable: Postgres asks its own gate on it. Keeps which limits of
 * the clearance she was shown. Its id is made on her phone.
 */
export type SessionStart = Fact & {
  readonly sessionId: string;
  readonly planId: string;
  readonly kind: ProtocolKind;
  readonly level: number;
  readonly startedOn: Day;
  readonly limits: readonly Condition[];
};

/** What she did. Its id is made on her phone: the same log sent twice is one log, for ever. */
export type SessionLog = Fact & {
  readonly sessionId: string | null;
  readonly planId: string | null;
  readonly kind: ProtocolKind;
  readonly level: number | null;
  readonly doneOn: Day;
  readonly minutesTotal: number;
  readonly minutesRun: number;
  readonly minutesWalk: number;
  /** 0-10, null when not said (0 and not said differ). */
  readonly effort: number | null;
  readonly completion: "as_planned" | "shorter" | "stopped" | "extra";
  readonly performance: unknown;
  readonly supersedesId: string | null;
  readonly note: string | null;
};

export type TechniqueReview = Fact & {
  readonly reviewedOn: Day;
  readonly observations: string | null;
  readonly cues: readonly string[];
  readonly closed: boolean;
};
