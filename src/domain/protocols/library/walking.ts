import { HOUSE_SYMPTOM_RULE, type ProtocolContent } from "../grammar.ts";
import { ruleValue } from "../../shared/rules.ts";
import { SOURCES } from "./sources.ts";
import { intervals, level, range, walk } from "./write.ts";

/** The step between two levels, and where she starts; sources beside. */
const WALKING = {
  /** Seed: "first up it might just be 10 mins". */
  firstMinutes: 10,
  /** A clinic's ladder: about 5 minutes more each week. */
  stepMinutes: 5,
  /** Where the shipped version ends: the clinic's ladder does too. */
  usualMinutes: 45,
  usualDays: { from: 3, to: 4 },
} as const;

/** Her running goal, as far as walking needs it. */
export type WalkingGoal = { readonly daysPerWeek: number; readonly minutesPerRun: number };

/**
 * Step 3: walk as often, and as long, as she wants to run. Levels from 10 minutes to the minutes of her goal, and to
 * at least the symptom-free walk that running asks for.
 * @param goal null for the shipped version, 10 to 45 minutes.
 */
export function walkingProtocol(goal: WalkingGoal | null = null): ProtocolContent {
  const longest = Math.max(
    goal?.minutesPerRun ?? WALKING.usualMinutes,
    ruleValue("symptom_free_walk_minutes"),
  );
  const perWeek = goal ? { from: goal.daysPerWeek, to: goal.daysPerWeek } : WALKING.usualDays;
  return {
    grammar: 1,
    slug: goal ? "walking_to_goal" : "walking",
    kind: "walking",
    variant: null,
    title: goal ? `Walking: ${WALKING.firstMinutes} to ${longest} minutes` : "Walking: 10 to 45 minutes",
    summary:
      "Walk as often as you would like to run, a little longer each time. It builds the habit, and it makes running far less daunting.",
    entry: [{ code: "intake_complete" }, { code: "no_red_flag" }],
    exit: [
      { code: "walking_met", source: "method" },
      { code: "symptom_free_walk", minutes: ruleValue("symptom_free_walk_minutes"), source: "goom_2019" },
    ],
    symptomRule: HOUSE_SYMPTOM_RULE,
    sources: [SOURCES.method, SOURCES.goom, SOURCES.clinicLadder, SOURCES.hse, SOURCES.house],
    review: "draft",
    levels: walkMinutes(longest).map((minutes, index) =>
      level(`${minutes} min walk`, [intervals("main", 1, [walk(minutes * 60, range(2, 4))])], {
        perWeek,
        exit: [{ code: "clean_sessions", sessions: ruleValue("clean_sessions_for_level_up") }],
        ...(index === 0
          ? {
              note: "Flat and easy; two short walks are as good as one. After a caesarean leave the pram to somebody else at first.",
            }
          : {}),
        sources: index === 0 ? ["method", "hse_caesarean"] : ["method", "clinic_walking_ladder"],
      }),
    ),
  };
}

function walkMinutes(longest: number): readonly number[] {
  const minutes: number[] = [];
  for (let next: number = WALKING.firstMinutes; next < longest; next += WALKING.stepMinutes)
    minutes.push(next);
  return [...minutes, longest];
}
