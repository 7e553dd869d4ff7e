// Where a mum can be on the path today. Each situation is the whole way that leads there, lived day by day.
import type { Weekday } from "../../src/domain/shared/day.ts";
import type { Finding } from "../../src/domain/shared/vocabulary.ts";
import type { Mum } from "./mum.ts";
import type { PhysioRef } from "./practice.ts";
import {
  asksPhysio,
  assessed,
  assigns,
  type Birth,
  clearedBy,
  consents,
  feels,
  type Goal,
  type Habit,
  intake,
  logs,
  passesBatteries,
  signs,
  trains,
  wakes,
} from "./stories.ts";

export type Setting = {
  readonly mum: Mum;
  readonly physio: PhysioRef;
  readonly birth: Birth;
  readonly goal: Goal;
};

const WALK_DAYS: readonly Weekday[] = [1, 3, 5, 6];
const STRENGTH_DAYS: readonly Weekday[] = [2, 4];
const RUN_DAYS: readonly Weekday[] = [1, 3, 6];
const RESTORE_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

const HEAVINESS: readonly Finding[] = [{ kind: "symptom", symptom: "heaviness" }];

/** She accepted, agreed and filled in the intake on the day she joined. */
export function arrives({ mum, birth, goal }: Setting): void {
  consents(mum);
  intake(mum, birth, goal);
}

/** Assessed with a not-yet for running, restoration and walking under way since then. Returns her habits. */
export function restores(setting: Setting, assessedDaysAgo: number, untilDaysAgo: number): Habit[] {
  const { mum, physio } = setting;
  const request = asksPhysio(mum, physio, assessedDaysAgo + 8);
  const assessment = assessed(mum, physio, request, assessedDaysAgo);
  signs(mum, physio, assessment, { decision: "not_yet", reviewInDays: 60 });
  const restoration = assigns(mum, restorationFor(setting), assessedDaysAgo - 1, RESTORE_DAYS);
  const walking = assigns(mum, "walking", assessedDaysAgo - 1, WALK_DAYS);
  const habits: Habit[] = [
    { planId: restoration, kind: "restoration", weekdays: RESTORE_DAYS },
    { planId: walking, kind: "walking", weekdays: WALK_DAYS },
  ];
  progresses(mum, habits, assessedDaysAgo - 2, untilDaysAgo);
  return habits;
}

function restorationFor({ birth }: Setting): string {
  if (birth.tear?.startsWith("third") || birth.tear === "fourth") return "restoration_sphincter_hold";
  return birth.mode?.startsWith("caesarean") ? "restoration_caesarean" : "restoration";
}

/** Restoration's foundation is there: strength comes to the walking. */
export function strengthens(setting: Setting, startDaysAgo: number, untilDaysAgo: number): Habit[] {
  const { mum } = setting;
  const before = restores(setting, startDaysAgo + 44, startDaysAgo + 1);
  mum.on(startDaysAgo);
  finishesRestoration(mum, before);
  const strength = assigns(mum, "strength_s1", startDaysAgo, STRENGTH_DAYS);
  const walking = before.find((habit) => habit.kind === "walking");
  const habits: Habit[] = [
    { planId: strength, kind: "strength", weekdays: STRENGTH_DAYS },
    ...(walking ? [walking] : []),
  ];
  progresses(mum, habits, startDaysAgo - 1, untilDaysAgo);
  return habits;
}

function finishesRestoration(mum: Mum, habits: readonly Habit[]): void {
  const plan = habits.find((habit) => habit.kind === "restoration");
  if (!plan) return;
  mum.does(mum.coach, { type: "closeStep", step: "restoration", note: "Foundation is there." });
  mum.does(mum.coach, {
    type: "changePlan",
    planId: plan.planId,
    change: "end",
    level: null,
    mode: null,
    note: "Foundation is there.",
  });
}

/** Tests passed and signed off; running is open. Returns her habits without running. */
export function isCleared(setting: Setting, clearedDaysAgo: number, untilDaysAgo: number): Habit[] {
  const { mum, physio } = setting;
  const habits = strengthens(setting, clearedDaysAgo + 25, clearedDaysAgo + 2);
  mum.on(clearedDaysAgo + 1);
  passesBatteries(mum);
  clearedBy(mum, physio, clearedDaysAgo, {
    decision: "cleared_with_conditions",
    conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
  });
  progresses(mum, habits, clearedDaysAgo - 1, untilDaysAgo);
  return habits;
}

/** Walk/run has replaced some of the walks. Returns the running plan and all habits. */
export function runs(
  setting: Setting,
  startDaysAgo: number,
  untilDaysAgo: number,
): { planId: string; habits: Habit[] } {
  const { mum } = setting;
  const before = isCleared(setting, startDaysAgo + 5, startDaysAgo + 1);
  mum.on(startDaysAgo).does(mum.coach, {
    type: "reviewTechnique",
    reviewedOn: mum.day,
    observations: "Relaxed and upright. Lands a little far in front of herself when tired.",
    cues: ["Short quick steps, as if the path were warm.", "Ribs over hips, hands low."],
    closed: true,
  });
  const planId = assigns(mum, "walk_run", startDaysAgo, RUN_DAYS);
  const habits: Habit[] = [
    ...before.map((habit) => (habit.kind === "walking" ? { ...habit, weekdays: [5] as const } : habit)),
    { planId, kind: "walk_run", weekdays: RUN_DAYS },
  ];
  progresses(mum, habits, startDaysAgo - 1, untilDaysAgo);
  return { planId, habits };
}

/** Weeks of training: runs move on as soon as the rules say she is ready, all else when the coach looks at it, every fifth day. */
function progresses(mum: Mum, habits: readonly Habit[], fromDaysAgo: number, untilDaysAgo: number): void {
  for (let days = fromDaysAgo; days >= untilDaysAgo; days -= 1) {
    trains(mum, habits, days, days);
    const isLookedAt = (days - untilDaysAgo) % 5 === 0;
    for (const { planId, kind } of habits) if (isLookedAt || kind === "walk_run") levelsUp(mum, planId);
  }
}

/** The coach asks for the look at running, in the middle of it all. */
function asksForRunning(
  setting: Setting,
  habits: readonly Habit[],
  askedDaysAgo: number,
  untilDaysAgo: number,
): void {
  asksPhysio(setting.mum, setting.physio, askedDaysAgo, "recheck");
  progresses(setting.mum, habits, askedDaysAgo, untilDaysAgo);
}

/** The coach says yes when the rules say she is ready. */
function levelsUp(mum: Mum, planId: string): void {
  const plan = mum.journey().plans.find((row) => row.planId === planId);
  if (!plan?.mayLevelUp) return;
  mum.does(mum.coach, {
    type: "changePlan",
    planId,
    change: "level",
    level: plan.advice.to,
    mode: null,
    note: null,
  });
}

export const SITUATIONS = {
  /** Invited yesterday; has not opened her mail. */
  invited: () => undefined,
  /** Agreed, intake half way. */
  justIn: ({ mum }: Setting) => consents(mum),
  intakeDone: arrives,
  waitingForPhysio: (setting: Setting) => {
    arrives(setting);
    asksPhysio(setting.mum, setting.physio, 15);
  },
  restoring: (setting: Setting) => {
    arrives(setting);
    restores(setting, 20, 1);
  },
  strengthening: (setting: Setting) => {
    arrives(setting);
    asksForRunning(setting, strengthens(setting, 22, 6), 5, 1);
  },
  /** Twelve weeks are over, and nobody has asked the physio yet. */
  readyForALook: (setting: Setting) => {
    arrives(setting);
    strengthens(setting, 22, 1);
  },
  testsShort: (setting: Setting) => {
    arrives(setting);
    asksForRunning(setting, strengthens(setting, 24, 5), 4, 2);
    setting.mum.on(1);
    passesBatteries(setting.mum, { short: "single_leg_calf_raise" });
  },
  pendingClearance: (setting: Setting) => {
    arrives(setting);
    strengthens(setting, 28, 3);
    setting.mum.on(2);
    passesBatteries(setting.mum);
    const request = asksPhysio(setting.mum, setting.physio, 1, "recheck");
    signs(setting.mum, setting.physio, assessed(setting.mum, setting.physio, request, 1));
  },
  cleared: (setting: Setting) => {
    arrives(setting);
    isCleared(setting, 3, 1);
  },
  readyToProgress: (setting: Setting) => {
    arrives(setting);
    const { mum } = setting;
    isCleared(setting, 14, 12);
    const planId = assigns(mum, "walk_run", 11, RUN_DAYS);
    const run = { planId, kind: "walk_run" as const, weekdays: RUN_DAYS };
    trains(mum, [run], 10, 1);
    wakes(mum, 0);
  },
  running: (setting: Setting) => {
    arrives(setting);
    runs(setting, 40, 1);
    // Whatever day of the week it is: the morning after a run is answered.
    wakes(setting.mum, 0);
  },
  heavyOnRun: (setting: Setting) => {
    arrives(setting);
    const { mum } = setting;
    const { planId } = runs(setting, 30, 2);
    wakes(mum, 1);
    logs(mum, planId, "walk_run", { findings: HEAVINESS, effort: 5 });
  },
  redFlagYesterday: (setting: Setting) => {
    arrives(setting);
    restores(setting, 20, 2);
    setting.mum.on(1);
    feels(setting.mum, [{ kind: "red_flag", sign: "one_sided_calf" }]);
  },
  pregnantAgain: (setting: Setting) => {
    arrives(setting);
    const { mum } = setting;
    runs(setting, 60, 20);
    mum.on(14).does(mum.self, {
      type: "recordLifeEvent",
      kind: "new_pregnancy",
      startsOn: mum.day,
      endsOn: null,
      note: null,
    });
  },
  silent: (setting: Setting) => {
    arrives(setting);
    restores(setting, 30, 9);
  },
  badNights: (setting: Setting) => {
    arrives(setting);
    const { mum } = setting;
    asksForRunning(setting, strengthens(setting, 22, 7), 6, 2);
    mum.on(1).does(mum.self, {
      type: "checkIn",
      day: mum.day,
      sleepHours: 4.5,
      badNights: 5,
      energy: 2,
      mood: null,
      littleInterest: 0,
      feelingDown: 1,
      words: "Teething. All of us are tired.",
    });
  },
  finished: (setting: Setting) => {
    arrives(setting);
    const { mum, physio } = setting;
    const { habits } = runs(setting, 150, 60);
    // Looked at again before the first sign-off's review day; nothing limits her any more.
    wakes(mum, 59);
    clearedBy(mum, physio, 59);
    progresses(mum, habits, 58, 1);
    wakes(mum, 0);
  },
} as const satisfies Record<string, (setting: Setting) => unknown>;

export type Situation = keyof typeof SITUATIONS;
