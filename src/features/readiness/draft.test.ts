import { describe, expect, test } from "vitest";
import { DEFAULT_BATTERY } from "@/domain/readiness/batteries.ts";
import { EMPTY_SIDE, findingsOf, numberFrom, problemsOf, resultsOf, type SideDraft } from "./draft.ts";

const side = (part: Partial<SideDraft>): SideDraft => ({ ...EMPTY_SIDE, ...part });

describe("a number as people write it", () => {
  test.each([
    ["20", 20],
    [" 12,5 ", 12.5],
    ["0", 0],
    ["1000", 1000],
    ["", null],
    ["  ", null],
  ])("%j is %j", (text, value) => {
    expect(numberFrom(text)).toBe(value);
  });

  test.each(["-1", "twenty", "1e3", "1001", "1.234", "1,2,3", "12 reps"])("%j is none", (text) => {
    expect(numberFrom(text)).toBeNaN();
  });
});

describe("what a side still lacks", () => {
  test("felt without saying what; pain without its place and number", () => {
    expect(problemsOf(side({ felt: true }))).toEqual(["felt"]);
    expect(problemsOf(side({ felt: true, symptoms: ["pain"], value: "x" }))).toEqual([
      "number",
      "site",
      "level",
    ]);
    expect(problemsOf(side({ felt: true, symptoms: ["pain"], site: "hip", level: 0 }))).toEqual([]);
  });

  test("taking the tick away takes its questions away, and keeps the answers for a second thought", () => {
    const felt = side({ felt: true, symptoms: ["heaviness"] });
    expect(findingsOf(felt)).toEqual([{ kind: "symptom", symptom: "heaviness" }]);
    expect(findingsOf({ ...felt, felt: false })).toEqual([]);
    expect(problemsOf({ ...felt, felt: false, symptoms: [] })).toEqual([]);
  });
});

test("only what was written down becomes a result, in the order of the battery", () => {
  const draft = {
    "single_leg_bridge right": side({ incomplete: "declined" }),
    "single_leg_calf_raise left": side({ value: "21" }),
    "single_leg_calf_raise right": side({}),
    "a test that is not hers left": side({ value: "3" }),
  };
  expect(resultsOf(DEFAULT_BATTERY.strength, draft)).toEqual([
    { test: "single_leg_calf_raise", side: "left", value: 21, symptoms: [], incomplete: null },
    { test: "single_leg_bridge", side: "right", value: null, symptoms: [], incomplete: "declined" },
  ]);
});
