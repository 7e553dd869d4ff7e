import type { Day } from "../shared/day.ts";
import type { Birth, Consent, Goal, Intake, LifeEvent } from "./facts-of-her.ts";
import type {
  Assessment,
  Clearance,
  ClearanceConfirmation,
  ClearanceWithdrawal,
  CredentialCheck,
  Request,
  RequestStep,
} from "./facts-of-care.ts";
import type { Hold, HoldLift, StepVisit, StepVisitClosing } from "./facts-of-steps.ts";
import type {
  BatteryRun,
  CheckIn,
  PainBandsSet,
  RedFlagAcknowledgement,
  SymptomCheck,
} from "./facts-of-body.ts";
import type {
  Plan,
  PlanChange,
  SessionLog,
  SessionStart,
  TechniqueReview,
  WeeksShown,
} from "./facts-of-plans.ts";
import type { PlacedSession } from "./placed.ts";
import type { PracticeRules } from "./practice-rules.ts";
import type { ProtocolKind } from "./steps.ts";

export * from "./facts-of-her.ts";
export * from "./facts-of-care.ts";
export * from "./facts-of-steps.ts";
export * from "./facts-of-body.ts";
export * from "./facts-of-plans.ts";

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
  painBands: PainBandsSet;
  plan: Plan;
  planChange: PlanChange;
  weeksShown: WeeksShown;
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
  "painBands",
  "plan",
  "planChange",
  "weeksShown",
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
  /** What a coach set in her calendar by hand, and what was taken out of it. */
  readonly placed: readonly PlacedSession[];
  /** Sign-offs whose seal no longer fits what is stored: somebody changed them past all doors. They open nothing. */
  readonly brokenSeals: readonly string[];
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
    /** How many sessions take turns at this level; one when it is not told. */
    readonly sessions?: number;
  }[];
  /**
   * How it goes on to her goal, when it does: `minutes` more a level after the `written` ones, of which the last has a
   * stretch of `from` minutes.
   */
  readonly onward?: { readonly minutes: number; readonly written: number; readonly from: number };
};

/** An event is a new fact. `decide` answers with these; `record` is the only writer. */
export type JourneyEvent = {
  [K in FactKind]: { readonly fact: K; readonly row: Omit<FactRows[K], "recordedAt" | "recordedBy"> };
}[FactKind];
