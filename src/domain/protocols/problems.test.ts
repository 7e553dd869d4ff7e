import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EXERCISE_IDS } from "./exercises.ts";
import { protocolContentSchema } from "./grammar.ts";
import { LIBRARY } from "./library/index.ts";
import { intervals, range, run, walk } from "./library/write.ts";
import { blocksSeconds } from "./measure.ts";
import { readProtocol } from "./problems.ts";
import { anyBlocks } from "./sessions.arbitrary.ts";

const good = LIBRARY.find((content) => content.slug === "walk_run")!;
const strength = LIBRARY.find((content) => content.slug === "strength_s1")!;

/** The content with one value changed at a path ("levels.0.title"); undefined takes it away. */
function withValue(content: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(content) as Record<string, unknown>;
  const keys = path.split(".");
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[keys.at(-1)!];
  else at[keys.at(-1)!] = value;
  return copy;
}

const SESSION = "levels.0.sessions.0";
const MAIN = `${SESSION}.blocks.1`;
const walking = (seconds: number) => [intervals("main", 1, [walk(seconds)])];
const squat = `${SESSION}.blocks.0`;

describe("readProtocol", () => {
  it.each([
    ["a level with no sessions", "levels.0.sessions", [], "levels.0.sessions", "too_few"],
    ["no levels", "levels", [], "levels", "too_few"],
    ["a session with nothing in it", `${SESSION}.blocks`, [], `${SESSION}.blocks`, "too_few"],
    ["a repeat of 0", `${MAIN}.repeats`, 0, `${MAIN}.repeats`, "too_small"],
    ["a repeat of 10,000", `${MAIN}.repeats`, 10_000, `${MAIN}.repeats`, "too_big"],
    ["half a repeat", `${MAIN}.repeats`, 1.5, `${MAIN}.repeats`, "not_whole"],
    [
      "a 9-hour interval",
      `${MAIN}.items.0.length.seconds`,
      9 * 3600,
      `${MAIN}.items.0.length.seconds`,
      "too_big",
    ],
    ["an unknown move", `${MAIN}.items.0.move`, "crawl", `${MAIN}.items.0.move`, "not_allowed"],
    ["an unknown block", `${MAIN}.type`, "nap", `${MAIN}.type`, "not_allowed"],
    ["a field nobody knows", `${MAIN}.colour`, "red", MAIN, "unknown_field"],
    ["a title left out", "levels.0.title", undefined, "levels.0.title", "missing"],
    ["an empty title", "levels.0.title", "  ", "levels.0.title", "empty"],
    ["a title that is a number", "title", 5, "title", "wrong_type"],
    [
      "an effort of 11",
      `${MAIN}.items.0.effort`,
      { from: 3, to: 11 },
      `${MAIN}.items.0.effort.to`,
      "too_big",
    ],
    [
      "an effort upside down",
      `${MAIN}.items.0.effort`,
      { from: 5, to: 3 },
      `${MAIN}.items.0.effort.to`,
      "range_reversed",
    ],
    ["days upside down", "levels.0.perWeek", { from: 4, to: 2 }, "levels.0.perWeek.to", "range_reversed"],
    ["a looser rule on pain", "symptomRule.painGreenMax", 5, "symptomRule.painGreenMax", "too_big"],
    [
      "a rule that runs on through a leak",
      "symptomRule.pelvic",
      "carry_on",
      "symptomRule.pelvic",
      "not_allowed",
    ],
    ["reviewed by its own word", "review", "reviewed", "review", "not_allowed"],
    ["a source that is not listed", "levels.0.sources", ["nowhere"], "levels.0.sources.0", "source_unknown"],
    ["a figure without a source", "levels.0.sources", [], "levels.0.sources", "too_few"],
    ["a slug with a space", "slug", "my plan", "slug", "bad_shape"],
    ["an edition from the future", "grammar", 2, "grammar", "not_allowed"],
    [
      "a short version that is not short",
      `${SESSION}.shorter`,
      [{ minutes: 5, blocks: walking(301) }],
      `${SESSION}.shorter.0.blocks`,
      "short_version_too_long",
    ],
    [
      "a short version that runs more",
      `${SESSION}.shorter`,
      [{ minutes: 10, blocks: [intervals("main", 1, [run(600, range(3))])] }],
      `${SESSION}.shorter.0.blocks`,
      "short_version_runs_more",
    ],
    [
      "two versions of five minutes",
      `${SESSION}.shorter`,
      [1, 2].map((minute) => ({ minutes: 5, blocks: walking(minute * 60) })),
      `${SESSION}.shorter.1`,
      "twice",
    ],
    [
      "a session of seven hours",
      `${SESSION}.blocks`,
      [...walking(4 * 3600), ...walking(3 * 3600)],
      `${SESSION}.blocks`,
      "session_too_long",
    ],
  ])("refuses %s and says where", (_name, at, value, path, code) => {
    const reading = readProtocol(withValue(good, at, value), EXERCISE_IDS);
    expect(reading.ok).toBe(false);
    const problems = reading.ok ? [] : reading.problems.map((row) => [row.path.join("."), row.code]);
    expect(problems).toContainEqual([path, code]);
  });

  it.each([
    ["no set", `${squat}.sets`, 0, "too_small"],
    ["101 repetitions", `${squat}.dose.reps.to`, 101, "too_big"],
    ["a side that is none", `${squat}.side`, "front", "not_allowed"],
    ["a rest below nothing", `${squat}.restSeconds`, -1, "too_small"],
    ["an exercise nobody has", `${squat}.exercise`, "handstand", "exercise_unknown"],
  ])("refuses an exercise with %s", (_name, at, value, code) => {
    const reading = readProtocol(withValue(strength, at, value), EXERCISE_IDS);
    const problems = reading.ok ? [] : reading.problems.map((row) => [row.path.join("."), row.code]);
    expect(problems).toContainEqual([at, code]);
  });

  it("refuses a group inside a group", () => {
    const group = {
      type: "group",
      repeats: 2,
      intervals: [{ type: "group", repeats: 2, intervals: [walk(60)] }],
    };
    expect(readProtocol(withValue(good, `${MAIN}.items`, [group]), EXERCISE_IDS).ok).toBe(false);
  });

  it("finds every problem at once, with the bound", () => {
    const bad = withValue(withValue(good, `${MAIN}.repeats`, 0), "title", "");
    expect(readProtocol(bad, EXERCISE_IDS)).toEqual({
      ok: false,
      problems: [
        { path: ["title"], code: "empty", bound: 1 },
        { path: ["levels", 0, "sessions", 0, "blocks", 1, "repeats"], code: "too_small", bound: 1 },
      ],
    });
  });

  it("looks into the short versions for unknown exercises", () => {
    const blocks = [{ ...strength.levels[0]!.sessions[0]!.blocks[0]!, exercise: "handstand" }];
    const bad = withValue(strength, `${SESSION}.shorter`, [{ minutes: 20, blocks }]);
    expect(readProtocol(bad, EXERCISE_IDS)).toMatchObject({
      problems: [
        {
          code: "exercise_unknown",
          path: ["levels", 0, "sessions", 0, "shorter", 0, "blocks", 0, "exercise"],
        },
      ],
    });
  });

  it("does not write out absurd repeats to find that they are too many", () => {
    const group = { type: "group", repeats: 1e9, intervals: [walk(60)] };
    const bad = withValue(withValue(good, `${MAIN}.items`, [group]), `${MAIN}.repeats`, 1e9);
    expect(readProtocol(bad, EXERCISE_IDS).ok).toBe(false);
  });

  // Planted: reading `raw.levels.length` before parsing. Found with null.
  it("never throws, whatever it is given", () => {
    const anywhere = fc.constantFrom(
      "levels",
      "levels.0",
      SESSION,
      MAIN,
      `${MAIN}.items.0`,
      "sources",
      "entry",
    );
    fc.assert(
      fc.property(fc.anything(), anywhere, (junk, at) => {
        expect(readProtocol(junk, EXERCISE_IDS).ok).toBe(false);
        expect(readProtocol(withValue(good, at, junk), EXERCISE_IDS)).toHaveProperty("ok");
      }),
    );
  });

  // Planted: `restSeconds` with a default. Found: what came back was not what went in.
  it("gives back exactly what went in, also through JSON", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        fc.pre(blocksSeconds(blocks) <= 6 * 3600);
        const content = withValue(good, `${SESSION}.blocks`, blocks);
        const reading = readProtocol(content, EXERCISE_IDS);
        expect(reading).toEqual({ ok: true, content });
        expect(readProtocol(JSON.parse(JSON.stringify(content)), EXERCISE_IDS)).toEqual(reading);
      }),
    );
  });
});

describe("the grammar", () => {
  it("can be published as a JSON Schema", () => {
    expect(z.toJSONSchema(protocolContentSchema)).toMatchObject({
      type: "object",
      additionalProperties: false,
    });
  });
});
