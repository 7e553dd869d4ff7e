import { describe, expect, test } from "vitest";
import { EMPTY_BIRTH, EMPTY_DRAFT, type IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { pageOf, readDraft } from "./read-draft.ts";

const TODAY = "2026-11-22";
const whole: IntakeDraft = {
  ...EMPTY_DRAFT,
  consents: { coach_care: true, share_birth: true, share_plan: false },
  births: [{ bornOn: "2026-10-18", mode: "caesarean", tear: "unknown", babies: "2", gestationWeeks: "" }],
  feeding: "mixed",
  pelvicHistory: "no",
  ranBeforeKmPerWeek: "30",
  daysPerWeek: "3",
  minutesPerRun: "30",
};
const withBirth = (change: Partial<typeof EMPTY_BIRTH>) => ({
  ...whole,
  births: [{ ...EMPTY_BIRTH, ...whole.births[0], ...change }],
});

describe("what she typed", () => {
  test("whole answers are read, a consent she did not touch is a no", () => {
    const { answers, problems } = readDraft(whole, TODAY);
    expect(problems).toEqual({});
    expect(answers).toMatchObject({
      births: [{ bornOn: "2026-10-18", mode: "caesarean", tear: "unknown", babies: 2, gestationWeeks: null }],
      goal: { daysPerWeek: 3, minutesPerRun: 30 },
      ranBeforeKmPerWeek: 30,
      pelvicHistory: false,
    });
    expect(answers?.consents.find((row) => row.purpose === "share_tests")).toEqual({
      purpose: "share_tests",
      given: false,
    });
  });

  test("an empty draft names every field that is needed", () => {
    expect(Object.keys(readDraft(EMPTY_DRAFT, TODAY).problems).toSorted()).toEqual(
      [
        "births.0.bornOn",
        "births.0.mode",
        "births.0.tear",
        "coach_care",
        "daysPerWeek",
        "feeding",
        "minutesPerRun",
        "pelvicHistory",
        "ranBeforeKmPerWeek",
      ].toSorted(),
    );
  });

  test.each([
    ["", "dateMissing"],
    ["2026-10-", "dateMissing"],
    ["-10-18", "dateMissing"],
    ["2026-02-31", "date"],
    ["26-02-03", "date"],
    ["2026-11-23", "future"],
  ])("a birth on %j: %s", (bornOn, code) => {
    expect(readDraft(withBirth({ bornOn }), TODAY).problems["births.0.bornOn"]).toBe(code);
  });

  test("today is a day on which a baby can be born", () => {
    expect(readDraft(withBirth({ bornOn: TODAY }), TODAY).problems).toEqual({});
  });

  test.each([
    ["babies", "0", "babies"],
    ["babies", "9", "babies"],
    ["babies", "two", "babies"],
    ["gestationWeeks", "19", "weeks"],
    ["gestationWeeks", "46", "weeks"],
    ["gestationWeeks", "40.5", "weeks"],
  ])("%s %s is refused at its field", (field, value, code) => {
    expect(readDraft(withBirth({ [field]: value }), TODAY).problems[`births.0.${field}`]).toBe(code);
  });

  test.each([
    ["ranBeforeKmPerWeek", "301", "km"],
    ["ranBeforeKmPerWeek", "-1", "km"],
    ["daysPerWeek", "8", "days"],
    ["minutesPerRun", "4", "minutes"],
    ["minutesPerRun", "1e2", "minutes"],
  ])("%s %s is refused at its field", (field, value, code) => {
    const { problems, answers } = readDraft({ ...whole, [field]: value }, TODAY);
    expect(problems).toEqual({ [field]: code });
    expect(answers).toBeNull();
  });

  test("every field knows its page", () => {
    const pages = Object.keys(readDraft(EMPTY_DRAFT, TODAY).problems).map(pageOf);
    expect(new Set(pages)).toEqual(new Set(["consents", "birth", "body", "run"]));
  });
});
