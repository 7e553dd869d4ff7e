import { asking, assessing, logging, passing, type Physio, planning, signing } from "../build-commands.ts";
import { STORY_PROTOCOLS } from "../build-protocols.ts";
import { DEFAULT_BATTERY } from "../../readiness/batteries.ts";
import { addDays, daysBetween } from "../../shared/day.ts";
import type { Finding } from "../../shared/vocabulary.ts";
import type { PlanState } from "../journey.ts";
import type { Acts, World } from "./world.ts";

/** The people around her, each doing what the journey tells is next: nobody is clever, nobody is told more. */

/** How her day is: what she feels and what she leaves out. */
export type Mood = {
  readonly session: readonly Finding[];
  readonly echo: readonly Finding[];
  readonly skips: ReadonlySet<"strength" | "walking" | "all">;
  readonly sleepHours: number;
  /** No more than what is next, each day, by everybody. */
  readonly isCalm: boolean;
};

const EARLY_WEEKS = 11;

/** The physio who is asked about her. */
export function physioOf({ character }: World): Physio {
  return {
    physioId: `90000000-0000-4000-8000-${character.number.toString(16).padStart(12, "0")}`,
    signerName: "Hana Ngata",
    registrationNumber: `70-${character.number}`,
  };
}

/** Answers what she was asked, when she comes to it: sees her, and signs or says not yet. */
export function* physioActs(world: World): Acts {
  const { character } = world;
  const { next, requests, weeksSinceBirth } = world.journey;
  if (next.physio.code === "answer_request") {
    if ((requests[0]?.waitingDays ?? 0) < character.physioDays) return;
    const isHealed = weeksSinceBirth === null || weeksSinceBirth >= 5;
    yield* world.asks(assessing(next.physio.requestId, physioOf(world), world.today, isHealed), "physio");
  }
  const told = world.journey.next.physio;
  if (told.code !== "sign_decision") return;
  const isEarly = (weeksSinceBirth ?? 0) < EARLY_WEEKS;
  const { maxRunMinutes, noHopping, earlierTestsCount, reviewDays } = character;
  const conditions = [
    ...(maxRunMinutes === null ? [] : [{ kind: "max_run_minutes" as const, minutes: maxRunMinutes }]),
    ...(noHopping ? [{ kind: "no_hopping" as const }] : []),
  ];
  const terms = isEarly
    ? ({ decision: "not_yet", reviewInDays: 40, earlierTestsCount } as const)
    : { conditions, reviewInDays: reviewDays, earlierTestsCount };
  yield* world.asks(signing(told.assessmentId, physioOf(world), world.today, terms), "physio");
}

export function* coachActs(world: World, { isCalm }: Mood): Acts {
  const { chance, character, today } = world;
  // More than one thing a morning, and nothing twice.
  const done = new Set<string>();
  for (let turn = 0; turn < 4; turn += 1) {
    const { coach } = world.journey.next;
    const key = JSON.stringify(coach);
    if (done.has(key)) return;
    done.add(key);
    switch (coach.code) {
      case "acknowledge_red_flag":
        yield* world.asks({ type: "acknowledgeRedFlag", checkId: coach.checkId, note: null }, "coach");
        break;
      case "send_request":
        yield* world.asks(asking(coach.kind, physioOf(world), today), "coach");
        break;
      case "clearance_denied":
        yield* world.asks(asking("recheck", physioOf(world), today), "coach");
        break;
      case "check_credential": {
        const isFound = isCalm || chance.happens(0.9, today, "found");
        yield* world.looksUp(coach.physioId, coach.registrationNumber, isFound, character.credentialDays);
        break;
      }
      case "look_at_hold":
        yield* liftsWhenSettled(world, coach.holdId);
        break;
      case "assign_plan":
        if (coach.kind !== "technique") yield* assigns(world, coach.kind);
        break;
      case "decide_level":
        yield* world.asks(
          {
            type: "changePlan",
            planId: coach.planId,
            change: "level",
            level: coach.to,
            mode: null,
            note: null,
          },
          "coach",
        );
        break;
      case "record_battery":
        yield* tests(world);
        break;
      case "review_technique":
        yield* world.asks(
          {
            type: "reviewTechnique",
            reviewedOn: today,
            observations: null,
            cues: ["Quick, light steps"],
            closed: true,
          },
          "coach",
        );
        break;
      case "consider_revisit":
        yield* world.asks({ type: "acceptRevisit", trigger: coach.trigger, note: null }, "coach");
        break;
      default:
        return;
    }
  }
}

/** What the coach may lift she lifts when it has had some days, and never under a physio's nose. */
function* liftsWhenSettled(world: World, holdId: string): Acts {
  const hold = world.journey.holds.find((row) => row.ids.includes(holdId));
  if (!hold || daysBetween(hold.since, world.today) < 3) return;
  yield* world.asks({ type: "liftHold", holdId, reason: "Settled", by: "coach", physioId: null }, "coach");
}

function* assigns(world: World, kind: Exclude<Parameters<typeof planning>[0], "technique">): Acts {
  const { character, today } = world;
  const outline = STORY_PROTOCOLS[kind];
  const maxLevel = outline.levels.length - 1;
  const terms = { weekdays: [...character.weekdays], mode: character.mode, maxLevel };
  yield* world.asks(planning(kind, outline.versionId, today, terms), "coach");
}

/** Nobody tests on the first day: some strength first. */
function* tests(world: World): Acts {
  const isUsed = world.journey.plans.some((plan) => plan.kind === "strength" && plan.cleanSessions >= 2);
  if (!isUsed) return;
  for (const battery of Object.values(DEFAULT_BATTERY))
    yield* world.asks(passing(battery, world.today), "coach");
}

/** Her day: what is asked of her first, then what is next. */
export function* mumActs(world: World, mood: Mood): Acts {
  const { chance, character, today } = world;
  const answers = (about: string) => mood.isCalm || chance.happens(character.diligence, today, about);
  if (world.journey.next.mum.code === "complete_intake") yield* completesIntake(world);
  const { mum } = world.journey.next;
  if (mum.code === "confirm_clearance") {
    yield* world.asks({ type: "confirmClearance", clearanceId: mum.clearanceId, saw: true }, "client");
  }
  if (
    chance.between(0, 6, "check-in day") === chance.between(0, 6, today, "check-in") &&
    answers("check-in")
  ) {
    yield* world.tells({
      type: "checkIn",
      day: today,
      sleepHours: mood.sleepHours,
      badNights: null,
      energy: null,
      mood: null,
      littleInterest: null,
      feelingDown: null,
      words: null,
    });
  }
  yield* liftsHerOwn(world, mood);
  yield* echoes(world, mood, answers("echo"));
  if (!mood.skips.has("all") && answers("sessions")) yield* trains(world, mood);
}

function* completesIntake(world: World): Acts {
  const { birth, goal } = world.character;
  const isFirst = world.record.birth.length === 0;
  yield* world.asks(
    {
      type: "completeIntake",
      ranBeforeKmPerWeek: 20,
      feeding: "mixed",
      pelvicHistory: false,
      words: null,
      birth: isFirst ? { ...birth, bornOn: addDays(world.today, -7 * world.character.weeksAtStart) } : null,
      goal: isFirst ? goal : null,
      findings: null,
    },
    "client",
  );
}

function* liftsHerOwn(world: World, mood: Mood): Acts {
  const own = world.journey.holds.find((hold) => hold.wayOut === "mum_lifts");
  const holdId = own?.ids[0];
  if (!own || holdId === undefined || mood.skips.has("all") || daysBetween(own.since, world.today) < 3)
    return;
  yield* world.asks(
    { type: "liftHold", holdId, reason: "Well again", by: "client", physioId: null },
    "client",
  );
}

function* echoes(world: World, mood: Mood, answers: boolean): Acts {
  const { echo } = world.journey;
  if (!echo || echo.dueOn > world.today || !answers) return;
  const said = {
    type: "checkSymptoms",
    moment: "next_day",
    day: world.today,
    logId: echo.logId,
    sessionId: null,
    note: null,
  } as const;
  yield* world.tells({ ...said, findings: [...mood.echo] });
  // Phone and tablet ask the same; both are answered.
  if (world.chance.happens(0.05, world.today, "two devices"))
    yield* world.tells({ ...said, findings: [...mood.echo] });
}

function* trains(world: World, mood: Mood): Acts {
  for (let turn = 0; turn < 3; turn += 1) {
    const { mum } = world.journey.next;
    if (mum.code !== "do_session") return;
    const plan = world.journey.plans.find((row) => row.planId === mum.planId);
    const isSkipped =
      plan === undefined || (plan.kind !== "walk_run" && mood.skips.has(plan.kind as "strength"));
    if (isSkipped) return;
    const before = world.record.sessionLog.length;
    yield* does(world, plan, mood);
    if (world.record.sessionLog.length === before) return;
  }
}

/** She presses start, and logs what she did. Without network the start is only known to her phone. */
function* does(world: World, plan: PlanState, mood: Mood): Acts {
  const sessionId = world.newId();
  const { planId } = plan;
  const isOnline = world.offlineUntil === null || world.today >= world.offlineUntil;
  if (isOnline) {
    const start = yield* world.asks(
      { type: "startSession", sessionId, planId, note: "As planned" },
      "client",
    );
    if (!start.ok) return;
  }
  const isRunning = plan.kind === "walk_run" || plan.impact;
  const findings = isRunning || mood.session.some((row) => row.kind !== "symptom") ? mood.session : [];
  const isStopped = findings.some((row) => row.kind !== "pain");
  const minutes = plan.kind === "walking" ? Math.max(30, plan.minutesTotal) : plan.minutesTotal;
  const done = {
    sessionId,
    findings,
    minutes,
    completion: isStopped ? ("stopped" as const) : ("as_planned" as const),
  };
  yield* world.tells(logging(plan.kind, world.today, plan, done));
}
