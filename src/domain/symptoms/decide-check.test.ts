import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Told } from "../journey/build-commands.ts";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";

const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const NOBODY = "90000000-0000-4000-8000-00000000ffff";
const refusalOf = (mum: Mum, command: Told) => {
  const decision = mum.decides(command);
  return decision.ok ? null : decision.refusal;
};
const factsOf = (mum: Mum, command: Told) => {
  const decision = mum.decides(command);
  return decision.ok ? decision.events.map((row) => row.fact) : decision.refusal;
};

describe("the day after", () => {
  const ran = aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 0);
  const echo = (mum: Mum, findings: Finding[], logId: string | null = mum.lastId("sessionLog")) =>
    ({
      type: "checkSymptoms",
      moment: "next_day",
      day: mum.today,
      logId,
      sessionId: null,
      findings,
      note: null,
    }) as const;

  it("given the day of the run, then 'fine' answers nothing and a symptom is taken", () => {
    expect(refusalOf(ran, echo(ran, []))).toEqual({ code: "echo_too_early", from: addDays(ran.today, 1) });
    expect(factsOf(ran, echo(ran, [HEAVY]))).toContain("symptomCheck");
  });

  it("given the day after, then 'fine' is taken", () => {
    expect(factsOf(ran.later(1), echo(ran.later(1), []))).toEqual(["symptomCheck"]);
  });

  it("given a run nobody knows, then it is refused by name", () => {
    expect(refusalOf(ran, echo(ran, [], NOBODY))).toEqual({ code: "unknown", subject: "log" });
    expect(refusalOf(ran, echo(ran, [HEAVY], null))).toEqual({ code: "unknown", subject: "log" });
  });
});

describe("acknowledging a red flag", () => {
  const acknowledge = (checkId: string) => ({ type: "acknowledgeRedFlag", checkId, note: null }) as const;
  const mum = aMum().bornWeeksAgo(20).noticed([FEVER]);

  it.each<[string, () => unknown, unknown]>([
    ["is a fact", () => factsOf(mum, acknowledge(mum.lastId("symptomCheck"))), ["redFlagAcknowledgement"]],
    [
      "a second time is none",
      () =>
        factsOf(mum.does(acknowledge(mum.lastId("symptomCheck"))), acknowledge(mum.lastId("symptomCheck"))),
      [],
    ],
    [
      "of a check nobody knows is refused",
      () => refusalOf(mum, acknowledge(NOBODY)),
      { code: "unknown", subject: "check" },
    ],
    [
      "where there is none is refused",
      () => refusalOf(mum.noticed([HEAVY]), acknowledge(mum.noticed([HEAVY]).lastId("symptomCheck"))),
      { code: "no_red_flag" },
    ],
    [
      "of one flag is not that of another",
      () => {
        const two = mum.does(acknowledge(mum.lastId("symptomCheck"))).noticed([FEVER]);
        return factsOf(two, acknowledge(two.lastId("symptomCheck")));
      },
      ["redFlagAcknowledgement"],
    ],
  ])("%s", (_, story, expected) => expect(story()).toEqual(expected));
});

describe("what a phone tells of a day that cannot be", () => {
  const mum = aMum().bornWeeksAgo(20);
  const late = addDays(mum.today, 2);
  it.each([
    [
      "a check",
      {
        type: "checkSymptoms",
        moment: "any_time",
        day: late,
        logId: null,
        sessionId: null,
        findings: [],
        note: null,
      },
    ],
    [
      "a check-in",
      {
        type: "checkIn",
        day: late,
        sleepHours: 7,
        badNights: 0,
        energy: 5,
        mood: 5,
        littleInterest: null,
        feelingDown: null,
        words: null,
      },
    ],
  ] as const)("%s is refused with the field and the day", (_, command) => {
    expect(refusalOf(mum, command as Told)).toEqual({ code: "day_in_future", field: "day", day: late });
  });
});
