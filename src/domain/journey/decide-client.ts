import { daysBetween } from "../shared/day.ts";
import { newest } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";
import { hasBabyPrompts } from "./baby-prompt.ts";
import type { CommandOf } from "./commands.ts";
import { checkEvents } from "./consequences.ts";
import { firstOf, notInFuture } from "./day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "./decision.ts";
import type { Hold, HoldReason, JourneyEvent, LifeEventKind } from "./facts.ts";

/** The questionnaire is complete: with it her birth and her goal, and what she notices now. */
export function completeIntake(command: CommandOf<"completeIntake">, deciding: Deciding): Decision {
  const { record, today, newId } = deciding;
  if (!command.birth && record.birth.length === 0) return refuse({ code: "birth_missing" });
  if (!command.goal && record.goal.length === 0) return refuse({ code: "goal_missing" });
  const wrong = command.birth ? birthRefusal(command.birth.bornOn, deciding) : null;
  if (wrong) return refuse(wrong);
  const { id, ranBeforeKmPerWeek, feeding, pelvicHistory, words } = command;
  const noticed = command.findings?.length
    ? checkEvents(
        {
          id: newId(),
          moment: "any_time",
          day: today,
          logId: null,
          sessionId: null,
          findings: command.findings,
          note: null,
        },
        deciding,
      )
    : [];
  return accept(
    ...(command.birth ? [event("birth", { id: newId(), ...command.birth })] : []),
    ...(command.goal ? [event("goal", { id: newId(), setOn: today, ...command.goal })] : []),
    event("intake", { id, completedOn: today, ranBeforeKmPerWeek, feeding, pelvicHistory, words }),
    ...noticed,
  );
}

/** A birth ends the pregnancy before it. The old sign-off no longer counts: a new journey starts with a new intake. */
export function recordBirth(command: CommandOf<"recordBirth">, deciding: Deciding): Decision {
  const wrong = birthRefusal(command.bornOn, deciding);
  if (wrong) return refuse(wrong);
  const { id, bornOn, mode, tear, babies, gestationWeeks } = command;
  return accept(event("birth", { id, bornOn, mode, tear, babies, gestationWeeks }));
}

function birthRefusal(bornOn: CommandOf<"recordBirth">["bornOn"], deciding: Deciding): Refusal | null {
  const tooClose = deciding.record.birth.find(
    (birth) => Math.abs(daysBetween(birth.bornOn, bornOn)) < ruleValue("births_apart_days"),
  );
  return firstOf(
    notInFuture("bornOn", bornOn, deciding),
    tooClose ? { code: "births_too_close", bornOn, known: tooClose.bornOn } : null,
  );
}

export function setGoal(command: CommandOf<"setGoal">, { record, today }: Deciding): Decision {
  const { id, daysPerWeek, minutesPerRun } = command;
  const present = newest(record.goal);
  if (present?.daysPerWeek === daysPerWeek && present.minutesPerRun === minutesPerRun) return accept();
  return accept(event("goal", { id, setOn: today, daysPerWeek, minutesPerRun }));
}

export function setConsent(command: CommandOf<"setConsent">, { record }: Deciding): Decision {
  const { id, purpose, given, wordingVersion } = command;
  const present = newest(record.consent, (row) => row.purpose === purpose);
  const isSame = present ? present.given === given && present.wordingVersion === wordingVersion : !given;
  return isSame ? accept() : accept(event("consent", { id, purpose, given, wordingVersion }));
}

/** Life events that hold something, what they hold, and whether running plans end. */
const HOLDS_OF: {
  readonly [K in LifeEventKind]?: { readonly covers: Hold["covers"]; readonly reason: HoldReason };
} = {
  new_pregnancy: { covers: "running", reason: "new_pregnancy" },
  surgery: { covers: "impact", reason: "surgery" },
  illness: { covers: "everything", reason: "illness" },
};

export function recordLifeEvent(command: CommandOf<"recordLifeEvent">, deciding: Deciding): Decision {
  const { id, kind, startsOn, endsOn, note } = command;
  const isPlanned = kind === "travel";
  const wrong = firstOf(
    isPlanned ? null : notInFuture("startsOn", startsOn, deciding),
    endsOn !== null && endsOn < startsOn
      ? { code: "days_out_of_order", field: "endsOn", earlier: endsOn, later: startsOn }
      : null,
    kind === "pregnancy_ended" && !deciding.journey.holds.some((hold) => hold.reason === "new_pregnancy")
      ? { code: "no_pregnancy" }
      : null,
  );
  if (wrong) return refuse(wrong);
  // Off is off, whoever says so a second time.
  if (kind === "baby_prompts_off" && !hasBabyPrompts(deciding.record)) return accept();
  return accept(
    event("lifeEvent", { id, kind, startsOn, endsOn, note }),
    ...lifeEventConsequences(command, deciding),
  );
}

function lifeEventConsequences(
  command: CommandOf<"recordLifeEvent">,
  deciding: Deciding,
): readonly JourneyEvent[] {
  const { journey, today, newId } = deciding;
  const effect = HOLDS_OF[command.kind];
  const isOver = command.endsOn !== null && command.endsOn < today;
  const isBeforeBirth = journey.bornOn !== null && command.startsOn <= journey.bornOn;
  // An illness that is over holds nothing any more; surgery or a pregnancy is not over because a day has passed.
  if (!effect || isBeforeBirth || (command.kind === "illness" && isOver)) return [];
  const hold = event("hold", {
    id: newId(),
    ...effect,
    placedOn: command.startsOn,
    sourceId: command.id,
    note: null,
  });
  if (command.kind !== "new_pregnancy") return [hold];
  const ends = journey.plans
    .filter((plan) => plan.kind === "walk_run" || plan.kind === "technique")
    .map(({ planId }) =>
      event("planChange", {
        id: newId(),
        planId,
        change: "end",
        level: null,
        mode: null,
        on: today,
        because: "new_pregnancy",
        note: null,
      }),
    );
  return [hold, ...ends];
}
