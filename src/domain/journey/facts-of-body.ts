import type { Day } from "../shared/day.ts";
import type { Finding, Side } from "../shared/vocabulary.ts";
import type { Fact } from "./fact.ts";

export type TestResult = {
  readonly test: string;
  readonly side: Side;
  /** Reps, seconds or minutes: the battery's test says which. Null when it was not done. */
  readonly value: number | null;
  readonly symptoms: readonly Finding[];
  /** Incomplete is not unsafe: loss of form, stopped early, declined. */
  readonly incomplete: "form_loss" | "stopped_early" | "declined" | null;
};
export type BatteryRun = Fact & {
  readonly battery: string;
  readonly version: number;
  readonly doneOn: Day;
  readonly results: readonly TestResult[];
};

/** Two taps before, three after, one the next day ("echo"), or any time something feels wrong. */
export type SymptomCheck = Fact & {
  readonly moment: "before" | "during" | "after" | "next_day" | "any_time";
  readonly day: Day;
  readonly logId: string | null;
  readonly sessionId: string | null;
  readonly findings: readonly Finding[];
  readonly note: string | null;
};
/** A person saw the red flag; timed. */
export type RedFlagAcknowledgement = Fact & { readonly checkId: string; readonly note: string | null };

/**
 * The weekly minute. Scales 0-10; hours of sleep a night on average; null = not said. Mood is the PHQ-2's two questions,
 * 0-3 each; `mood` is the scale that was asked before it and is judged by nothing.
 */
export type CheckIn = Fact & {
  readonly day: Day;
  readonly sleepHours: number | null;
  readonly badNights: number | null;
  readonly energy: number | null;
  readonly mood: number | null;
  readonly littleInterest: number | null;
  readonly feelingDown: number | null;
  readonly words: string | null;
};
/**
 * Her own traffic light of pain in muscles and joints, stricter than the house's: up to `greenMax` green, up to
 * `amberMax` amber, above it red. The newest counts, for what she tells from then on.
 */
export type PainBandsSet = Fact & {
  readonly setOn: Day;
  readonly greenMax: number;
  readonly amberMax: number;
  readonly note: string | null;
};
