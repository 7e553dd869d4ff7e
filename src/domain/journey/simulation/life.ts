import { addDays, type Day } from "../../shared/day.ts";
import type { Finding } from "../../shared/vocabulary.ts";
import type { ClientRecord } from "../facts.ts";
import type { Journey } from "../journey.ts";
import type { Character } from "./character.ts";
import { CALM_DAYS, type Happening } from "./happenings.ts";
import { coachActs, type Mood, mumActs, physioActs } from "./people.ts";
import { shutPoints } from "./oracle.ts";
import { type Acts, type Answer, type Asking, type Attempt, type Rules, World } from "./world.ts";

/** A life as data. The same life under the same rules is lived the same way, for ever. */
export type Life = {
  readonly character: Character;
  readonly happenings: readonly Happening[];
  readonly days: number;
};

/** The evening of one day: what the invariants are asked about. */
export type Evening = {
  readonly index: number;
  readonly today: Day;
  /** Her facts this morning and now. */
  readonly morning: ClientRecord;
  readonly record: ClientRecord;
  readonly journey: Journey;
  readonly attempts: readonly Attempt[];
  readonly world: World;
  readonly life: Life;
  readonly isCalm: boolean;
  /** The points of the lock that keep running shut this evening, told by the oracle. */
  readonly points: readonly number[];
};

/** Lives the days of a life by the rules and shows each evening. Stops when `watch` says so (true). */
export function live(life: Life, rules: Rules, watch: (evening: Evening) => boolean): World {
  const world = new World(life.character, rules);
  const days = daysOf(life, world);
  for (let turn = days.next(); !turn.done; ) {
    const { value } = turn;
    if (value.what !== "evening") turn = days.next(world.decides(value));
    else if (watch(value.evening)) break;
    else turn = days.next();
  }
  return world;
}

type Turn = Asking | { readonly what: "evening"; readonly evening: Evening };

/** The days of a life, one thing at a time: what somebody asks, to be answered, and each evening, to be looked at. */
export function* daysOf(life: Life, world: World): Generator<Turn, void, Answer> {
  let morning = world.record;
  let mood = moodOf(life, world, 0);
  for (let index = 0; index < life.days; ) {
    yield* world.deliver();
    for (const happening of life.happenings) if (happening.day === index) yield* happens(world, happening);
    yield* ends(world, life.happenings, index);
    yield* physioActs(world);
    if (index % life.character.coachDays === 0 || mood.isCalm) yield* coachActs(world, mood);
    world.goOn();
    yield* mumActs(world, mood);
    const { today, record, journey, attempts } = world;
    const points = shutPoints(record, today);
    const { isCalm } = mood;
    const evening = { index, today, morning, record, journey, attempts, world, life, isCalm, points };
    yield { what: "evening", evening };
    while (!world.goOn());
    index += 1;
    morning = world.record;
    mood = moodOf(life, world, index);
  }
}

const NOTHING: readonly Finding[] = [];

function isDuring(happening: Happening & { readonly days: number }, index: number): boolean {
  return happening.day <= index && index < happening.day + happening.days;
}

function moodOf({ happenings, days, character }: Life, world: World, index: number): Mood {
  const skips = new Set<"strength" | "walking" | "all">();
  let session = NOTHING;
  let echo = NOTHING;
  let sleepHours = 7.5;
  for (const happening of happenings) {
    if (happening.what === "feels" && happening.day === index) {
      if (happening.when === "session") session = happening.findings;
      if (happening.when === "echo") echo = happening.findings;
    }
    if (happening.what === "sleepless" && isDuring(happening, index)) sleepHours = 5.5;
    if (happening.what === "lapse" && isDuring(happening, index)) skips.add(happening.kind);
    if ((happening.what === "holiday" || happening.what === "illness") && isDuring(happening, index))
      skips.add("all");
    if (happening.what === "offline" && happening.day === index)
      world.offlineUntil = addDays(world.today, happening.days);
  }
  return { session, echo, skips, sleepHours, isCalm: character.isWell || index >= days - CALM_DAYS };
}

/** What comes from outside, on its day. */
function* happens(world: World, happening: Happening): Acts {
  const { today, record } = world;
  const clearance = record.clearance.at(-1);
  const life = (
    kind:
      | "illness"
      | "surgery"
      | "new_pregnancy"
      | "travel"
      | "gp_check"
      | "baby_prompts_off"
      | "sleep_regression",
  ) => world.asks({ type: "recordLifeEvent", kind, startsOn: today, endsOn: null, note: null }, "client");
  switch (happening.what) {
    case "feels":
      if (happening.when === "any_time")
        yield* world.tells({
          type: "checkSymptoms",
          moment: "any_time",
          day: today,
          logId: null,
          sessionId: null,
          findings: [...happening.findings],
          note: null,
        });
      return;
    case "illness":
      yield* life("illness");
      return;
    case "surgery":
      yield* life("surgery");
      return;
    case "pregnant":
      if (!world.journey.holds.some((hold) => hold.reason === "new_pregnancy")) yield* life("new_pregnancy");
      return;
    case "said":
      yield* life(happening.kind);
      return;
    case "withdrawn":
      if (clearance)
        yield* world.asks(
          {
            type: "withdrawClearance",
            clearanceId: clearance.id,
            physioId: clearance.physioId,
            reason: "New findings",
          },
          "physio",
        );
      return;
    case "denied":
      if (clearance)
        yield* world.asks({ type: "confirmClearance", clearanceId: clearance.id, saw: false }, "client");
      return;
    case "credential_lost":
      if (clearance) yield* world.looksUp(clearance.physioId, clearance.registrationNumber, false, 100);
      return;
    case "declined": {
      const requestId = world.journey.requests[0]?.requestId;
      if (requestId !== undefined)
        yield* world.asks({ type: "markRequest", requestId, step: "declined" }, "physio");
      return;
    }
    case "held": {
      const by =
        happening.reason === "client_decision"
          ? "client"
          : happening.reason === "physio_decision"
            ? "physio"
            : "coach";
      yield* world.asks({ type: "placeHold", covers: "running", reason: happening.reason, note: null }, by);
      return;
    }
    case "goal":
      yield* world.asks({ type: "setGoal", daysPerWeek: 3, minutesPerRun: happening.minutes }, "client");
      return;
    case "paused":
      for (const { planId } of world.journey.plans)
        yield* world.asks(
          { type: "changePlan", planId, change: "pause", level: null, mode: null, note: null },
          "coach",
        );
      return;
    case "impatient":
      yield* triesEverything(world);
      return;
    default:
  }
}

/** She presses every start there is, and the coach tries to go further than was earned. */
function* triesEverything(world: World): Acts {
  for (const { planId, level } of world.journey.plans) {
    yield* world.asks(
      { type: "startSession", sessionId: world.newId(), planId, note: "I want to" },
      "client",
    );
    yield* world.asks(
      { type: "changePlan", planId, change: "level", level: level + 1, mode: null, note: "She asks for it" },
      "coach",
    );
  }
  const holdId = world.record.hold.at(-1)?.id;
  if (holdId !== undefined)
    yield* world.asks({ type: "liftHold", holdId, reason: "Please", by: "client", physioId: null }, "client");
}

/** What began some days ago and ends today. */
function* ends(world: World, happenings: readonly Happening[], index: number): Acts {
  for (const happening of happenings) {
    if (!("days" in happening)) continue;
    const end = happening.day + happening.days;
    // Running goes on when the lock allows it again, not on the day it was meant to.
    if (happening.what === "paused" && end <= index) yield* resumes(world);
    if (happening.what === "pregnant" && end === index) yield* pregnancyEnds(world, happening.endsWith);
  }
}

function* resumes(world: World): Acts {
  for (const plan of world.journey.plans) {
    if (plan.paused)
      yield* world.asks(
        { type: "changePlan", planId: plan.planId, change: "resume", level: null, mode: null, note: null },
        "coach",
      );
  }
}

function* pregnancyEnds(world: World, how: "birth" | "loss"): Acts {
  const { today } = world;
  const { bornOn } = world.journey;
  const born =
    how === "birth" &&
    bornOn !== null &&
    (yield* world.asks({ type: "recordBirth", bornOn: today, ...world.character.birth }, "client")).ok;
  if (!born)
    yield* world.asks(
      { type: "recordLifeEvent", kind: "pregnancy_ended", startsOn: today, endsOn: null, note: null },
      "client",
    );
}
