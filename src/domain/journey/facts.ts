import type {
  ActorKind,
  BirthMode,
  ClearanceDecision,
  Condition,
  Finding,
  Scope,
  Side,
  Tear,
} from "../shared/vocabulary.ts";
import type { Day, Weekday } from "../shared/day.ts";
import type { PracticeRules } from "./practice-rules.ts";
import type { ProtocolKind, StepId } from "./steps.ts";

/**
 * Everything recorded about one client. Each kind is one insert-only table: a fact is never changed, a newer
 * fact answers it (a closing, a lift, a withdrawal, a superseding row). That is why an event is simply a new
 * fact, why nothing is lost, and why the journey of any past day can be derived again.
 */
type Fact = {
  readonly id: string;
  /** Instant it was recorded, ISO 8601 UTC; set by the database, sorts as text. */
  readonly recordedAt: string;
  readonly recordedBy: { readonly kind: ActorKind; readonly id: string | null };
};

export type Birth = Fact & {
  readonly bornOn: Day;
  readonly mode: BirthMode;
  readonly tear: Tear;
  readonly babies: number;
  readonly gestationWeeks: number | null;
};

/** What she wants: running days a week and minutes a run. The newest counts; a week is measured against its own. */
export type Goal = Fact & {
  readonly setOn: Day;
  readonly daysPerWeek: number;
  readonly minutesPerRun: number;
};

/** The completed questionnaire. Answers that rules read are fields; the rest is her own words. */
export type Intake = Fact & {
  readonly completedOn: Day;
  readonly ranBeforeKmPerWeek: number;
  readonly feeding: "breast" | "mixed" | "formula" | "weaned" | "not_said";
  readonly pelvicHistory: boolean;
  readonly words: string | null;
};

export const CONSENT_PURPOSES = [
  "coach_care",
  "share_birth",
  "share_symptoms",
  "share_tests",
  "share_plan",
  "messages_by_mail",
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** Given or withdrawn; the newest row for a purpose counts, from the next request on. */
export type Consent = Fact & {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly wordingVersion: string;
};

export const LIFE_EVENTS = [
  "illness",
  "travel",
  "short_sleep",
  "sleep_regression",
  "new_pregnancy",
  // A pregnancy can end without a birth row. Says nothing about how; running still waits for a new clearance.
  "pregnancy_ended",
  "surgery",
  "gp_check",
  "baby_prompts_off",
] as const;
export type LifeEventKind = (typeof LIFE_EVENTS)[number];
/** The six-week GP check is stored here and never counts towards the lock. */
export type LifeEvent = Fact & {
  readonly kind: LifeEventKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly note: string | null;
};

/** Coach or mum asks a physio for an assessment or a re-check. */
export type Request = Fact & {
  readonly kind: "assessment" | "recheck";
  readonly physioId: string;
  readonly reason: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly expiresOn: Day;
};
export type RequestStep = Fact & {
  readonly requestId: string;
  readonly step: "opened" | "reminded" | "answered" | "declined" | "cancelled";
  readonly on: Day;
};

/** What the physio found and advises. `findings` are the physio's own: a coach can neither create nor edit them. */
export type Assessment = Fact & {
  readonly requestId: string;
  readonly physioId: string;
  readonly assessedOn: Day;
  readonly restorationOk: boolean;
  readonly findings: string | null;
  readonly homeProgramme: string | null;
};

/** The signed sign-off. Sealed: amending means a new one that supersedes. */
export type Clearance = Fact & {
  readonly assessmentId: string;
  readonly physioId: string;
  readonly decision: ClearanceDecision;
  readonly scope: readonly Scope[];
  readonly conditions: readonly Condition[];
  readonly assessedOn: Day;
  readonly signedOn: Day;
  readonly reviewBy: Day;
  /** Only a physio may bring running forward of 12 weeks, with a reason, never under 3 weeks. */
  readonly earliestRunOn: Day | null;
  readonly earliestRunReason: string | null;
  /** True when tests passed before the clearance may count (else they must be of its date or later). */
  readonly earlierTestsCount: boolean;
  readonly supersedesId: string | null;
  readonly signerName: string;
  readonly registrationNumber: string;
};
/** The mum says: yes, I saw this physio (or no). Until yes the clearance is pending. */
export type ClearanceConfirmation = Fact & { readonly clearanceId: string; readonly saw: boolean };
export type ClearanceWithdrawal = Fact & {
  readonly clearanceId: string;
  readonly withdrawnOn: Day;
  readonly reason: string;
};
/** Practice-wide: the owner looked the physio up in the public register. Newest for the number counts. */
export type CredentialCheck = Fact & {
  readonly physioId: string;
  readonly registrationNumber: string;
  readonly checkedOn: Day;
  readonly validUntil: Day;
  readonly found: boolean;
};

/** A visit to a step begins: cycle 1 the first time, 2 when she comes back. */
export type StepVisit = Fact & {
  readonly step: StepId;
  readonly cycle: number;
  readonly openedOn: Day;
  readonly reason: StepVisitReason;
  readonly note: string | null;
};
export const STEP_VISIT_REASONS = [
  "criteria_met",
  "coach_opened_early",
  "revisit_symptom",
  "revisit_strength_lapse",
  "revisit_sleep",
  "revisit_gap",
  "revisit_tune_up",
  "coach_decision",
] as const;
export type StepVisitReason = (typeof STEP_VISIT_REASONS)[number];
export type StepVisitClosing = Fact & {
  readonly visitId: string;
  readonly closedOn: Day;
  readonly how: "criteria_met" | "coach_decision" | "superseded";
  readonly note: string | null;
};

/** Something that stops running (or all exercise) until a person lifts it. Always readable, always with a way out. */
export type Hold = Fact & {
  readonly covers: "running" | "impact" | "everything";
  readonly reason: HoldReason;
  readonly placedOn: Day;
  /** The symptom check, life event … that caused it. */
  readonly sourceId: string | null;
  readonly note: string | null;
};
export const HOLD_REASONS = [
  "pelvic_symptom",
  "red_flag",
  "pain",
  "bleeding",
  "new_pregnancy",
  "surgery",
  "illness",
  "coach_decision",
  "client_decision",
  "physio_decision",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
export type HoldLift = Fact & { readonly holdId: string; readonly liftedOn: Day; readonly reason: string };

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

/** Every kind of fact and its row. The loader, the writer, the grants and the export walk this one list. */
export type FactRows = {
  birth: Birth;
  goal: Goal;
  intake: Intake;
  consent: Consent;
  lifeEvent: LifeEvent;
  request: Request;
  requestStep: RequestStep;
  assessment: Assessment;
  clearance: Clearance;
  clearanceConfirmation: ClearanceConfirmation;
  clearanceWithdrawal: ClearanceWithdrawal;
  stepVisit: StepVisit;
  stepVisitClosing: StepVisitClosing;
  hold: Hold;
  holdLift: HoldLift;
  batteryRun: BatteryRun;
  symptomCheck: SymptomCheck;
  redFlagAcknowledgement: RedFlagAcknowledgement;
  checkIn: CheckIn;
  plan: Plan;
  planChange: PlanChange;
  sessionStart: SessionStart;
  sessionLog: SessionLog;
  techniqueReview: TechniqueReview;
};
export type FactKind = keyof FactRows;

export const FACT_KINDS = [
  "birth",
  "goal",
  "intake",
  "consent",
  "lifeEvent",
  "request",
  "requestStep",
  "assessment",
  "clearance",
  "clearanceConfirmation",
  "clearanceWithdrawal",
  "stepVisit",
  "stepVisitClosing",
  "hold",
  "holdLift",
  "batteryRun",
  "symptomCheck",
  "redFlagAcknowledgement",
  "checkIn",
  "plan",
  "planChange",
  "sessionStart",
  "sessionLog",
  "techniqueReview",
] as const satisfies readonly FactKind[];

/** One client's facts, each kind oldest first, with what the rules need of her practice. */
export type ClientRecord = { readonly [K in FactKind]: readonly FactRows[K][] } & {
  readonly client: {
    readonly id: string;
    /** IANA zone her days are counted in. */
    readonly zone: string;
    /** ISO 3166 country, for the emergency numbers. */
    readonly country: string;
    readonly joinedOn: Day;
  };
  /** Checks of the credentials of physios who signed for her (practice-wide facts). */
  readonly credentialChecks: readonly CredentialCheck[];
  /** Every version of what her practice chose of the rules, oldest first (practice-wide facts). */
  readonly practiceRules: readonly PracticeRules[];
  /** Levels of the protocol versions her plans use: what the progression rules need of each. */
  readonly protocols: readonly ProtocolOutline[];
};

/** A protocol version as the rules see it: its levels in order, and what each asks. */
export type ProtocolOutline = {
  readonly versionId: string;
  readonly kind: ProtocolKind;
  readonly title: string;
  readonly levels: readonly {
    readonly title: string;
    readonly minutesTotal: number;
    readonly minutesRun: number;
    readonly impact: boolean;
  }[];
};

/** An event is a new fact. `decide` answers with these; `record` is the only writer. */
export type JourneyEvent = {
  [K in FactKind]: { readonly fact: K; readonly row: Omit<FactRows[K], "recordedAt" | "recordedBy"> };
}[FactKind];
