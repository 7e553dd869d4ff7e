import { describe, expect, it } from "vitest";
import { PELVIC_SYMPTOMS } from "../shared/findings.ts";
import { type Finding, RED_FLAGS, type Symptom } from "../shared/vocabulary.ts";
import { judge, painLight } from "./judge.ts";
import { RED_FLAG_ROWS, tierOf } from "./red-flags.ts";

const pain = (level: number): Finding => ({ kind: "pain", site: "knee", level });
const felt = (symptom: Exclude<Symptom, "pain">): Finding => ({ kind: "symptom", symptom });
const LATE = 57;
const EARLY = 56;

describe("the traffic light", () => {
  it.each([
    [0, "green"],
    [3, "green"],
    [4, "amber"],
    [5, "amber"],
    [6, "red"],
    [10, "red"],
  ] as const)("pain %i is %s", (level, light) => {
    expect(painLight(level)).toBe(light);
    expect(judge([pain(level)], null).light).toBe(light);
  });

  it("is green for nothing and for a period", () => {
    expect(judge([], EARLY).light).toBe("green");
    expect(judge([felt("bleeding_period")], EARLY)).toMatchObject({ light: "green", bleeding: "period" });
  });

  it.each(PELVIC_SYMPTOMS)("has no acceptable number for %s", (symptom) => {
    const verdict = judge([pain(0), felt(symptom)], null);
    expect(verdict).toMatchObject({ light: "red", pelvic: [symptom] });
  });

  it.each(RED_FLAGS)("is red for %s, whatever else was said", (sign) => {
    const verdict = judge([pain(0), { kind: "red_flag", sign }], null);
    expect(verdict).toMatchObject({ light: "red", redFlags: [{ sign, tier: tierOf(sign) }] });
  });

  it("takes the worst pain, not the mean", () => {
    expect(judge([pain(1), pain(6), pain(2)], null).worstPain).toEqual({
      site: "knee",
      level: 6,
      light: "red",
    });
  });

  it("is amber for doming", () =>
    expect(judge([felt("doming")], null)).toMatchObject({ light: "amber", doming: true }));

  it("tells doming beside pain, and none where none was said", () => {
    expect(judge([pain(0), felt("doming")], null)).toMatchObject({ doming: true, light: "amber" });
    expect(judge([pain(1), felt("heaviness")], null)).toMatchObject({ doming: false, bleeding: "none" });
    expect(judge([], null)).toEqual({
      light: "green",
      pelvic: [],
      redFlags: [],
      worstPain: null,
      bleeding: "none",
      doming: false,
    });
  });

  it("keeps the first of two pains that are as bad, and a pain of 0 is said", () => {
    const twice = [pain(5), { kind: "pain", site: "shin", level: 5 }] as const;
    expect(judge(twice, null).worstPain).toEqual({ site: "knee", level: 5, light: "amber" });
    expect(judge([pain(0)], null).worstPain).toEqual({ site: "knee", level: 0, light: "green" });
  });

  it("calls lochia late only where a birth is known", () =>
    expect(judge([felt("bleeding_lochia")], null).bleeding).toBe("lochia"));

  it("tells lochia in its time, lochia too late, and other bleeding apart", () => {
    expect(judge([felt("bleeding_lochia")], EARLY)).toMatchObject({ light: "amber", bleeding: "lochia" });
    expect(judge([felt("bleeding_lochia")], LATE)).toMatchObject({ light: "amber", bleeding: "lochia_late" });
    expect(judge([felt("bleeding_other"), felt("bleeding_period")], EARLY)).toMatchObject({
      light: "red",
      bleeding: "other",
    });
  });
});

describe("red flags", () => {
  it("have one row each, with a source", () => {
    expect(RED_FLAG_ROWS.map((row) => row.sign).toSorted()).toEqual([...RED_FLAGS].toSorted());
    expect(RED_FLAG_ROWS.every((row) => row.source.length > 0)).toBe(true);
  });
});
