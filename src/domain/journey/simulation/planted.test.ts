import { expect, it } from "vitest";
import { decide } from "../decide.ts";
import { accept, type Decision, event, refuse } from "../decision.ts";
import { deriveJourney } from "../derive.ts";
import type { ClientRecord, JourneyEvent } from "../facts.ts";
import type { Journey } from "../journey.ts";
import { ALL_INVARIANTS, type Broken, firstBroken, lifeOf } from "./run.ts";
import type { Evening } from "./life.ts";
import type { Rules } from "./world.ts";

/** For each invariant one bug, planted into the rules a life is lived by. A watchman who never barks guards nothing. */

type Decide = typeof decide;
const OPEN = { open: true, reasons: [] };
const derived = (change: (journey: Journey, record: ClientRecord) => Partial<Journey>): Rules => ({
  decide,
  derive: (record, today) => {
    const journey = deriveJourney(record, today);
    return { ...journey, ...change(journey, record) };
  },
});
const decided = (change: (...given: Parameters<Decide>) => Decision | null): Rules => ({
  derive: deriveJourney,
  decide: (...given) => change(...given) ?? decide(...given),
});
const isOnly = (code: string, journey: Journey) =>
  journey.lock.reasons.every((reason) => reason.code === code);
const withNext = (journey: Journey, change: Partial<Journey["next"]>) => ({
  next: { ...journey.next, ...change },
});
const changed = (decision: Decision, change: (made: JourneyEvent) => JourneyEvent): Decision =>
  decision.ok ? { ok: true, events: decision.events.map(change) } : decision;

function withoutFlags(record: ClientRecord): ClientRecord {
  const symptomCheck = record.symptomCheck.map((check) => ({
    ...check,
    findings: check.findings.filter((row) => row.kind !== "red_flag"),
  }));
  return { ...record, symptomCheck, hold: record.hold.filter((hold) => hold.reason !== "red_flag") };
}

const PLANTED: readonly (readonly [invariant: string, bug: string, rules: Rules])[] = [
  [
    "shut_unless_all_six",
    "the day after is not asked",
    derived((journey) => (isOnly("echo_awaited", journey) ? { lock: OPEN } : {})),
  ],
  [
    "open_when_all_six",
    "running never opens",
    derived((journey) => (journey.lock.open ? { lock: { open: false, reasons: [] } } : {})),
  ],
  [
    "no_run_shown_while_shut",
    "the screen does not ask the lock",
    derived((journey) => {
      const walk = journey.next.mum;
      return walk.code === "do_session" || walk.code === "rest_until"
        ? withNext(journey, {
            mum: { code: "do_session", planId: "x", kind: "walk_run", level: 0, minutes: 20 },
          })
        : {};
    }),
  ],
  [
    "no_run_begun_while_shut",
    "a start does not ask the lock",
    decided((record, command, { today }) => {
      if (command.type !== "startSession") return null;
      const plan = record.plan.find((row) => row.id === command.planId);
      if (plan?.kind !== "walk_run") return null;
      const { id, sessionId, planId } = command;
      return accept(
        event("sessionStart", {
          id,
          sessionId,
          planId,
          kind: plan.kind,
          level: plan.level,
          startedOn: today,
          limits: [],
        }),
      );
    }),
  ],
  [
    "symptom_waits_for_a_physio",
    "a symptom is forgotten",
    derived((journey) =>
      journey.lock.reasons.some(
        (reason) => reason.code === "pelvic_symptom_open" || reason.code === "red_flag_open",
      )
        ? { lock: OPEN }
        : {},
    ),
  ],
  [
    "red_flag_stops_the_day",
    "a red flag is not seen",
    {
      derive: (record, today) => deriveJourney(withoutFlags(record), today),
      decide: (record, ...given) => decide(withoutFlags(record), ...given),
    },
  ],
  [
    "limits_are_kept",
    "a start asks no limit",
    decided((record, command, given) =>
      command.type === "startSession" || command.type === "assignPlan" || command.type === "changePlan"
        ? decide(
            { ...record, clearance: record.clearance.map((row) => ({ ...row, conditions: [] })) },
            command,
            given,
          )
        : null,
    ),
  ],
  [
    "levels_are_earned",
    "every step is two",
    decided((record, command, given) => {
      const decision = decide(record, command, given);
      return changed(decision, (made) =>
        made.fact === "planChange" && made.row.because === "ready"
          ? { ...made, row: { ...made.row, level: (made.row.level ?? 0) + 1 } }
          : made,
      );
    }),
  ],
  [
    "what_is_told_can_be_done",
    "a start is refused on what the screen offers",
    decided((_, command) => (command.type === "startSession" ? refuse({ code: "plan_paused" }) : null)),
  ],
  [
    "hold_has_words_and_a_way_out",
    "nobody is told of a hold",
    derived((journey) =>
      journey.holds.length > 0
        ? withNext(journey, {
            mum: { code: "coach_plans" },
            coach: { code: "nothing" },
            physio: { code: "nothing" },
          })
        : {},
    ),
  ],
  [
    "nothing_is_lost",
    "a log that comes late is refused",
    decided((_, command, { today }) =>
      command.type === "logSession" && command.doneOn < today
        ? refuse({ code: "too_long_ago", field: "doneOn", day: command.doneOn, oldest: today })
        : null,
    ),
  ],
  [
    "derived_is_derived_again",
    "the answer hangs on the order of a table",
    derived((_, record) => ({ lastActiveOn: (record.hold.at(-1)?.id ?? null) as Journey["lastActiveOn"] })),
  ],
  [
    "twice_is_once",
    "a log sent twice is two",
    decided((record, command, given) =>
      command.type === "logSession" ? decide(record, { ...command, id: given.newId() }, given) : null,
    ),
  ],
  [
    "well_mum_runs",
    "the next level never comes",
    decided((_, command) => (command.type === "changePlan" ? accept() : null)),
  ],
  [
    "nobody_is_stuck",
    "an expired sign-off is asked anew by nobody",
    derived((journey) =>
      journey.next.coach.code === "send_request" && journey.clearance.status !== "none"
        ? withNext(journey, { coach: { code: "nothing" } })
        : {},
    ),
  ],
  [
    "somebody_has_something_to_do",
    "nobody has anything to do",
    derived((journey) =>
      withNext(journey, {
        mum: { code: "coach_plans" },
        coach: { code: "nothing" },
        physio: { code: "nothing" },
      }),
    ),
  ],
];
/** Where to begin: the first life that meets the bug, for bugs that are seldom met. Before it nothing was found. */
const FIRST_MET: Readonly<Record<string, number>> = { no_run_begun_while_shut: 8, well_mum_runs: 20 };

/** The first life, of as many as are needed, in which the bug is met. */
function firstCaught(invariant: string, rules: Rules): Broken | null {
  const watch = ALL_INVARIANTS.filter((row) => row.id === invariant);
  const first = FIRST_MET[invariant] ?? 0;
  for (let number = first; number < first + 30; number += 1) {
    const broken = firstBroken(lifeOf(1, number, 400), rules, watch);
    if (broken) return broken;
  }
  return null;
}

it.each(PLANTED)("%s barks when %s", { timeout: 120_000 }, (invariant, _, rules) => {
  expect(firstCaught(invariant, rules)?.invariant).toBe(invariant);
});

it("days_follow barks when a clock leaves a day out, or tells one twice", () => {
  const [watch] = ALL_INVARIANTS.filter((row) => row.id === "days_follow");
  const looks = (...days: readonly string[]) => {
    const look = watch!.begin();
    return days.map((today) => look({ today, attempts: [] } as unknown as Evening));
  };
  expect(looks("2026-04-04", "2026-04-05", "2026-04-06")).toEqual([null, null, null]);
  expect(looks("2026-04-04", "2026-04-06").at(-1)).toMatch(/follows/);
  expect(looks("2026-04-05", "2026-04-05").at(-1)).toMatch(/follows/);
});

it("every invariant has its planted bug", () => {
  const planted = [...PLANTED.map(([invariant]) => invariant), "days_follow"];
  expect(planted.toSorted()).toEqual(ALL_INVARIANTS.map((row) => row.id).toSorted());
});
