import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canRunFacts } from "../clearance/gate.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import { PELVIC_SYMPTOMS } from "../shared/findings.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { ClientRecord, SymptomCheck } from "./facts.ts";
import { type Move, moved } from "./moves.ts";

/**
 * Lives, not inputs: sequences of things that happen, weighted so that running is often open and often at risk (with
 * even weights two of three planted bugs are never met). Each property was seen to fail on the bug named beside it.
 */
const PELVIC: readonly Finding[] = PELVIC_SYMPTOMS.map((symptom) => ({ kind: "symptom", symptom }));
const nothing: readonly Finding[] = [];
const findings = fc.oneof(
  { weight: 6, arbitrary: fc.constant(nothing) },
  { weight: 2, arbitrary: fc.constantFrom(...PELVIC).map((finding) => [finding]) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 10 })
      .map((level): Finding[] => [{ kind: "pain", site: "knee", level }]),
  },
  { weight: 1, arbitrary: fc.constant<Finding[]>([{ kind: "red_flag", sign: "one_sided_calf" }]) },
);
const kinds = fc.constantFrom("walk_run", "walk_run", "walking", "strength", "restoration" as const);
const weighted = (weight: number, arbitrary: fc.Arbitrary<Move>) => ({ weight, arbitrary });
const just = (move: Move) => fc.constant(move);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  weighted(
    10,
    fc.integer({ min: 1, max: 9 }).map((days) => ({ do: "wait", days })),
  ),
  weighted(
    2,
    fc.integer({ min: 20, max: 130 }).map((days) => ({ do: "wait", days })),
  ),
  weighted(
    4,
    fc.boolean().map((restorationOk) => ({ do: "assess", restorationOk })),
  ),
  weighted(
    5,
    fc.record({
      do: fc.constant("sign" as const),
      decision: fc.constantFrom("cleared", "cleared", "cleared", "not_yet" as const),
      days: fc.integer({ min: 1, max: 150 }),
      maxMinutes: fc.option(fc.integer({ min: 5, max: 30 }), { nil: null }),
    }),
  ),
  weighted(
    5,
    fc.constantFrom(true, true, true, false).map((saw) => ({ do: "confirm", saw })),
  ),
  weighted(
    2,
    fc.record({
      do: fc.constant("credential" as const),
      found: fc.constantFrom(true, true, false),
      days: fc.integer({ min: 1, max: 300 }),
    }),
  ),
  weighted(1, just({ do: "withdraw" })),
  weighted(
    3,
    fc.constantFrom(false, false, true).map((symptom) => ({ do: "test", symptom })),
  ),
  weighted(
    4,
    fc.record({ do: fc.constant("plan" as const), kind: kinds, level: fc.integer({ min: 0, max: 6 }) }),
  ),
  weighted(
    3,
    kinds.map((kind) => ({ do: "start", kind })),
  ),
  weighted(
    6,
    fc.record({
      do: fc.constant("log" as const),
      kind: kinds,
      findings,
      daysAgo: fc.constantFrom(0, 0, 0, 1, 3),
    }),
  ),
  weighted(6, fc.record({ do: fc.constant("echo" as const), findings, back: fc.constantFrom(0, 0, 0, 1) })),
  weighted(
    3,
    findings.map((told) => ({ do: "notice", findings: told })),
  ),
  weighted(
    2,
    fc.record({
      do: fc.constant("stray" as const),
      moment: fc.constantFrom("next_day", "during" as const),
      findings,
    }),
  ),
  weighted(2, just({ do: "acknowledge" })),
  weighted(
    4,
    fc.record({
      do: fc.constant("lift" as const),
      by: fc.constantFrom("coach", "client", "physio", "stranger" as const),
      back: fc.constantFrom(0, 0, 1),
    }),
  ),
  weighted(
    1,
    fc
      .constantFrom("coach_decision", "client_decision", "physio_decision" as const)
      .map((reason) => ({ do: "hold", reason })),
  ),
  weighted(
    2,
    fc
      .constantFrom("new_pregnancy", "pregnancy_ended", "surgery", "illness" as const)
      .map((kind) => ({ do: "life", kind })),
  ),
  weighted(1, just({ do: "birth" })),
  weighted(1, just({ do: "intake" })),
  weighted(
    1,
    fc
      .constantFrom("restoration", "walking", "strength", "technique", "running" as const)
      .map((step) => ({ do: "open", step })),
  ),
  weighted(
    2,
    fc.boolean().map((up) => ({ do: "level", up })),
  ),
);

const READY = aMum().readyToRun(30);
const RUNNER = READY.planned("walk_run", 0, { level: 2 });
const NEW = aMum().bornWeeksAgo(11);
/** Yesterday's run, nobody has asked about yet. */
const RAN = RUNNER.later(2).logged("walk_run", 1);
/** Everything is there but the weeks. */
const EARLY = aMum().bornWeeksAgo(11).assessed(41).restored(20).walked(3).tested(7).cleared(6);
/** Her second baby; a sign-off from before it that would still be good for long. */
const SECOND = ["birth", "intake"].reduce(
  (mum, what) => moved(mum, { do: what as "birth" | "intake" }),
  aMum().readyToRun(60, { reviewInDays: 366 }).later(30),
);
/** By name, so that a failing life prints as one line. */
const STARTS = { READY, RUNNER, RAN, EARLY, SECOND, NEW };
type Start = keyof typeof STARTS;
type Life = readonly [Start, readonly Move[]];
const start = fc.constantFrom<Start[]>("READY", "RUNNER", "RUNNER", "RAN", "EARLY", "SECOND", "NEW");
/** Weeks of running and answering, and little else: for what concerns the day after. */
const runningMove: fc.Arbitrary<Move> = fc.oneof(
  weighted(
    3,
    fc.integer({ min: 1, max: 3 }).map((days) => ({ do: "wait", days })),
  ),
  weighted(
    3,
    fc
      .constantFrom(0, 0, 1, 3)
      .map((daysAgo) => ({ do: "log", kind: "walk_run", findings: nothing, daysAgo })),
  ),
  weighted(
    3,
    fc.constantFrom(0, 0, 1, 2).map((back) => ({ do: "echo", findings: nothing, back })),
  ),
  weighted(2, just({ do: "stray", moment: "next_day", findings: nothing })),
);
/** A mum with a run plan, and everything that can shut running: for who may still start. */
const shuttingMove: fc.Arbitrary<Move> = fc.oneof(
  weighted(6, just({ do: "start", kind: "walk_run" })),
  weighted(
    2,
    fc.boolean().map((up) => ({ do: "level", up })),
  ),
  weighted(2, just({ do: "plan", kind: "walk_run", level: 3 })),
  weighted(3, anyMove),
);
const life = fc.tuple(start, fc.array(anyMove, { minLength: 1, maxLength: 25 }));
const runningLife = fc.tuple(
  fc.constantFrom<Start[]>("RUNNER", "RAN"),
  fc.array(runningMove, { minLength: 2, maxLength: 12 }),
);
const shuttingLife = fc.tuple(
  fc.constantFrom<Start[]>("RUNNER", "RAN"),
  fc.array(shuttingMove, { minLength: 2, maxLength: 15 }),
);
/** One seed for all: what failed here fails again, and fails everywhere. */
const SEED = 20_261_122;

/** Every mum that a life leads through. */
function through([from, moves]: Life): readonly Mum[] {
  const mum: Mum = STARTS[from];
  const seen = [mum];
  for (const move of moves) seen.push(moved(seen.at(-1) ?? mum, move));
  return seen;
}
/** Lives in which the rule is broken: the shortest one found, told in full, or none. */
function broken<T>(told: fc.Arbitrary<T>, runs: number, rule: (life: T) => void): string {
  const result = fc.check(fc.property(told, rule), { numRuns: runs, seed: SEED });
  return result.failed ? (fc.defaultReportMessage(result) ?? "failed") : "none";
}
const lives = (runs: number, holds: (mum: Mum, before: Mum | null) => void, told = life) =>
  broken(told, runs, (one) => {
    const seen = through(one);
    seen.forEach((mum, index) => holds(mum, seen[index - 1] ?? null));
  });

const latest = <T extends { readonly recordedAt: string }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1);

/** The road to running, told a second time and in another way than the gate does. */
function hasRoad(record: ClientRecord, day: Day): boolean {
  const signed = latest(record.clearance);
  if (!signed || signed.decision === "not_yet" || !signed.scope.includes("walk_run")) return false;
  const yes =
    latest(record.clearanceConfirmation.filter((row) => row.clearanceId === signed.id))?.saw === true;
  const check = latest(record.credentialChecks);
  const known =
    check?.found === true &&
    check.validUntil >= day &&
    check.registrationNumber === signed.registrationNumber;
  const gone = record.clearanceWithdrawal.some((row) => row.clearanceId === signed.id);
  const born = record.birth
    .map((row) => row.bornOn)
    .toSorted()
    .at(-1);
  if (!born || !yes || !known || gone) return false;
  const old = signed.assessedOn < born || signed.reviewBy < day;
  return !old && daysBetween(born, day) >= 84;
}

/** Checks with a pelvic symptom or a red flag that neither a later confirmed sign-off nor the lift of its hold answered. */
function open(record: ClientRecord): readonly SymptomCheck[] {
  const yes = new Set(record.clearanceConfirmation.filter((row) => row.saw).map((row) => row.clearanceId));
  const signed = record.clearance.filter((row) => yes.has(row.id) && row.decision !== "not_yet");
  return record.symptomCheck.filter((check) => {
    const bad = check.findings.some(
      (finding) =>
        finding.kind === "red_flag" ||
        (finding.kind === "symptom" && PELVIC_SYMPTOMS.some((symptom) => symptom === finding.symptom)),
    );
    const answered = signed.some((row) => row.recordedAt > check.recordedAt);
    const lifted = record.holdLift.some(
      (lift) =>
        lift.recordedBy.kind === "physio" &&
        signed.some((row) => row.recordedAt < lift.recordedAt) &&
        record.hold.some((hold) => hold.id === lift.holdId && hold.sourceId === check.id),
    );
    return bad && !answered && !lifted;
  });
}

// Long enough for a busy machine; the work is bounded by the number of lives, not by time.
describe("whatever happens", { timeout: 60_000 }, () => {
  it("running is never open without a sign-off that stands and twelve weeks", () => {
    // Planted and seen: a pending sign-off counted as standing; mum's answer not read; a withdrawal not read; 77 days
    // instead of 84; a sign-off from before the latest birth let through.
    expect(
      lives(400, (mum) => {
        if (canRunFacts(mum.record, mum.today)) expect(hasRoad(mum.record, mum.today)).toBe(true);
        if (mum.journey().lock.open) expect(hasRoad(mum.record, mum.today)).toBe(true);
      }),
    ).toBe("none");
  });

  it("the whole lock is never open where the gate is shut", () => {
    // Planted and seen: surgery lost while causes are grouped.
    expect(
      lives(150, (mum) => {
        if (mum.journey().lock.open) expect(canRunFacts(mum.record, mum.today)).toBe(true);
      }),
    ).toBe("none");
  });

  it("a pelvic symptom or red flag shuts it the same day, and only the road back opens it", () => {
    // Planted and seen: the coach may lift; any physio may lift; a check without its hold overlooked.
    expect(
      lives(250, (mum) => {
        if (open(mum.record).length > 0) {
          expect(mum.journey().lock.open).toBe(false);
          expect(mum.journey(addDays(mum.today, 400)).lock.open).toBe(false);
        }
      }),
    ).toBe("none");
  });

  it("an unanswered day after holds", () => {
    // Planted and seen: an answer of the same day taken; an answer about an earlier run taken.
    expect(
      lives(
        150,
        (mum) => {
          const runs = mum.record.sessionLog.filter((log) => log.kind === "walk_run");
          const day = runs
            .map((log) => log.doneOn)
            .toSorted()
            .at(-1);
          const last = runs.filter((log) => log.doneOn === day).map((log) => log.id);
          const said = mum.record.symptomCheck.some(
            (check) =>
              check.moment === "next_day" && last.includes(check.logId ?? "") && check.day > (day ?? ""),
          );
          if (last.length > 0 && !said) expect(mum.journey().lock.open).toBe(false);
        },
        runningLife,
      ),
    ).toBe("none");
  });

  it("telling a symptom never opens anything", () => {
    // Planted and seen: a second hold hiding the first.
    const rule = (told: Life) => {
      const mum = through(told).at(-1) ?? STARTS[told[0]];
      const before = mum.journey().lock;
      for (const finding of [...PELVIC, { kind: "pain", site: "hip", level: 9 } as const]) {
        const after = mum.noticed([finding]).journey().lock;
        if (!before.open || finding.kind === "symptom") expect(after.open).toBe(false);
      }
    };
    expect(broken(life, 150, rule)).toBe("none");
  });

  it("no run is started, assigned or moved up while the lock is shut", () => {
    // Planted and seen: starting without the lock; assigning without the lock; levels given for a note.
    expect(
      lives(
        150,
        (mum, before) => {
          const lock = before?.journey(mum.today).lock;
          if (!before || !lock || lock.open) return;
          const isRun = (row: { readonly kind: string }) => row.kind === "walk_run";
          expect(mum.record.sessionStart.filter(isRun)).toHaveLength(
            before.record.sessionStart.filter(isRun).length,
          );
          // The day after the last run is asked at every start; a plan is made for longer.
          if (lock.reasons.every((reason) => reason.point === 6)) return;
          expect(mum.record.plan.filter(isRun)).toHaveLength(before.record.plan.filter(isRun).length);
          const level = (of: Mum) => of.journey(mum.today).plans.find(isRun)?.level ?? 0;
          expect(level(mum)).toBeLessThanOrEqual(level(before));
        },
        shuttingLife,
      ),
    ).toBe("none");
  });

  it("a shut lock has a reason, a hold a way out, and each says a day that is not to come", () => {
    // Planted and seen: a single reason dropped while the lock stays shut.
    expect(
      lives(100, (mum) => {
        const journey = mum.journey();
        expect(journey.lock.open).toBe(journey.lock.reasons.length === 0);
        for (const hold of journey.holds) expect(hold.wayOut).toMatch(/physio|coach|mum|birth/);
        for (const step of journey.steps) expect(step.reason.code).toBeTruthy();
      }),
    ).toBe("none");
  });

  it("facts are only ever added", () => {
    // Planted and seen: a new log pushing out the first.
    expect(
      lives(100, (mum, before) => {
        if (!before) return;
        for (const [kind, rows] of Object.entries(before.record)) {
          if (!Array.isArray(rows)) continue;
          expect((mum.record[kind as "hold"] as readonly unknown[]).slice(0, rows.length)).toEqual(rows);
        }
      }),
    ).toBe("none");
  });

  it("the journey is the same however often it is asked, and asking changes nothing", () => {
    // Planted and seen: the log sorted in place.
    const rule = (told: Life) => {
      const [from, moves] = told;
      let at: Mum = STARTS[from];
      for (const move of moves) {
        at = moved(at, move);
        // A list that is sorted or filled in place throws here.
        for (const rows of Object.values(at.record)) if (Array.isArray(rows)) Object.freeze(rows);
        expect(at.journey()).toEqual(at.journey());
      }
    };
    expect(broken(life, 150, rule)).toBe("none");
  });

  it("the road back exists: from anywhere, a physio and time lead to running again", () => {
    // Planted and seen: a surgery hold that no sign-off lifts; a pregnancy that ended and never lets go.
    const rule = (told: Life) => {
      const mum = through(told).at(-1);
      if (mum) expect(roadBack(mum).journey().lock.reasons).toEqual([]);
    };
    expect(broken(life, 150, rule)).toBe("none");
  });
});

/** What people do to get her back: everything is answered, looked at, tested and signed anew. */
function roadBack(mum: Mum): Mum {
  let back = moved(mum, { do: "life", kind: "pregnancy_ended" }).later(100);
  back = moved(back, { do: "intake" });
  for (const row of back.record.symptomCheck) {
    const seen = back.decides({ type: "acknowledgeRedFlag", checkId: row.id, note: null });
    if (seen.ok && seen.events.length > 0)
      back = back.does({ type: "acknowledgeRedFlag", checkId: row.id, note: null });
  }
  const lastRun = back.record.sessionLog.findLast((log) => log.kind === "walk_run");
  if (lastRun) {
    back = back.does({
      type: "checkSymptoms",
      moment: "next_day",
      day: back.today,
      logId: lastRun.id,
      sessionId: null,
      findings: [],
      note: null,
    });
  }
  back = back.later(1).assessed().signed().credentialChecked().confirmed();
  for (const hold of back.record.hold) {
    for (const by of ["coach", "client"] as const) {
      const lift = { type: "liftHold", holdId: hold.id, reason: "Settled", by, physioId: null } as const;
      if (back.decides(lift).ok) back = back.does(lift);
    }
  }
  return back.walked(0).later(28).walked(3).tested();
}
