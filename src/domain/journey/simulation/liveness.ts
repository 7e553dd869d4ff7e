import { daysBetween } from "../../shared/day.ts";
import type { Journey } from "../journey.ts";
import type { Invariant } from "./invariants.ts";
import type { Evening } from "./life.ts";

/** What must come about: that people get there. Said as deadlines, so that one evening can show it broken. */

/** Weeks from the start of care (or from 12 weeks after birth) in which a mum who is well first runs, and runs on and on. */
const FIRST_RUN_WEEKS = 16;
const CONTINUOUS_WEEKS = 36;
const CONTINUOUS_MINUTES = 20;
/** Longest time that calm days may keep somebody from running. */
const STUCK_DAYS = 150;

function ranFrom({ record }: Evening, minutes: number): boolean {
  return record.sessionLog.some((log) => log.kind === "walk_run" && log.minutesRun >= minutes);
}

const IDLE: ReadonlySet<string> = new Set(["coach_plans", "on_hold", "coach_writes_to_physio"]);
/** Reasons that end on a day, or that somebody looks at again on a day. */
const HAS_DAY: ReadonlySet<string> = new Set(["too_early", "clearance_not_yet", "clearance_starts_later"]);

export const DEADLINES: readonly Invariant[] = [
  {
    id: "well_mum_runs",
    says: "A mum who does everything right and feels well runs, and runs continuously, within a sane range of weeks.",
    begin: () => (evening) => {
      const { life, index, journey, record } = evening;
      if (!life.character.isWell) return null;
      const first = record.sessionLog.find((log) => log.kind === "walk_run");
      if (first && journey.bornOn !== null && daysBetween(journey.bornOn, first.doneOn) < 84)
        return "she ran before 12 weeks";
      const start = Math.max(0, 12 - life.character.weeksAtStart) * 7;
      if (index > start + FIRST_RUN_WEEKS * 7 && !first)
        return `no run after ${index} days: ${whatKeeps(journey)}`;
      const isLate = index > start + CONTINUOUS_WEEKS * 7;
      return isLate && !ranFrom(evening, CONTINUOUS_MINUTES)
        ? `no ${CONTINUOUS_MINUTES} minutes after ${index} days: ${whatKeeps(journey)}`
        : null;
    },
  },
  {
    id: "nobody_is_stuck",
    says: "When nothing more happens and people do what is next, she comes to run.",
    begin: () => {
      let calm = 0;
      return ({ isCalm, journey, record, today }) => {
        const isPregnant = journey.holds.some((hold) => hold.reason === "new_pregnancy");
        const ran = record.sessionLog.at(-1);
        const runs = record.sessionLog.some(
          (log) => log.kind === "walk_run" && daysBetween(log.doneOn, today) < 7,
        );
        const isYoung = journey.daysSinceBirth !== null && journey.daysSinceBirth < 7;
        calm = isCalm && !isPregnant && !runs && !isYoung ? calm + 1 : 0;
        if (calm <= STUCK_DAYS) return null;
        return `${calm} calm days without a run (last session ${ran?.doneOn ?? "never"}): ${whatKeeps(journey)}`;
      };
    },
  },
  {
    id: "somebody_has_something_to_do",
    says: "While running is shut there is something to do for somebody, or a day to wait for.",
    begin:
      () =>
      ({ journey }) => {
        const { mum, coach, physio } = journey.next;
        if (journey.lock.open || coach.code !== "nothing" || physio.code !== "nothing") return null;
        const isHers = mum.code === "on_hold" && mum.wayOut === "mum_lifts";
        const isIdle = !isHers && IDLE.has(mum.code);
        const hasDay = journey.lock.reasons.some((reason) => HAS_DAY.has(reason.code));
        return isIdle && !hasDay ? whatKeeps(journey) : null;
      },
  },
];

function whatKeeps({ lock, next, plans }: Journey): string {
  const reasons = lock.reasons.map((reason) => reason.code).join(", ") || "nothing";
  const people = [next.mum.code, next.coach.code, next.physio.code].join(" / ");
  const advice = plans.map((plan) => `${plan.kind} ${plan.level} ${plan.advice.because.code}`).join("; ");
  return `kept by ${reasons}; next ${people}; ${advice}`;
}
