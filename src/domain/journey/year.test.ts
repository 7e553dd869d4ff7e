import { describe, expect, it } from "vitest";
import { canRunFacts } from "../clearance/gate.ts";
import { weekday, type Weekday } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { PlanTerms } from "./build-commands.ts";
import type { PlanState } from "./journey.ts";

/** Lives lived day by day, by people who do what the journey tells them is next: mum, coach and physio. */
type Way = {
  readonly weekdays: readonly Weekday[];
  readonly mode: "propose" | "auto";
  readonly maxMinutes: number | null;
  /** Days a physio takes to answer. */
  readonly physioDays: number;
  /** What she feels in her nth run; nothing when not named. */
  readonly feels: (run: number) => readonly Finding[];
};

const MONDAY_ON: Way = {
  weekdays: [1, 3, 5],
  mode: "propose",
  maxMinutes: null,
  physioDays: 6,
  feels: () => [],
};

function physioActs(mum: Mum, way: Way): Mum {
  const { next, requests, weeksSinceBirth } = mum.journey();
  if (next.physio.code !== "answer_request" || (requests[0]?.waitingDays ?? 0) < way.physioDays) return mum;
  const seen = mum.assessed();
  if ((weeksSinceBirth ?? 0) < 11) return seen.signed(0, { decision: "not_yet", reviewInDays: 40 });
  const conditions =
    way.maxMinutes === null ? [] : [{ kind: "max_run_minutes" as const, minutes: way.maxMinutes }];
  return seen.signed(0, { conditions, reviewInDays: 180 });
}

function coachActs(mum: Mum, way: Way): Mum {
  const { next, plans } = mum.journey();
  const { coach } = next;
  switch (coach.code) {
    case "send_request":
      return mum.asked(0, coach.kind);
    case "check_credential":
      return mum.credentialChecked();
    case "assign_plan": {
      const terms: PlanTerms = {
        weekdays: [...way.weekdays],
        mode: way.mode,
        maxLevel: coach.kind === "walk_run" ? 11 : 2,
      };
      return mum.planned(coach.kind, 0, terms);
    }
    case "decide_level": {
      const { planId, to } = coach;
      return mum.does({ type: "changePlan", planId, change: "level", level: to, mode: null, note: null });
    }
    case "record_battery":
      // Two weeks of strength first: nobody tests on the first day.
      return plans.some((plan) => plan.kind === "strength" && plan.cleanSessions >= 2) ? mum.tested() : mum;
    case "review_technique":
      return mum.does({
        type: "reviewTechnique",
        reviewedOn: mum.today,
        observations: null,
        cues: ["Quick, light steps"],
        closed: true,
      });
    default:
      return mum;
  }
}

function sheActs(mum: Mum, way: Way): Mum {
  let acted = mum;
  const { next } = mum.journey();
  if (next.mum.code === "confirm_clearance") acted = acted.confirmed();
  if (next.mum.code === "answer_echo") acted = echoed(acted, next.mum.logId);
  for (let turn = 0; turn < 4; turn += 1) {
    const today = acted.journey().next.mum;
    if (today.code !== "do_session") break;
    const plan = acted.journey().plans.find((row) => row.planId === today.planId);
    if (plan) acted = trained(acted, plan, way);
  }
  return acted;
}

function echoed(mum: Mum, logId: string): Mum {
  const echo = {
    type: "checkSymptoms",
    moment: "next_day",
    day: mum.today,
    sessionId: null,
    note: null,
  } as const;
  return mum.does({ ...echo, logId, findings: [] });
}

function trained(mum: Mum, plan: PlanState, way: Way): Mum {
  const sessionId = mum.lastId("sessionLog");
  const { planId } = plan;
  const started = mum.decides({ type: "startSession", sessionId, planId, note: "As planned" });
  if (!started.ok) throw new Error(`told to do what may not be started: ${JSON.stringify(started.refusal)}`);
  const runs = mum.record.sessionLog.filter((log) => log.kind === "walk_run").length;
  const isWalk = plan.kind === "walking";
  const findings = plan.kind === "walk_run" ? way.feels(runs + 1) : [];
  return mum.logged(plan.kind, 0, { findings, ...(isWalk ? { minutes: 30 } : {}) });
}

type Lived = { readonly mum: Mum; readonly firstRun: number | null; readonly continuous: number | null };

/** Lives so many days from the fifth week on. Weeks are weeks since the birth. */
function live(way: Way, days: number, watch: (mum: Mum) => void = () => {}): Lived {
  let mum = aMum({ number: way.physioDays }).bornWeeksAgo(5);
  let firstRun: number | null = null;
  let continuous: number | null = null;
  for (let day = 0; day < days; day += 1) {
    mum = sheActs(coachActs(coachActs(physioActs(mum, way), way), way), way);
    const weeks = mum.journey().weeksSinceBirth;
    const ran = mum.record.sessionLog.findLast((log) => log.kind === "walk_run" && log.doneOn === mum.today);
    if (ran) firstRun ??= weeks;
    if (ran && ran.minutesRun >= 20) continuous ??= weeks;
    watch(mum);
    mum = mum.later(1);
  }
  return { mum, firstRun, continuous };
}

describe("a year", { timeout: 120_000 }, () => {
  it.each<[string, Partial<Way>]>([
    ["as proposed and accepted", {}],
    ["in mode auto", { mode: "auto" }],
    ["with a slow physio, on other days", { physioDays: 20, weekdays: [2, 4, 6] }],
  ])("of a mum who does everything right and feels well leads to running: %s", (_, change) => {
    const { mum, firstRun, continuous } = live({ ...MONDAY_ON, ...change }, 210);
    expect(firstRun).toBeGreaterThanOrEqual(12);
    expect(firstRun).toBeLessThanOrEqual(22);
    expect(continuous).toBeGreaterThan(firstRun ?? 0);
    expect(continuous).toBeLessThanOrEqual(40);
    expect(mum.journey().steps.find((step) => step.id === "running")?.status).toBe("done");
  });

  it("with heaviness in the seventh run stops, goes back and comes again", () => {
    const feels = (run: number): readonly Finding[] =>
      run === 7 ? [{ kind: "symptom", symptom: "heaviness" }] : [];
    let shut = 0;
    const { mum, continuous } = live({ ...MONDAY_ON, feels }, 200, (today) => {
      const { lock, proposals } = today.journey();
      if (lock.reasons.some((reason) => reason.code === "pelvic_symptom_open")) shut += 1;
      if (lock.open) expect(canRunFacts(today.record, today.today)).toBe(true);
      if (lock.open) expect(proposals.some((proposal) => proposal.trigger === "pelvic_symptom")).toBe(false);
    });
    // Shut until the physio answered, about a week here, and never longer than people took.
    expect(shut).toBeGreaterThanOrEqual(MONDAY_ON.physioDays);
    expect(shut).toBeLessThanOrEqual(MONDAY_ON.physioDays + 4);
    expect(mum.record.planChange.some((change) => change.because === "pelvic_symptom")).toBe(true);
    expect(continuous).not.toBeNull();
  });

  it("never goes beyond the physio's minutes", () => {
    const { mum } = live({ ...MONDAY_ON, mode: "auto", maxMinutes: 12 }, 180);
    const longest = Math.max(...mum.record.sessionLog.map((log) => log.minutesRun));
    expect(longest).toBe(12);
    expect(weekday(mum.today)).toBeGreaterThan(0);
  });
});
