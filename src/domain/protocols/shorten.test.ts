import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksSchema } from "./blocks.ts";
import { SHORT_MINUTES } from "./grammar.ts";
import { LIBRARY } from "./library/index.ts";
import { between, intervals, range, reps, run, timed, walk } from "./library/write.ts";
import { blocksSeconds, longestRunSeconds, runSeconds } from "./measure.ts";
import { anyBlocks, runningBlocks } from "./sessions.arbitrary.ts";
import { SHORTENING, shorten, shortVersion } from "./shorten.ts";
import { totalsOf } from "./totals.ts";

const easy = range(3);
const first = between(300, [intervals("main", 6, [run(60, easy), walk(120)])]);
const minutes = fc.oneof(fc.constantFrom(5, 10, 20), fc.integer({ min: 1, max: 90 }));

describe("shorten", () => {
  it("leaves alone what fits", () => {
    expect(shorten(first, 28)).toBe(first);
  });

  it("takes repeats from a walk/run and keeps its walks either side, in proportion", () => {
    expect(shorten(first, 20)).toEqual(between(210, [intervals("main", 4, [run(60, easy), walk(120)])]));
  });

  it("cuts a continuous run to what the time leaves", () => {
    const whole = between(300, [intervals("main", 1, [run(1200, easy)])]);
    expect(shorten(whole, 20)).toEqual(between(180, [intervals("main", 1, [run(840, easy)])]));
  });

  it("makes a walk of a run for which there is no time", () => {
    expect(shorten(first, 4)).toEqual([intervals("main", 1, [walk(240)])]);
  });

  it("takes sets before exercises, and exercises from the end", () => {
    const strength = [reps("squat", 3, 10), reps("bridge", 3, 10), reps("calf_raise", 3, 10)];
    expect(shorten(strength, 5)).toEqual([
      reps("squat", 2, 10),
      reps("bridge", 1, 10),
      reps("calf_raise", 1, 10),
    ]);
    expect(shorten(strength, 2)).toEqual([reps("squat", 1, 10), reps("bridge", 1, 10)]);
    expect(shorten(strength, 1)).toEqual([reps("squat", 1, 10)]);
  });

  it("has something to do even when not one repetition fits", () => {
    const hold = {
      ...timed("bridge", 1, 5),
      dose: { by: "reps" as const, reps: range(1), holdSeconds: 180 },
    };
    const short = shorten([hold], 1);
    expect(short).toMatchObject([{ exercise: "breathing_lying", dose: { seconds: 45 } }]);
  });

  it("prefers the version written by hand", () => {
    const written = [timed("breathing_lying", 1, 120)];
    const session = { blocks: first, shorter: [{ minutes: 5 as const, blocks: written }] };
    expect(shortVersion(session, 5)).toBe(written);
    expect(shortVersion(session, 20)).toEqual(shorten(first, 20));
  });

  // Planted: `fitMain` stopping a minute early, with the last look at the budget taken out (alone, that look saves it).
  it("never takes longer than the time there is, and is a session", () => {
    fc.assert(
      fc.property(anyBlocks, minutes, (blocks, budget) => {
        const short = shorten(blocks, budget);
        expect(blocksSeconds(short)).toBeLessThanOrEqual(budget * 60);
        expect(blocksSchema.safeParse(short).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  // Planted: the fallback as a run instead of a walk; and no look at the longest run (a walk taken from between two
  // runs joins them). Both found.
  it("never runs more, longer in one go, or lands more often than the whole", () => {
    fc.assert(
      fc.property(fc.oneof(anyBlocks, runningBlocks), minutes, (blocks, budget) => {
        const short = shorten(blocks, budget);
        expect(runSeconds(short)).toBeLessThanOrEqual(runSeconds(blocks));
        expect(longestRunSeconds(short)).toBeLessThanOrEqual(longestRunSeconds(blocks));
        expect(totalsOf({ blocks: [...short] }).contacts).toBeLessThanOrEqual(totalsOf({ blocks }).contacts);
      }),
      { numRuns: 500 },
    );
  });

  // Planted: no floor under the warm-up. Found with five minutes of a long session.
  it("never runs without the walk before it", () => {
    const plain = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 30, max: 900 }), minutes);
    fc.assert(
      fc.property(plain, ([repeats, runFor, budget]) => {
        const short = shorten(
          between(300, [intervals("main", repeats, [run(runFor, easy), walk(60)])]),
          budget,
        );
        if (runSeconds(short) === 0) return;
        const before = short.filter((block) => block.part === "warm_up");
        expect(blocksSeconds(before)).toBeGreaterThanOrEqual(SHORTENING.shortestWarmUpSeconds);
      }),
    );
  });

  it("gives every shipped session a 5, 10 and 20-minute version of at least half its promise", () => {
    for (const content of LIBRARY) {
      for (const session of content.levels.flatMap((level) => level.sessions)) {
        for (const budget of SHORT_MINUTES) {
          const seconds = blocksSeconds(shortVersion(session, budget));
          const promised = Math.min(budget * 60, blocksSeconds(session.blocks));
          expect(seconds, `${content.slug}, ${session.title}, ${budget}`).toBeLessThanOrEqual(budget * 60);
          expect(seconds, `${content.slug}, ${session.title}, ${budget}`).toBeGreaterThanOrEqual(
            promised / 2,
          );
        }
      }
    }
  });
});
