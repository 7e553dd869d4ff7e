import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum, type Mum } from "./build.ts";
import { timelineOf } from "./timeline.ts";

const TODAY = aMum().today;
const ID = "90000000-0000-4000-8000-00000000aaaa";
const said = (mum: Mum) => timelineOf(mum.record).map(({ what, data, words }) => ({ what, data, words }));
const last = (mum: Mum) => said(mum).at(-1);

describe("a line of her story", () => {
  const walker = () => aMum().bornWeeksAgo(20).planned("walking", 5, { level: 1 });
  const answer = { moment: "any_time", day: TODAY, logId: null, sessionId: null } as const;
  const log = {
    sessionId: null,
    planId: null,
    kind: "walk_run",
    doneOn: TODAY,
    minutesTotal: 28.6,
    minutesRun: 6,
    minutesWalk: 22.6,
    effort: 4,
    completion: "shorter",
    performance: null,
    supersedesId: null,
    note: "Windy",
  } as const;

  it.each<[string, () => Mum, object]>([
    [
      "a birth",
      () =>
        aMum().fact("birth", { bornOn: TODAY, mode: "vaginal", tear: "none", babies: 2, gestationWeeks: 38 }),
      { what: "birth", data: { on: TODAY, mode: "vaginal", babies: 2 }, words: null },
    ],
    [
      "a goal",
      () => aMum().fact("goal", { setOn: TODAY, daysPerWeek: 3, minutesPerRun: 40 }),
      { what: "goal", data: { days: 3, minutes: 40 }, words: null },
    ],
    [
      "an intake, with her own words",
      () =>
        aMum().fact("intake", {
          completedOn: TODAY,
          ranBeforeKmPerWeek: 30,
          feeding: "breast",
          pelvicHistory: false,
          words: "I miss it",
        }),
      { what: "intake", data: {}, words: "I miss it" },
    ],
    [
      "a consent",
      () => aMum().fact("consent", { purpose: "share_tests", given: false, wordingVersion: "1" }),
      { what: "consent", data: { purpose: "share_tests", given: false }, words: null },
    ],
    [
      "a life event",
      () => aMum().fact("lifeEvent", { kind: "travel", startsOn: TODAY, endsOn: null, note: "To Gran" }),
      { what: "life_event", data: { event: "travel", on: TODAY }, words: "To Gran" },
    ],
    [
      "a request",
      () =>
        aMum().fact("request", {
          kind: "recheck",
          physioId: ID,
          reason: "Please look again",
          askedOn: TODAY,
          dueOn: addDays(TODAY, 7),
          expiresOn: addDays(TODAY, 14),
          remindOn: null,
        }),
      {
        what: "request",
        data: { asked: "recheck", physioId: ID, dueOn: addDays(TODAY, 7) },
        words: "Please look again",
      },
    ],
    [
      "what happened to a request",
      () => aMum().fact("requestStep", { requestId: ID, step: "opened", on: TODAY }),
      { what: "request_step", data: { step: "opened" }, words: null },
    ],
    [
      "an assessment, without what the physio found",
      () =>
        aMum().fact("assessment", {
          requestId: ID,
          physioId: ID,
          assessedOn: TODAY,
          restorationOk: true,
          findings: "For the physio's eyes",
          homeProgramme: "Breathing",
          measures: null,
        }),
      { what: "assessment", data: { on: TODAY, restorationOk: true }, words: null },
    ],
    [
      "a sign-off",
      () => aMum().bornWeeksAgo(20).assessed().signed(),
      {
        what: "clearance",
        data: { decision: "cleared", reviewBy: addDays(TODAY, 120), signer: "Hana Ngata" },
        words: null,
      },
    ],
    [
      "her yes",
      () => aMum().fact("clearanceConfirmation", { clearanceId: ID, saw: true }),
      { what: "confirmation", data: { saw: true }, words: null },
    ],
    [
      "a sign-off taken back",
      () => aMum().fact("clearanceWithdrawal", { clearanceId: ID, withdrawnOn: TODAY, reason: "In error" }),
      { what: "withdrawal", data: {}, words: "In error" },
    ],
    [
      "a hold",
      () =>
        aMum().fact("hold", {
          covers: "impact",
          reason: "pain",
          placedOn: TODAY,
          sourceId: null,
          note: "Knee",
        }),
      { what: "hold", data: { covers: "impact", reason: "pain" }, words: "Knee" },
    ],
    [
      "a red flag that was seen",
      () => aMum().fact("redFlagAcknowledgement", { checkId: ID, note: "Called her" }),
      { what: "acknowledged", data: {}, words: "Called her" },
    ],
    [
      "a check-in",
      () =>
        aMum().fact("checkIn", {
          day: TODAY,
          sleepHours: 6.5,
          badNights: 2,
          energy: 5,
          mood: 5,
          littleInterest: null,
          feelingDown: null,
          words: "Tired",
        }),
      { what: "check_in", data: { on: TODAY, sleepHours: 6.5 }, words: "Tired" },
    ],
    [
      "a plan, by its name and its level as people count",
      walker,
      {
        what: "plan",
        data: { kind: "walking", title: "Walking", levelNumber: 2, on: addDays(TODAY, -5) },
        words: null,
      },
    ],
    [
      "a session, in whole minutes",
      () => aMum().fact("sessionLog", { ...log, level: 4 }),
      {
        what: "session",
        data: {
          kind: "walk_run",
          on: TODAY,
          minutes: 29,
          effort: 4,
          completion: "shorter",
          levelNumber: 5,
          corrects: false,
        },
        words: "Windy",
      },
    ],
    [
      "a look at her running",
      () =>
        aMum().fact("techniqueReview", {
          reviewedOn: TODAY,
          observations: "Light feet",
          cues: ["Taller", "Shorter"],
          closed: true,
        }),
      { what: "review", data: { cues: 2, closed: true }, words: "Light feet" },
    ],
    [
      "how she felt",
      () => aMum().fact("symptomCheck", { ...answer, findings: [], note: "All well" }),
      { what: "check", data: { moment: "any_time", on: TODAY, felt: "nothing" }, words: "All well" },
    ],
  ])("tells %s", (_, story, line) => expect(last(story())).toEqual(line));

  it("tells that a session was corrected", () => {
    expect(
      last(aMum().fact("sessionLog", { ...log, level: 4, supersedesId: "before" }))?.data["corrects"],
    ).toBe(true);
  });

  it("tells a session of no level without one", () => {
    expect(last(aMum().fact("sessionLog", { ...log, level: null }))?.data["levelNumber"]).toBeNull();
  });
});
