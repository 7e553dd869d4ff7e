import { describe, expect, test } from "vitest";
import { RED_FLAGS } from "@/domain/shared/vocabulary.ts";
import { PELVIC_SYMPTOMS } from "@/domain/shared/findings.ts";
import { findingsOf, NO_ANSWER } from "./findings-picker.tsx";
import { HOUSE_BANDS, type PainBands } from "@/domain/symptoms/pain-bands.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { outcomeOf as answerOf } from "./outcome-of.ts";

const outcomeOf = (findings: readonly Finding[], bands: PainBands = HOUSE_BANDS) => answerOf(findings, bands);

describe("which screen answers what she told", () => {
  test("any one red flag interrupts, whatever else was said", () => {
    for (const sign of RED_FLAGS) {
      const outcome = outcomeOf([
        { kind: "symptom", symptom: "doming" },
        { kind: "red_flag", sign },
      ]);
      expect(outcome.kind, sign).toBe("red_flag");
    }
    expect(
      outcomeOf([
        { kind: "red_flag", sign: "fever" },
        { kind: "red_flag", sign: "chest_pain" },
      ]),
    ).toEqual({
      kind: "red_flag",
      tier: "emergency",
    });
  });

  test("any one pelvic symptom stops", () => {
    for (const symptom of PELVIC_SYMPTOMS) {
      expect(
        outcomeOf([
          { kind: "symptom", symptom },
          { kind: "pain", site: "knee", level: 1 },
        ]),
      ).toEqual({ kind: "stop" });
    }
  });

  test.each([
    [3, "green"],
    [4, "amber"],
    [5, "amber"],
    [6, "pain"],
  ])("pain of %i is %s", (level, what) => {
    expect(outcomeOf([{ kind: "pain", site: "knee", level }])).toEqual({ kind: "noted", what });
  });

  test.each([
    [1, "green"],
    [2, "amber"],
    [3, "pain"],
  ])("by her own, stricter light pain of %i is %s", (level, what) => {
    const own = { greenMax: 1, amberMax: 2 };
    expect(outcomeOf([{ kind: "pain", site: "knee", level }], own)).toEqual({ kind: "noted", what });
  });

  test("her own words alone are noted", () => {
    expect(outcomeOf([])).toEqual({ kind: "noted", what: "else" });
  });
});

describe("an answer that is not whole is no answer", () => {
  test.each([
    [NO_ANSWER, null],
    [{ ...NO_ANSWER, noticed: "no" as const }, []],
    [{ ...NO_ANSWER, noticed: "yes" as const }, null],
    [{ noticed: "yes" as const, symptoms: ["pain" as const], site: "knee" as const, level: null }, null],
    [
      { noticed: "yes" as const, symptoms: ["pain" as const], site: "knee" as const, level: 0 },
      [{ kind: "pain", site: "knee", level: 0 }],
    ],
  ])("%o", (draft, findings) => {
    expect(findingsOf(draft)).toEqual(findings);
  });
});
