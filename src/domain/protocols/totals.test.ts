import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUSE_SYMPTOM_RULE, type ProtocolContent } from "./grammar.ts";
import { between, holds, intervals, level, range, reps, run, timed, walk } from "./library/write.ts";
import { blocksSeconds, runSeconds, type Stretch, stretchesOf } from "./measure.ts";
import { outlineOf } from "./outline.ts";
import { anyBlocks } from "./sessions.arbitrary.ts";
import { hasImpact, totalsOf } from "./totals.ts";

const easy = range(3);
const usual = { perWeek: range(3), sources: ["house"] };

describe("totalsOf", () => {
  it("tells running, walking, the main set and the longest run apart", () => {
    const blocks = between(300, [
      intervals("main", 2, [run(90, easy), walk(60)]),
      intervals("main", 1, [run(300, easy)]),
    ]);
    expect(totalsOf({ blocks })).toEqual({
      minutes: 20,
      minutesMain: 10,
      minutesRun: 8,
      minutesWalk: 12,
      longestRunMinutes: 5,
      contacts: 0,
    });
  });

  it("counts two runs without a walk between as one", () => {
    const blocks = [intervals("main", 1, [run(90, easy)]), intervals("main", 1, [run(120, easy), walk(60)])];
    expect(totalsOf({ blocks }).longestRunMinutes).toBe(3.5);
  });

  it.each([
    ["repetitions, both feet", reps("low_pogo", 3, 20), 60],
    ["repetitions, each side", reps("hop_on_spot", 2, 10, { side: "each" }), 40],
    ["the upper end of a range", reps("low_pogo", 1, range(10, 20)), 20],
    ["time, at the exercise's own pace", timed("light_feet", 2, 15), 75],
    ["time, where landings are counted by repetition", timed("low_pogo", 1, 30), 30],
    ["nothing that lands", reps("squat", 3, 10), 0],
  ])("counts landings: %s", (_name, block, contacts) => {
    expect(totalsOf({ blocks: [block] }).contacts).toBe(contacts);
  });

  it("takes a hold with its release, and a tempo, for what they last", () => {
    expect(totalsOf({ blocks: [holds("pelvic_floor_wake", 1, 10, 3)] }).minutes * 60).toBe(15 + 10 * 9);
    const slow = reps("squat", 2, 10, { tempo: { lower: 3, pause: 1, lift: 2 }, restSeconds: 60 });
    expect(totalsOf({ blocks: [slow] }).minutes * 60).toBe(15 + 2 * 60 + 60);
  });
});

describe("hasImpact", () => {
  const unknown = { ...reps("squat", 1, 1), exercise: "of_the_practice" };
  it.each([
    ["walking", [intervals("main", 1, [walk(600)])], false],
    ["running", [intervals("main", 1, [run(5, easy)])], true],
    ["strides", [intervals("main", 1, [{ ...run(5, easy), move: "strides" as const }])], true],
    ["strength", [reps("squat", 3, 10)], false],
    ["a heel drop", [reps("heel_drop", 1, 1)], true],
    // Better asked about the day after once too often.
    ["an exercise nobody knows", [unknown], true],
  ])("%s: %s", (_name, blocks, impact) => {
    expect(hasImpact({ blocks })).toBe(impact);
  });

  it("asks the practice's own book", () => {
    const soft = {
      area: "leg",
      equipment: [],
      easier: null,
      harder: null,
      cautions: [],
      contacts: null,
    } as const;
    expect(hasImpact({ blocks: [unknown] }, (id) => ({ id, ...soft }))).toBe(false);
  });
});

describe("outlineOf", () => {
  it("takes the most demanding session of a level, figure by figure", () => {
    const content: ProtocolContent = {
      grammar: 1,
      slug: "mixed",
      kind: "walk_run",
      variant: null,
      title: "Mixed",
      summary: "A long walk and a short run take turns.",
      entry: [],
      exit: [],
      symptomRule: HOUSE_SYMPTOM_RULE,
      sources: [{ key: "house", title: "House", strength: "design", says: "Draft." }],
      review: "draft",
      levels: [
        {
          ...level("Both", [intervals("main", 1, [walk(3601)])], usual),
          sessions: [
            { title: "A", blocks: [intervals("main", 1, [walk(3601)])] },
            { title: "B", blocks: [intervals("main", 1, [run(90, easy)])] },
          ],
        },
        level("Walk", [intervals("main", 1, [walk(600)])], usual),
      ],
    };
    expect(outlineOf("version-1", content)).toEqual({
      versionId: "version-1",
      kind: "walk_run",
      title: "Mixed",
      levels: [
        { title: "Both", minutesTotal: 61, minutesRun: 1.5, impact: true, sessions: 2 },
        { title: "Walk", minutesTotal: 10, minutesRun: 0, impact: false, sessions: 1 },
      ],
    });
  });
});

describe("stretchesOf", () => {
  it("takes as long as the session, runs as long as it runs, and never says the same twice in a row", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const rows = stretchesOf(blocks);
        const sum = (of: readonly Stretch[]) => of.reduce((all, row) => all + row.seconds, 0);
        expect(sum(rows)).toBeCloseTo(blocksSeconds(blocks));
        const runs = rows.filter((row) => row.as === "run" || row.as === "strides");
        expect(sum(runs)).toBeCloseTo(runSeconds(blocks));
        expect(rows.filter((row, at) => row.as === rows[at - 1]?.as)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("writes repeats out in their order, the inner ones inside", () => {
    const group = { type: "group" as const, repeats: 2, intervals: [run(30, easy), walk(60)] };
    const block = { ...intervals("main", 2, [walk(10)]), items: [group, walk(10)] };
    expect(stretchesOf([block]).map(({ as, seconds }) => `${as} ${seconds}`)).toEqual([
      "run 30",
      "walk 60",
      "run 30",
      "walk 70",
      "run 30",
      "walk 60",
      "run 30",
      "walk 70",
    ]);
  });
});
