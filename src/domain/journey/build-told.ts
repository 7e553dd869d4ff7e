import { addDays } from "../shared/day.ts";
import { aMum } from "./build.ts";
import type { OpenHold, OpenRedFlag, OpenRequest, PlanState, Proposal, StepState } from "./journey.ts";
import type { Told } from "./next.ts";
import type { StepId, StepStatus } from "./steps.ts";

/** For tests: one part of a journey at a time, changed on a mum who may run and has nothing on her mind. */

export const mum = aMum()
  .readyToRun()
  .planned("walk_run", 3, { weekdays: [3] });
export const today = mum.today;
export const calm: Told = mum.journey();
export const told = (change: Partial<Told>): Told => ({ ...calm, ...change });
const [runPlan] = calm.plans.filter((row) => row.kind === "walk_run");
if (!runPlan) throw new Error("the calm story has a run plan");
export const plan = (kind: PlanState["kind"], change: Partial<PlanState> = {}): PlanState => ({
  ...runPlan,
  planId: kind,
  kind,
  impact: false,
  ...change,
});
export const steps = (change: { readonly [K in StepId]?: StepStatus }): readonly StepState[] =>
  calm.steps.map((step) => ({ ...step, status: change[step.id] ?? "done" }));
export const hold = (change: Partial<OpenHold>): OpenHold => ({
  ids: ["hold"],
  covers: "running",
  reason: "pain",
  since: today,
  sourceId: null,
  note: null,
  wayOut: "coach_lifts",
  ...change,
});
export const flag = (checkId: string, acknowledgedAt: string | null): OpenRedFlag => ({
  checkId,
  sign: "fever",
  tier: "same_day",
  on: today,
  acknowledgedAt,
});
export const request: OpenRequest = {
  requestId: "request",
  kind: "recheck",
  physioId: "physio",
  askedOn: addDays(today, -4),
  dueOn: addDays(today, 3),
  expiresOn: addDays(today, 9),
  waitingDays: 4,
  opened: false,
};
export const proposal = (change: Partial<Proposal>): Proposal => ({
  trigger: "gap",
  since: today,
  evidence: [],
  targets: [],
  rewindLevels: 0,
  request: null,
  ...change,
});
export const letter = { kind: "recheck", symptom: null, on: today } as const;
export const shut = { open: false, reasons: [] };
export const pending = (waitsForMum: boolean): Told["clearance"] => ({
  status: "pending",
  clearanceId: "clearance",
  physioId: "physio",
  signer: "Hana Ngata",
  registrationNumber: "70",
  signedOn: today,
  waitsForMum,
  waitsForCredential: "unchecked",
});
export const resting = told({ plans: [], holds: [], proposals: [], requests: [] });
