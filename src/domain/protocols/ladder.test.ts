import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aMum } from "../journey/build.ts";
import type { Goal } from "../journey/facts.ts";
import { day } from "../shared/day.ts";
import { protocolContentSchema } from "./grammar.ts";
import { levelsToGoal, withLadders } from "../journey/ladders.ts";
import { levelAt } from "./ladder.ts";
import { walkRunProtocol } from "./library/walk-run.ts";
import { walkingProtocol } from "./library/walking.ts";
import { outlineOf } from "./outline.ts";

const WALKING = walkingProtocol();
const WALK_RUN = walkRunProtocol({ smallerSteps: false });

/** Her record with these goals, one after the other, and the ladders of both protocols. */
function withGoals(...minutes: readonly number[]) {
  const goal = minutes.map(
    (minutesPerRun, at): Goal => ({
      id: `goal-${at}`,
      setOn: day("2026-11-01"),
      daysPerWeek: 3,
      minutesPerRun,
      recordedAt: `2026-11-01T00:00:0${at}Z`,
      recordedBy: { kind: "client", id: null },
    }),
  );
  const others = [outlineOf("walking", WALKING), outlineOf("walk_run", WALK_RUN)];
  const { protocols } = withLadders({ ...aMum().record, goal }, others);
  const of = (versionId: string) => protocols.find((row) => row.versionId === versionId)!;
  return { walking: of("walking"), walkRun: of("walk_run"), newest: goal.at(-1) ?? null };
}

describe("the way to her goal", () => {
  it.each([
    // Her goal; where walking and running end. A short goal still has the walk that running asks for.
    [20, 30, 20],
    [30, 30, 30],
    [32, 35, 32],
    [45, 45, 46],
    [60, 60, 60],
    [300, 300, 300],
  ])("of %i minutes ends at a walk of %i and a run of %i minutes", (goal, walk, run) => {
    const { walking, walkRun, newest } = withGoals(goal);
    expect(walking.levels[levelsToGoal(walking, newest) - 1]?.minutesTotal).toBe(walk);
    expect(walkRun.levels[levelsToGoal(walkRun, newest) - 1]?.minutesRun).toBe(run);
  });

  it("has what is written when nobody knows her goal", () => {
    const { walking, walkRun } = withGoals();
    expect(levelsToGoal(walking, null)).toBe(WALKING.levels.length);
    expect(levelsToGoal(walkRun, null)).toBe(WALK_RUN.levels.length);
  });

  it("given a goal set lower, then the way ends earlier and what was done keeps its name", () => {
    const { walking, newest } = withGoals(60, 30);
    expect(walking.levels[levelsToGoal(walking, newest) - 1]?.title).toBe("30 min walk");
    expect(walking.levels.at(-1)?.title).toBe("60 min walk");
  });

  it("ends where it is written when the protocol does not go on", () => {
    const { onwardMinutes: _, ...fixed } = WALKING;
    expect(levelAt(fixed, fixed.levels.length)).toBeNull();
    const goal = withGoals(60).newest;
    expect(levelsToGoal(outlineOf("fixed", fixed), goal)).toBe(fixed.levels.length);
  });

  it("property: the levels the rules know are those she is given, each a little longer than the one before", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(WALKING, WALK_RUN),
        fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 10 }),
        (shipped, goals, onwardMinutes) => {
          const content = { ...shipped, onwardMinutes };
          const outline = outlineOf("v", content);
          const goal = goals.map((minutesPerRun) => ({ minutesPerRun }) as Goal);
          const { protocols } = withLadders({ ...aMum().record, protocols: [outline], goal });
          const [grown] = protocols;
          const given = grown!.levels.map((_, at) => levelAt(content, at)!);
          expect(outlineOf("v", { ...shipped, levels: given }).levels).toEqual(grown!.levels);
          const written = content.levels.length;
          for (const [at, level] of grown!.levels.entries()) {
            const before = grown!.levels[at - 1];
            if (before && at >= written) expect(level.minutesTotal - before.minutesTotal).toBe(onwardMinutes);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is the same when it has grown before", () => {
    const once = withLadders({ ...aMum().record, goal: [{ minutesPerRun: 60 } as Goal] }, [
      outlineOf("walking", WALKING),
    ]);
    expect(withLadders(once)).toEqual(once);
  });
});

describe("a protocol that cannot go on", () => {
  const problemsOf = (content: object) =>
    protocolContentSchema
      .safeParse(content)
      .error?.issues.map((issue) => [issue.path.join("."), issue.message]);

  it.each([
    ["a last level with two sessions", { sessions: [0, 1].map(() => WALKING.levels[0]!.sessions[0]!) }],
    ["a last level of intervals", { sessions: WALK_RUN.levels[0]!.sessions }],
  ])("is refused: %s", (_, last) => {
    const levels = [{ ...WALKING.levels[0]!, ...last }];
    const content = { ...(last.sessions === WALK_RUN.levels[0]!.sessions ? WALK_RUN : WALKING), levels };
    const sources = [
      ...new Map([...WALKING.sources, ...WALK_RUN.sources].map((row) => [row.key, row])).values(),
    ];
    expect(problemsOf({ ...content, sources })).toEqual([["onwardMinutes", "cannot_go_on"]]);
  });

  it("is refused where there is no goal in minutes", () => {
    const strength = { ...WALKING, kind: "strength", entry: [], exit: [] };
    expect(problemsOf(strength)).toEqual([["onwardMinutes", "cannot_go_on"]]);
  });
});
