import type { Day } from "../shared/day.ts";
import type { Measures } from "../clearance/measures.ts";
import type { ClearanceDecision, Condition, RequestKind, Scope } from "../shared/vocabulary.ts";
import type { Fact } from "./fact.ts";

/** Coach or mum asks a physio for an assessment or a re-check. */
export type Request = Fact & {
  readonly kind: RequestKind;
  readonly physioId: string;
  readonly reason: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly expiresOn: Day;
  /** Days on which she is reminded while nobody answers; null: the house's. */
  readonly remindOn: readonly Day[] | null;
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
  /** Numbers on named scales; only a physio writes them, nothing is decided by them. */
  readonly measures: Measures | null;
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
  /** Conditions the register lists beside her name; one that rules this work out counts as not found. */
  readonly restriction?: Restriction | null;
};
export type Restriction = "none" | "noted" | "excludes";
