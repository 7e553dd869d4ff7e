import { describe, expect, it } from "vitest";
import type { AttentionReason } from "../domain/attention/rank.ts";
import { aMum } from "../domain/journey/build.ts";
import { type Move, moved } from "../domain/journey/moves.ts";
import type { Refusal } from "../domain/journey/decision.ts";
import type {
  CoachNext,
  MumNext,
  PhysioNext,
  ProgressReason,
  ReasonCode,
  RevisitTrigger,
  WayOut,
} from "../domain/journey/reasons.ts";
import { attentionOf } from "../domain/attention/rank.ts";
import { spoken as say } from "../test/spoken.ts";
import attention from "./en/attention.json" with { type: "json" };
import journey from "./en/journey.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };

/** Compile-time: the catalogue has exactly the codes of the domain. A code without a sentence does not compile. */
type Both = { readonly mum: string; readonly coach: string };
const reasons: Readonly<Record<ReasonCode, Both>> = journey.reason;
const progress: Readonly<Record<ProgressReason["code"], Both>> = journey.progress;
const revisits: Readonly<Record<RevisitTrigger, Both>> = journey.revisit;
const waysOut: Readonly<Record<WayOut, Both>> = journey.wayOut;
const mumNext: Readonly<Record<MumNext["code"], string>> = journey.next.mum;
const coachNext: Readonly<Record<CoachNext["code"], string>> = journey.next.coach;
const physioNext: Readonly<Record<PhysioNext["code"], string>> = journey.next.physio;
const chips: Readonly<Record<AttentionReason["code"], string>> = attention.chip;
const noes: Readonly<Record<Refusal["code"], string>> = refusals;

/** Mums in many situations; that every single code can be said is `every-code.test.ts`. */
function stories() {
  const moves: readonly (readonly Move[])[] = [
    [],
    [{ do: "notice", findings: [{ kind: "symptom", symptom: "heaviness" }] }],
    [{ do: "notice", findings: [{ kind: "red_flag", sign: "fever" }] }],
    [{ do: "confirm", saw: false }],
    [{ do: "withdraw" }],
    [{ do: "credential", found: false, days: 10 }],
    [
      { do: "credential", found: true, days: 1 },
      { do: "wait", days: 3 },
    ],
    [{ do: "life", kind: "new_pregnancy" }],
    [{ do: "life", kind: "surgery" }],
    [{ do: "life", kind: "illness" }],
    [{ do: "wait", days: 130 }],
    [{ do: "hold", reason: "physio_decision" }],
    [
      { do: "plan", kind: "walk_run", level: 3 },
      { do: "log", kind: "walk_run", findings: [], daysAgo: 0 },
      { do: "wait", days: 2 },
    ],
    [
      { do: "plan", kind: "walk_run", level: 3 },
      { do: "log", kind: "walk_run", findings: [], daysAgo: 0 },
      { do: "wait", days: 1 },
      { do: "echo", findings: [], back: 0 },
      { do: "wait", days: 23 },
    ],
    [{ do: "test", symptom: true }],
    [{ do: "birth" }],
    [{ do: "assess", restorationOk: false }],
    [
      { do: "assess", restorationOk: true },
      { do: "sign", decision: "not_yet", days: 30, maxMinutes: null },
    ],
    [
      { do: "assess", restorationOk: true },
      { do: "sign", decision: "cleared", days: 30, maxMinutes: 10 },
    ],
    [{ do: "ask" }, { do: "wait", days: 16 }],
  ];
  const ready = aMum().readyToRun(30);
  return [
    aMum(),
    aMum().bornWeeksAgo(5),
    aMum().bornWeeksAgo(5).asked(),
    ...moves.map((list) => list.reduce(moved, ready)),
  ];
}

describe("sentences", { timeout: 30_000 }, () => {
  it("are there for both voices, and none speaks of failure, guilt or shouting", () => {
    const texts = [reasons, progress, revisits, waysOut].flatMap((room) =>
      Object.values(room).flatMap(Object.values),
    );
    for (const text of [
      ...texts,
      ...Object.values({ ...mumNext, ...coachNext, ...physioNext, ...chips, ...noes }),
    ]) {
      expect(text).not.toMatch(/!|fail|should have|missed|must not|diagnos/i);
      expect(text.length).toBeGreaterThan(3);
    }
  });

  it("can be said of every mum of these stories, with nothing left out", () => {
    const left = /\{|\}|undefined|null|NaN/;
    for (const mum of stories()) {
      const told = mum.journey();
      for (const reason of told.lock.reasons) {
        const both = reasons[reason.code];
        expect(say(both.mum, reason)).not.toMatch(left);
        expect(say(both.coach, reason)).not.toMatch(left);
      }
      for (const step of told.steps) {
        for (const row of [...step.entry, ...step.exit]) {
          expect(say(reasons[row.reason.code].mum, row.reason, row.met)).not.toMatch(left);
          expect(say(reasons[row.reason.code].coach, row.reason, row.met)).not.toMatch(left);
        }
        expect(say(reasons[step.reason.code].mum, step.reason)).not.toMatch(left);
      }
      for (const plan of told.plans) {
        expect(say(progress[plan.advice.because.code].mum, plan.advice.because)).not.toMatch(left);
        expect(say(progress[plan.advice.because.code].coach, plan.advice.because)).not.toMatch(left);
      }
      for (const proposal of told.proposals) {
        const data = { since: proposal.since, levels: proposal.rewindLevels };
        expect(say(revisits[proposal.trigger].coach, data)).not.toMatch(left);
        expect(say(revisits[proposal.trigger].mum, data)).not.toMatch(left);
      }
      expect(say(mumNext[told.next.mum.code], told.next.mum)).not.toMatch(left);
      expect(say(coachNext[told.next.coach.code], told.next.coach)).not.toMatch(left);
      expect(say(physioNext[told.next.physio.code], told.next.physio)).not.toMatch(left);
      for (const reason of attentionOf(told, mum.record, mum.today).reasons) {
        expect(say(chips[reason.code], reason)).not.toMatch(left);
      }
    }
  });

  it("name sides and tests, write days as people do", () => {
    const short = {
      point: 3,
      code: "test_short",
      battery: "strength",
      test: "single_leg_calf_raise",
      side: "left",
      value: 18,
      threshold: 20,
      unit: "reps",
    };
    expect(say(reasons.test_short.coach, short)).toBe("Single-leg calf raise, left: 18 of 20 repeats.");
    const early = { point: 2, code: "too_early", daysLeft: 1, on: "2026-12-01", by: "twelve_weeks" };
    expect(say(reasons.too_early.mum, early)).toBe(
      "Your body needs time: running opens on 01/12/2026 at the earliest, in 1 day.",
    );
  });
});
