import { describe, expect, it } from "vitest";
import journeyWords from "../../../words/en/journey.json";
import { HOLD_REASONS } from "../facts.ts";
import { wayOutOf } from "../holds.ts";
import { chanceOf, idOf } from "./chance.ts";
import { DAYS, SEED } from "./hundred-mums.ts";
import { firstBroken, lifeOf, RULES_AS_THEY_ARE } from "./run.ts";
import { shrunk } from "./shrink.ts";
import { storyOf } from "./story.ts";
import { live } from "./life.ts";
import type { Rules } from "./world.ts";

describe("the simulation itself", { timeout: 60_000 }, () => {
  it("lives the same life for the same seed, and another for another", () => {
    const facts = (seed: number) =>
      JSON.stringify(live(lifeOf(seed, 3, 60), RULES_AS_THEY_ARE, () => false).record);
    expect(facts(1)).toBe(facts(1));
    expect(facts(1)).not.toBe(facts(2));
  });

  it("goes through days of 23 and 25 hours, each once", () => {
    const { character } = lifeOf(1, 1, 400);
    const days: string[] = [];
    const life = { character: { ...character, zone: "America/New_York" }, happenings: [], days: 370 };
    live(
      life,
      { ...RULES_AS_THEY_ARE, decide: () => ({ ok: true, events: [] }) },
      ({ today }) => days.push(today) < 0,
    );
    expect(new Set(days).size).toBe(370);
    expect(days).toEqual(days.toSorted());
  });

  it("asks chance by name: the same question has the same answer, all parts of the scale are met", () => {
    const chance = chanceOf(7, 1);
    const rolls = Array.from({ length: 1000 }, (_, index) => chance.roll("a", index));
    expect(chance.roll("a", 5)).toBe(rolls[5]);
    expect(Math.min(...rolls)).toBeLessThan(0.02);
    expect(Math.max(...rolls)).toBeGreaterThan(0.98);
    expect(new Set(Array.from({ length: 2000 }, (_, index) => idOf(1, 1, index))).size).toBe(2000);
  });

  it("makes a life that fails smaller, and tells it so that it can be followed", () => {
    // The rules refuse what comes late: only a phone without network meets it.
    const rules: Rules = {
      ...RULES_AS_THEY_ARE,
      decide: (record, command, given) =>
        command.type === "logSession" && command.doneOn < given.today
          ? { ok: false, refusal: { code: "day_in_future", field: "doneOn", day: command.doneOn } }
          : RULES_AS_THEY_ARE.decide(record, command, given),
    };
    const lived = [...Array(30).keys()]
      .map((number) => lifeOf(SEED, number, DAYS))
      .find((life) => life.happenings.length > 8 && firstBroken(life, rules) !== null);
    const broken = firstBroken(lived!, rules)!;
    const small = shrunk(lived!, broken, (life) => firstBroken(life, rules));
    expect(small.broken.invariant).toBe(broken.invariant);
    expect(small.life.happenings.length).toBeLessThanOrEqual(1);
    expect(storyOf(small, rules)).toMatch(
      /seed 1, mum \d+[^]*nothing_is_lost on day \d+: logSession was refused/,
    );
  });

  it("every hold there can be has words for its reason and its way out", () => {
    for (const reason of HOLD_REASONS) {
      expect(Object.keys(journeyWords.names.reason)).toContain(reason);
      for (const covers of ["running", "everything"] as const) {
        expect(Object.keys(journeyWords.wayOut)).toContain(wayOutOf({ reason, covers }));
      }
    }
  });
});
