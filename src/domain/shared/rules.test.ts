import { describe, expect, it } from "vitest";
import { RULES, rule, ruleValue } from "./rules.ts";

describe("the numbers of the care", () => {
  it("have one row each, with a value, a sentence and a source", () => {
    expect(new Set(RULES.map((row) => row.id)).size).toBe(RULES.length);
    for (const row of RULES) {
      expect(row.value, row.id).toBeGreaterThan(0);
      expect(row.source.length, row.id).toBeGreaterThan(3);
      expect(row.says, row.id).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("that rest on published ground name its year", () => {
    for (const row of RULES.filter(({ strength }) => ["guideline", "consensus", "cohort"].includes(strength)))
      expect(row.source, row.id).toMatch(/\b(19|20)\d{2}\b/);
  });

  it("that protect her most are moved by nobody, or by a physio only", () => {
    expect(rule("hard_floor_days")).toMatchObject({ value: 21, editableBy: "nobody" });
    expect(rule("min_days_since_birth")).toMatchObject({ value: 84, editableBy: "physio" });
    expect(ruleValue("hard_floor_days")).toBeLessThan(ruleValue("min_days_since_birth"));
  });
});
