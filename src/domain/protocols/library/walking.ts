import { HOUSE_SYMPTOM_RULE, type ProtocolContent } from "../grammar.ts";
import { ruleValue } from "../../shared/rules.ts";
import { SOURCES } from "./sources.ts";
import { intervals, level, range, walk } from "./write.ts";

/** Where she starts, and the step between two levels; sources beside. */
const WALKING = {
  /** Seed: "first up it might just be 10 mins". */
  firstMinutes: 10,
  /** A clinic's ladder: about 5 minutes more each week. */
  stepMinutes: 5,
  usualDays: { from: 3, to: 4 },
} as const;

/**
 * Step 3: walk as often, and as long, as she wants to run. Written from 10 minutes to the symptom-free walk that running
 * asks for; from there it goes on to the minutes of her goal.
 */
export function walkingProtocol(): ProtocolContent {
  const symptomFree = ruleValue("symptom_free_walk_minutes");
  const minutes: number[] = [];
  for (let next: number = WALKING.firstMinutes; next < symptomFree; next += WALKING.stepMinutes)
    minutes.push(next);
  return {
    grammar: 1,
    slug: "walking",
    kind: "walking",
    variant: null,
    title: "Walking to your goal",
    summary:
      "Walk as often as you would like to run, a little longer each time. It builds the habit, and it makes running far less daunting.",
    entry: [{ code: "intake_complete" }, { code: "no_red_flag" }],
    exit: [
      { code: "walking_met", source: "method" },
      { code: "symptom_free_walk", minutes: symptomFree, source: "goom_2019" },
    ],
    symptomRule: HOUSE_SYMPTOM_RULE,
    sources: [SOURCES.method, SOURCES.goom, SOURCES.clinicLadder, SOURCES.hse, SOURCES.house],
    review: "draft",
    onwardMinutes: WALKING.stepMinutes,
    levels: [...minutes, symptomFree].map((row, index) =>
      level(`${row} min walk`, [intervals("main", 1, [walk(row * 60, range(2, 4))])], {
        perWeek: WALKING.usualDays,
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
