import { addDays } from "../../shared/day.ts";
import { FACT_KINDS } from "../facts.ts";
import type { Evening } from "./life.ts";
import { shutPoints, unanswered } from "./oracle.ts";
import { firstUnearned } from "./levels.ts";
import type { Attempt } from "./world.ts";

/** What must hold every evening of every life. Each begins anew with a life and may remember the days before. */
export type Invariant = {
  readonly id: string;
  /** What would be broken, as people would say it. */
  readonly says: string;
  /** A look at one evening: null, or what is wrong. */
  readonly begin: () => (evening: Evening) => string | null;
};

const isRun = (kind: string) => kind === "walk_run" || kind === "technique";
const planKind = ({ before }: Attempt, planId: string) =>
  before.plan.find((row) => row.id === planId)?.kind ?? "";

type Opened = Attempt & { readonly what: string; readonly lasting: boolean };

/** Today's accepted rows that let her run: a start, a plan, a going on. */
function opened({ attempts }: Evening): readonly Opened[] {
  return attempts.flatMap((attempt): readonly Opened[] => {
    const { command, decision } = attempt;
    if (!decision.ok || decision.events.length === 0) return [];
    if (command.type === "startSession" && planKind(attempt, command.planId) === "walk_run")
      return [{ ...attempt, what: "a run was started", lasting: false }];
    if (command.type === "assignPlan" && command.kind === "walk_run")
      return [{ ...attempt, what: "a run was assigned", lasting: true }];
    if (command.type !== "changePlan" || planKind(attempt, command.planId) !== "walk_run") return [];
    if (command.change === "resume") return [{ ...attempt, what: "running went on", lasting: false }];
    return [];
  });
}

export const INVARIANTS: readonly Invariant[] = [
  {
    id: "shut_unless_all_six",
    says: "Running is open only when all six points hold.",
    begin:
      () =>
      ({ journey, points }) => {
        if (!journey.lock.open) return null;
        return points.length === 0 ? null : `the lock is open against point ${points.join(", ")}`;
      },
  },
  {
    id: "open_when_all_six",
    says: "Running is not shut for nothing.",
    begin:
      () =>
      ({ journey, points }) => {
        if (journey.lock.open || points.length > 0) return null;
        return `shut for ${journey.lock.reasons.map((reason) => reason.code).join(", ")}`;
      },
  },
  {
    id: "no_run_shown_while_shut",
    says: "No run is offered, and no step that runs is open, while the lock is shut.",
    begin:
      () =>
      ({ journey, points }) => {
        const { mum } = journey.next;
        if (points.length > 0 && mum.code === "do_session" && mum.kind === "walk_run")
          return `a run is offered against point ${points.join(", ")}`;
        const step = journey.steps.find((row) => row.id === "running");
        const isOpen = step?.status === "open" || step?.status === "active" || step?.status === "done";
        return isOpen && points.some((point) => point !== 6)
          ? `step 6 is ${step.status} against point ${points.join(", ")}`
          : null;
      },
  },
  {
    id: "no_run_begun_while_shut",
    says: "No run is started, assigned or taken up again while the lock is shut.",
    begin: () => (evening) => {
      for (const { what, before, today, lasting } of opened(evening)) {
        const points = shutPoints(before, today).filter((point) => !(lasting && point === 6));
        if (points.length > 0) return `${what} against point ${points.join(", ")}`;
      }
      return null;
    },
  },
  {
    id: "symptom_waits_for_a_physio",
    says: "After a pelvic symptom or a red flag nothing runs until a physio answered.",
    begin: () => (evening) => {
      const { record, journey } = evening;
      if (journey.lock.open && unanswered(record).length > 0) return "the lock is open";
      const begun = opened(evening).find(({ before }) => unanswered(before).length > 0);
      return begun ? begun.what : null;
    },
  },
  {
    id: "red_flag_stops_the_day",
    says: "After a red flag no session is started until a person saw it, and none that day.",
    begin: () => (evening) => {
      for (const { command, decision, before, today } of evening.attempts) {
        if (command.type !== "startSession" || !decision.ok || decision.events.length === 0) continue;
        const seen = new Set(before.redFlagAcknowledgement.map((row) => row.checkId));
        const open = unanswered(before).find(({ id }) => {
          const check = before.symptomCheck.find((row) => row.id === id);
          const isFlag = check?.findings.some((finding) => finding.kind === "red_flag") === true;
          return isFlag && (!seen.has(id) || check.day === today);
        });
        if (open) return `a session was started after ${open.id}`;
      }
      return null;
    },
  },
  {
    id: "limits_are_kept",
    says: "No session goes beyond what the sign-off allows.",
    begin:
      () =>
      ({ attempts, world }) => {
        for (const { decision, before, today } of attempts) {
          for (const { fact, row } of decision.ok ? decision.events : []) {
            if (fact !== "sessionStart") continue;
            // Those in force when she pressed start: a sign-off of the same evening says nothing about the morning.
            const { limits } = world.rules.derive(before, today);
            const limit = limits.find((one) => one.kind === "max_run_minutes");
            const noHopping = limits.some((one) => one.kind === "no_hopping");
            const plan = before.plan.find((known) => known.id === row.planId);
            const level = before.protocols.find((known) => known.versionId === plan?.protocolVersionId)
              ?.levels[row.level];
            if (limit?.kind === "max_run_minutes" && (level?.minutesRun ?? 0) > limit.minutes)
              return `${level?.minutesRun} minutes of running, ${limit.minutes} allowed`;
            if (noHopping && level?.impact === true && !isRun(row.kind))
              return "hopping against the sign-off";
          }
        }
        return null;
      },
  },
  {
    id: "levels_are_earned",
    says: "A run goes one level up at a time, after two clean sessions a rest day apart and an answered day after.",
    begin: () => (evening) => firstUnearned(evening),
  },
  {
    id: "what_is_told_can_be_done",
    says: "What she is told to do today she may start.",
    begin:
      () =>
      ({ attempts }) => {
        const refused = attempts.find(
          ({ command, decision }) =>
            command.type === "startSession" && command.note === "As planned" && !decision.ok,
        );
        return refused && !refused.decision.ok
          ? `refused: ${JSON.stringify(refused.decision.refusal)}`
          : null;
      },
  },
  {
    id: "hold_has_words_and_a_way_out",
    says: "Somebody has something to do about every hold.",
    begin:
      () =>
      ({ journey }) => {
        if (journey.holds.length === 0) return null;
        const { mum, coach, physio } = journey.next;
        const isIdle = mum.code === "coach_plans" && coach.code === "nothing" && physio.code === "nothing";
        return isIdle
          ? `nobody does anything about ${journey.holds.map((hold) => hold.reason).join(", ")}`
          : null;
      },
  },
  {
    id: "nothing_is_lost",
    says: "What was recorded stays as it was, and what she sent is there.",
    begin:
      () =>
      ({ morning, record, world }) => {
        for (const kind of FACT_KINDS) {
          const [was, is] = [morning[kind], record[kind]];
          if (is.length < was.length || was.some((row, index) => is[index] !== row)) return `${kind} changed`;
        }
        const refused = world.lost[0];
        if (refused) return `${refused.command.type} was refused: ${refused.refusal}`;
        return missing(world.arrived, record);
      },
  },
  {
    id: "derived_is_derived_again",
    says: "The same facts, as they are stored, give the same journey.",
    begin:
      () =>
      ({ index, record, journey, today, world }) => {
        if (index % 9 !== 0) return null;
        const stored = {
          ...record,
          ...Object.fromEntries(FACT_KINDS.map((kind) => [kind, asStored<Stored>(record[kind])])),
        };
        const again = world.rules.derive(stored, today);
        return JSON.stringify(again) === JSON.stringify(journey)
          ? null
          : `differs in ${firstDifference(journey, again)}`;
      },
  },
  {
    id: "twice_is_once",
    says: "The same command sent twice is one event.",
    begin:
      () =>
      ({ attempts, record, today, world }) => {
        for (const { command, decision } of attempts) {
          if (!decision.ok || decision.events.length === 0) continue;
          const again = world.rules.decide(record, command, { today, newId: () => "twice" });
          if (!again.ok || again.events.length > 0)
            return `${command.type} twice: ${again.ok ? "events" : again.refusal.code}`;
        }
        return null;
      },
  },
  {
    id: "days_follow",
    says: "Every calendar day of hers comes once, whatever clocks do, and what is recorded later is later.",
    begin: () => {
      let yesterday: Evening["today"] | null = null;
      return ({ today, attempts }) => {
        const follows = yesterday === null || addDays(yesterday, 1) === today;
        yesterday = today;
        if (!follows) return `${today} follows another day than the one before`;
        return attempts.every((attempt) => attempt.today === today) ? null : "a command of another day";
      };
    },
  },
];

/** Something that reached us and is not among her facts as it was sent. */
function missing(arrived: Evening["world"]["arrived"], record: Evening["record"]): string | null {
  if (arrived.size === 0) return null;
  const logs = new Map(record.sessionLog.map((log) => [log.id, log]));
  for (const command of arrived.values()) {
    if (command.type !== "logSession") continue;
    const log = logs.get(command.id);
    const isSame =
      log?.doneOn === command.doneOn &&
      log.minutesTotal === command.minutesTotal &&
      log.minutesRun === command.minutesRun;
    if (!isSame) return `log ${command.id} is not there as it was sent`;
  }
  return null;
}

type Stored = { readonly id: string; readonly recordedAt: string };

/** As Postgres hands rows out: by the instant, and within one instant by id. */
function asStored<T extends Stored>(rows: readonly T[]): readonly T[] {
  const key = (row: T) => `${row.recordedAt} ${row.id}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function firstDifference(a: object, b: object): string {
  const [left, right] = [a, b].map(
    (value) => new Map(Object.entries(value).map(([key, of]) => [key, JSON.stringify(of)])),
  );
  return [...(left ?? [])].find(([key, of]) => right?.get(key) !== of)?.[0] ?? "nothing";
}
