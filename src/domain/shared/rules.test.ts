import { describe, expect, it } from "vitest";
import { RULES, rule, ruleValue } from "./rules.ts";

describe("the numbers of the care", () => {
  it("have one row each, with a unit and a source", () => {
    expect(new Set(RULES.map((row) => row.id)).size).toBe(RULES.length);
    for (const row of RULES) {
      expect(row.value, row.id).toBeGreaterThan(0);
      expect(row.source.length, row.id).toBeGreaterThan(3);
    }
  });

  it("that protect her most are moved by nobody, or by a physio only", () => {
    expect(rule("hard_floor_days")).toMatchObject({ value: 21, editableBy: "nobody" });
    expect(rule("min_days_since_birth")).toMatchObject({ value: 84, editableBy: "physio" });
    expect(ruleValue("hard_floor_days")).toBeLessThan(ruleValue("min_days_since_birth"));
  });
});
