import { describe, expect, it } from "vitest";
import type {
  CoachNext,
  LockReason,
  MumNext,
  PhysioNext,
  ProgressReason,
  Reason,
} from "../domain/journey/reasons.ts";
import type { Day } from "../domain/shared/day.ts";
import { spoken } from "../test/spoken.ts";
import journey from "./en/journey.json" with { type: "json" };

/** What a code carries. A new code, or new data on an old one, does not compile until it is here. */
type Samples<R extends { readonly code: string }> = {
  readonly [C in R["code"]]: readonly [Data<R, C>, ...Data<R, C>[]];
};
type Data<R, C> = Omit<Extract<R, { readonly code: C }>, "code" | "point">;

const on = "2026-11-03" as Day;
const dueOn = "2026-11-04" as Day;
const signer = "Hana Ngata";
const clearanceId = "a clearance";
const sourceId = "a check";
const calf = { battery: "strength", test: "single_leg_calf_raise", side: "left" } as const;
const week = { weeks: 1, needed: 2, days: 3, minutes: 90 };

const LOCK: Samples<LockReason> = {
  no_clearance: [{}],
  clearance_not_yet: [{ reviewBy: on }],
  clearance_awaits_mum: [{ clearanceId, signer }],
  clearance_denied_by_mum: [{ clearanceId, signer }],
  clearance_awaits_credential: (["unchecked", "not_found", "restricted", "expired"] as const).map(
    (state) => ({
      clearanceId,
      signer,
      state,
    }),
  ) as never,
  clearance_withdrawn: [{ signer, on }],
  clearance_seal_broken: [{ signer: "Pia" }],
  clearance_past_review: [{ signer, on }],
  clearance_starts_later: [{ signer, on }],
  clearance_lacks_scope: [
    { signer, scope: "walk_run" },
    { signer, scope: "technique" },
  ],
  clearance_before_birth: [{ signer, on }],
  birth_unknown: [{}],
  too_early: [
    { daysLeft: 1, on, by: "twelve_weeks" },
    { daysLeft: 40, on, by: "physio" },
    { daysLeft: 9, on, by: "floor" },
  ],
  red_flag_open: [
    { sign: "chest_pain", on, sourceId },
    { sign: null, on, sourceId },
  ],
  pelvic_symptom_open: [
    { symptom: "heaviness", on, sourceId },
    { symptom: null, on, sourceId },
  ],
  new_pregnancy: [{ on, sourceId }],
  surgery: [{ on, sourceId }],
  battery_missing: [{ battery: "load_impact", tests: 7 }],
  test_missing: [calf],
  test_short: [
    { ...calf, value: 18, threshold: 20, unit: "reps" },
    { battery: "load_impact", test: "walk", side: "both", value: 20, threshold: 30, unit: "minutes" },
  ],
  test_incomplete: [calf],
  test_symptom: [calf],
  test_before_clearance: [{ ...calf, on, needed: dueOn }],
  goal_missing: [{}],
  walking_weeks: [week],
  symptom_free_walk: [
    { longest: 0, needed: 30 },
    { longest: 20, needed: 30 },
  ],
  hold: (
    ["pain", "bleeding", "illness", "coach_decision", "client_decision", "physio_decision"] as const
  ).map((reason) => ({ reason, on, holdId: "a hold" })) as never,
  echo_awaited: [{ logId: "a log", doneOn: on, dueOn }],
};

const OTHERS: Samples<Exclude<Reason, LockReason>> = {
  intake: [{}],
  assessment: [{ on }, { on: null }],
  restoration_advised: [{}],
  opened_early: [{ on }],
  no_red_flag: [{}],
  no_pelvic_symptom: [{}],
  foundation_sessions: [{ done: 1, needed: 6 }],
  last_level: [{ level: 2, levels: 8, clean: 1, needed: 2 }],
  battery: [{ battery: "strength", passed: 3, total: 8 }],
  walking_goal: [week],
  long_walk: [{ longest: 0, needed: 30 }],
  goal: [{}],
  clearance_stands: [{ signer, until: on }],
  weeks_reached: [{ weeks: 12 }],
  walking_met: [{}],
  nothing_open: [{}],
  technique_review: [{ on }, { on: null }],
  running_goal: [week],
  revisit_trigger: [{ trigger: "pelvic_symptom" }, { trigger: "none" }],
  revisit_done: [{ open: 0 }, { open: 2 }],
  step_open: [{ step: "walking" }],
  step_active: [{ step: "strength" }],
  step_done: [{ step: "assessment" }],
};

const planId = "a plan";
const MUM: Samples<MumNext> = {
  complete_intake: [{}],
  red_flag: [{ checkId: sourceId, sign: "chest_pain" }],
  confirm_clearance: [{ clearanceId, signer }],
  answer_echo: [{ logId: "a log", dueOn }],
  see_physio: [{ requestId: "a request", askedOn: on }],
  coach_writes_to_physio: [{ trigger: "pelvic_symptom" }],
  do_session: [{ planId, kind: "walk_run", level: 0, minutes: 28 }],
  on_hold: [{ reason: "illness", wayOut: "mum_lifts" }],
  rest_until: [{ on: dueOn }],
  plan_paused: [{ planId, kind: "walking" }],
  coach_plans: [{}],
};

const COACH: Samples<CoachNext> = {
  acknowledge_red_flag: [{ checkId: sourceId, sign: "chest_pain" }],
  send_request: [
    { kind: "assessment", trigger: "first" },
    { kind: "recheck", trigger: "ready" },
    { kind: "recheck", trigger: "pelvic_symptom" },
  ],
  clearance_denied: [{ clearanceId, signer }],
  check_credential: [{ physioId: "a physio", registrationNumber: "70-12345" }],
  wait_for_mum: [{ clearanceId }],
  wait_for_intake: [{}],
  look_at_hold: [{ holdId: "a hold", reason: "pain" }],
  wait_for_physio: [
    { requestId: "a request", askedOn: on, days: 1 },
    { requestId: "a request", askedOn: on, days: 15 },
  ],
  assign_plan: [{ kind: "restoration" }],
  record_battery: [{ battery: "strength" }],
  review_technique: [{}],
  decide_level: [{ planId, kind: "strength", to: 3 }],
  consider_revisit: [{ trigger: "pelvic_symptom" }],
  resume_plan: [{ planId, kind: "walking" }],
  nothing: [{}],
};

const PHYSIO: Samples<PhysioNext> = {
  answer_request: [
    { requestId: "a request", kind: "assessment", dueOn },
    { requestId: "a request", kind: "recheck", dueOn },
  ],
  sign_decision: [{ assessmentId: "an assessment" }],
  review_due: [{ clearanceId, reviewBy: on, daysLeft: 1 }],
  nothing: [{}],
};

const PROGRESS: Samples<ProgressReason> = {
  ready: [{ clean: 2, to: 3 }],
  clean_sessions: [{ done: 1, needed: 2 }],
  echo_missing: [{ logId: "a log", dueOn }],
  amber: [{ on }],
  pain: [{ level: 6, on }],
  pelvic_symptom: [{ symptom: "heaviness", on }],
  run_locked: [{}],
  impact_too_early: [{ on }],
  held: [{ reason: "pain" }],
  paused: [{}],
  limit: [{ condition: "max_run_minutes", minutes: 20 }],
  short_sleep: [
    { hours: 5.5, badNights: null },
    { hours: null, badNights: 3 },
    { hours: null, badNights: null },
  ],
  strength_debt: [{ days: 15 }],
  gap: [{ days: 9, levels: 1 }],
  retest_after_gap: [{ days: 35 }],
  two_steps_this_week: [{}],
  top_level: [{}],
};

type Catalogue = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
type Row = readonly [code: string, sentence: string, data: Readonly<Record<string, unknown>>];

/** Each sample of each code with each of its sentences. */
function rows(samples: Readonly<Record<string, readonly object[]>>, catalogue: Catalogue): readonly Row[] {
  return Object.entries(samples).flatMap(([code, all]) => {
    const entry = catalogue[code] ?? "";
    const sentences = typeof entry === "string" ? [entry] : Object.values(entry);
    return sentences.flatMap((sentence) => all.map((data) => [code, sentence, { code, ...data }] as const));
  });
}

const LEFT_OVER = /[{}]|undefined|null|NaN|_|\s{2}|!|a (clearance|check|log|hold|plan|request)$/;

describe("every code can be said, whatever it carries", () => {
  it.each([
    ...rows(LOCK, journey.reason),
    ...rows(OTHERS, journey.reason),
    ...rows(MUM, journey.next.mum),
    ...rows(COACH, journey.next.coach),
    ...rows(PHYSIO, journey.next.physio),
    ...rows(PROGRESS, journey.progress),
  ])("%s: %s", (_, sentence, data) => {
    for (const met of ["met", "not_met", "unknown"] as const) {
      const said = spoken(sentence, data, met);
      expect(said).not.toMatch(LEFT_OVER);
      expect(said.trim().length).toBeGreaterThan(3);
    }
  });

  it("no two reasons of the lock share a sentence", () => {
    const told = rows(LOCK, journey.reason).map(([code, sentence]) => [code, sentence] as const);
    const bySentence = Map.groupBy(told, ([, sentence]) => sentence);
    for (const [sentence, codes] of bySentence)
      expect(new Set(codes.map(([code]) => code)).size, sentence).toBe(1);
  });
});
