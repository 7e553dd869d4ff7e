import type { Day } from "../shared/day.ts";
import type { PelvicSymptom } from "../shared/findings.ts";
import type { ActorKind, Condition, RedFlagSign, RequestKind, Scope, Side } from "../shared/vocabulary.ts";
import type { Hold, HoldReason, StepVisitClosing, StepVisitReason } from "./facts.ts";
import type {
  BatteryKind,
  CoachNext,
  CredentialState,
  LockReason,
  MumNext,
  PhysioNext,
  ProgressReason,
  Reason,
  RevisitTrigger,
  TestUnit,
  WayOut,
} from "./reasons.ts";
import type { ProtocolKind, StepId, StepStatus } from "./steps.ts";

/** What is derived from her facts and a day. Nothing of it is stored as truth; see `derive.ts`. */

export type Met = "met" | "not_met" | "unknown";

export type Criterion = {
  readonly met: Met;
  /** Ids of the facts that say so. */
  readonly evidence: readonly string[];
  readonly reason: Reason;
};

export type Visit = {
  /** Null for a first visit that opened by itself when its criteria were met and was never written down. */
  readonly id: string | null;
  readonly cycle: number;
  readonly openedOn: Day | null;
  readonly why: StepVisitReason;
  readonly openedBy: ActorKind;
  readonly note: string | null;
  /** When it was written down; tells what of the same day came after. */
  readonly recordedAt: string | null;
  readonly closedOn: Day | null;
  readonly how: StepVisitClosing["how"] | null;
};

export type StepState = {
  readonly id: StepId;
  readonly status: StepStatus;
  /** 0 before the first visit. */
  readonly cycle: number;
  readonly visits: readonly Visit[];
  readonly entry: readonly Criterion[];
  readonly exit: readonly Criterion[];
  /** The one sentence to show with the status. */
  readonly reason: Reason;
};

export type RunningLock = { readonly open: boolean; readonly reasons: readonly LockReason[] };

/** The newest sign-off decides, whatever came before it. */
export type ClearanceState =
  | { readonly status: "none" }
  | {
      readonly status: "not_yet";
      readonly clearanceId: string;
      readonly signer: string;
      readonly reviewBy: Day;
    }
  | {
      readonly status: "pending";
      readonly clearanceId: string;
      readonly physioId: string;
      readonly signer: string;
      readonly registrationNumber: string;
      readonly signedOn: Day;
      readonly waitsForMum: boolean;
      /** Null when the credential is checked and valid today. */
      readonly waitsForCredential: CredentialState | null;
    }
  | { readonly status: "denied"; readonly clearanceId: string; readonly signer: string }
  | { readonly status: "withdrawn"; readonly clearanceId: string; readonly signer: string; readonly on: Day }
  | { readonly status: "seal_broken"; readonly clearanceId: string; readonly signer: string }
  | {
      readonly status: "past_review";
      readonly clearanceId: string;
      readonly signer: string;
      readonly on: Day;
    }
  | {
      readonly status: "starts_later";
      readonly clearanceId: string;
      readonly signer: string;
      readonly on: Day;
    }
  | {
      readonly status: "before_birth";
      readonly clearanceId: string;
      readonly signer: string;
      readonly on: Day;
    }
  | {
      readonly status: "standing";
      readonly clearanceId: string;
      readonly physioId: string;
      readonly signer: string;
      readonly signedOn: Day;
      readonly assessedOn: Day;
      readonly scope: readonly Scope[];
      readonly conditions: readonly Condition[];
      readonly reviewBy: Day;
      /** Days until the review day; on the day itself 0, and it still counts. */
      readonly daysLeft: number;
      readonly earlierTestsCount: boolean;
    };

/** Open holds of one cause, told as one. */
export type OpenHold = {
  readonly ids: readonly string[];
  readonly covers: Hold["covers"];
  readonly reason: HoldReason;
  /** Day of the first. */
  readonly since: Day;
  readonly sourceId: string | null;
  readonly note: string | null;
  readonly wayOut: WayOut;
};

export type OpenRedFlag = {
  readonly checkId: string;
  readonly sign: RedFlagSign;
  readonly tier: RedFlagTier;
  readonly on: Day;
  readonly acknowledgedAt: string | null;
};
export type RedFlagTier = "emergency" | "same_day" | "mental_health";

export type OpenRequest = {
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly physioId: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly expiresOn: Day;
  readonly waitingDays: number;
  readonly opened: boolean;
};

/** One week of moving against the goal of that week. */
export type WeekMeter = {
  readonly weekStart: Day;
  readonly sessions: number;
  readonly minutes: number;
  readonly goalSessions: number | null;
  readonly goalMinutes: number | null;
  readonly met: boolean;
};

export type WalkingMeter = {
  readonly thisWeek: WeekMeter;
  /** Longest row of met weeks in the present visit; the running week counts once it is met. */
  readonly weeksInRow: number;
  readonly weeksNeeded: number;
  readonly longestSymptomFreeMinutes: number;
  readonly symptomFreeNeeded: number;
  readonly met: Met;
  readonly evidence: readonly string[];
};

export type TestOutcome = {
  readonly test: string;
  readonly side: Side;
  readonly state: "passed" | "short" | "symptom" | "incomplete" | "missing" | "before_clearance";
  readonly value: number | null;
  readonly threshold: number;
  readonly unit: TestUnit;
  readonly doneOn: Day | null;
  readonly runId: string | null;
};
export type BatteryState = {
  readonly battery: string;
  readonly version: number;
  readonly kind: BatteryKind;
  readonly passed: boolean;
  readonly outcomes: readonly TestOutcome[];
  /** Per test done on both sides: the weaker one. Left and right are never averaged. */
  readonly weaker: readonly { readonly test: string; readonly side: Side; readonly value: number }[];
};

export type Echo = { readonly logId: string; readonly doneOn: Day; readonly dueOn: Day };

export type PlanState = {
  readonly planId: string;
  readonly kind: ProtocolKind;
  readonly protocolVersionId: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly weekdays: readonly number[];
  readonly level: number;
  readonly levels: number;
  readonly levelTitle: string;
  readonly minutesTotal: number;
  readonly minutesRun: number;
  readonly impact: boolean;
  readonly mode: "propose" | "auto";
  readonly maxLevel: number | null;
  readonly paused: boolean;
  /** Clean sessions at this level since it was reached. */
  readonly cleanSessions: number;
  readonly cleanNeeded: number;
  readonly echoOutstanding: Echo | null;
  readonly lastDoneOn: Day | null;
  /** How far this level's run would go beyond her longest of the last 30 days, or null when it does not run. */
  readonly jump: RunJump | null;
  readonly advice: Advice;
  readonly mayLevelUp: boolean;
};

/** `percent` over the longest run of the last 30 days (0 when none or shorter). `needs_note`: a written reason is required. */
export type RunJump = { readonly percent: number; readonly band: "fine" | "warn" | "strong" | "needs_note" };

/** progress | hold | regress, where to, and because. */
export type Advice = {
  readonly kind: "progress" | "hold" | "regress";
  readonly to: number;
  readonly because: ProgressReason;
};

/** A way back that the rules suggest. People decide; only safety has already acted. */
export type Proposal = {
  readonly trigger: RevisitTrigger;
  readonly since: Day;
  readonly evidence: readonly string[];
  /** Steps to go back to. */
  readonly targets: readonly StepId[];
  readonly rewindLevels: number;
  /** A letter to the physio that is written and waits to be sent. */
  readonly request: {
    readonly kind: Exclude<RequestKind, "assessment">;
    readonly symptom: PelvicSymptom | null;
    readonly on: Day;
  } | null;
};

export type Journey = {
  readonly clientId: string;
  readonly day: Day;
  readonly bornOn: Day | null;
  readonly daysSinceBirth: number | null;
  /** Completed weeks: week 12 is 84 full days. */
  readonly weeksSinceBirth: number | null;
  readonly goal: { readonly daysPerWeek: number; readonly minutesPerRun: number } | null;
  readonly steps: readonly StepState[];
  readonly lock: RunningLock;
  /** May her running be looked at (step 5)? The gate with the technique scope. */
  readonly techniqueLock: RunningLock;
  readonly clearance: ClearanceState;
  readonly limits: readonly Condition[];
  /** The day from which hopping and bounding may begin; null when they may. Running has its own lock. */
  readonly impactOpensOn: Day | null;
  readonly holds: readonly OpenHold[];
  readonly redFlags: readonly OpenRedFlag[];
  /** Her answers on mood ask for a person to get in touch; never part of the lock. */
  readonly lowMood: { readonly checkInId: string; readonly on: Day } | null;
  readonly requests: readonly OpenRequest[];
  readonly walking: WalkingMeter;
  readonly batteries: { readonly [K in BatteryKind]: BatteryState };
  readonly plans: readonly PlanState[];
  /** Her weeks are published to her up to this Sunday; null: all of them. */
  readonly shownUntil: Day | null;
  readonly echo: Echo | null;
  readonly proposals: readonly Proposal[];
  readonly lastActiveOn: Day | null;
  readonly next: { readonly mum: MumNext; readonly coach: CoachNext; readonly physio: PhysioNext };
};
