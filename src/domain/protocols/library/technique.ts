import type { Block } from "../blocks.ts";
import { HOUSE_SYMPTOM_RULE, type ProtocolContent } from "../grammar.ts";
import { SOURCES } from "./sources.ts";
import { between, CLEAN_AND_ANSWERED, intervals, level, range, run, timed, walk } from "./write.ts";

/** Step 5: a few minutes of drills and short easy runs in which to try the coach's cues. Our draft. */

const easy = { effort: range(2, 3), restSeconds: 30 };
const drills: readonly Block[] = [timed("tall_march", 2, 30, easy), timed("easy_arms", 2, 30, easy)];
const withFeet: readonly Block[] = [...drills, timed("light_feet", 2, 15, easy)];
const shortRuns = (repeats: number) => intervals("main", repeats, [run(30, range(3, 4)), walk(60)]);
const usual = { perWeek: range(1, 2), exit: CLEAN_AND_ANSWERED, sources: ["house", "souza_2016"] };

export const TECHNIQUE: ProtocolContent = {
  grammar: 1,
  slug: "technique_drills",
  kind: "technique",
  variant: null,
  title: "Technique: tall, light, easy",
  summary: "Drills and half-minute runs in which to try one cue at a time. Looking at running is running.",
  entry: [{ code: "clearance_covers", scope: "technique" }, { code: "running_unlocked" }],
  exit: [{ code: "coach_decides" }],
  symptomRule: HOUSE_SYMPTOM_RULE,
  sources: [SOURCES.house, SOURCES.souza, SOURCES.grounded],
  review: "draft",
  levels: [
    level("Tall and easy", between(300, [...drills, shortRuns(4)]), {
      ...usual,
      note: "One cue at a time. If it feels forced, let it go and walk.",
    }),
    level("Light feet", between(300, [...withFeet, shortRuns(4)]), {
      ...usual,
      sources: ["house", "james_2025"],
    }),
    level("A little more", between(300, [...withFeet, shortRuns(6)]), usual),
  ],
};
