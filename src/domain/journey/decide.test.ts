import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum, type Mum } from "./build.ts";
import {
  asking,
  assessing,
  intake,
  passing,
  planning,
  signing,
  STORY_PHYSIO,
  type Told,
} from "./build-commands.ts";
import { STORY_PROTOCOLS } from "./build-protocols.ts";
import { BATTERIES } from "../readiness/batteries.ts";
import { PELVIC_SYMPTOMS } from "../shared/findings.ts";

const ID = "90000000-0000-4000-8000-00000000eeee";
const SESSION = "90000000-0000-4000-8000-00000000ffff";
const TODAY = aMum().today;
const { physioId } = STORY_PHYSIO;
const arrived = () => aMum().bornWeeksAgo(20);
const walker = () => arrived().planned("walking", 5);
const flagged = () => arrived().noticed([{ kind: "red_flag", sign: "fever" }]);

describe("a command that is sent twice", () => {
  it.each<[Told["type"], () => Mum, (mum: Mum) => Told]>([
    [
      "completeIntake",
      () => aMum(),
      (mum) => intake(addDays(mum.today, -40), {}, { daysPerWeek: 3, minutesPerRun: 30 }),
    ],
    [
      "recordBirth",
      () => aMum(),
      () => ({
        type: "recordBirth",
        bornOn: TODAY,
        mode: "vaginal",
        tear: "none",
        babies: 1,
        gestationWeeks: 40,
      }),
    ],
    ["setGoal", arrived, () => ({ type: "setGoal", daysPerWeek: 5, minutesPerRun: 30 })],
    [
      "setConsent",
      arrived,
      () => ({ type: "setConsent", purpose: "share_plan", given: true, wordingVersion: "1" }),
    ],
    [
      "recordLifeEvent",
      arrived,
      () => ({ type: "recordLifeEvent", kind: "surgery", startsOn: TODAY, endsOn: null, note: null }),
    ],
    ["openStep", arrived, () => ({ type: "openStep", step: "walking", reason: "Now" })],
    ["closeStep", walker, () => ({ type: "closeStep", step: "walking", note: "Done" })],
    [
      "placeHold",
      arrived,
      () => ({ type: "placeHold", covers: "running", reason: "coach_decision", note: null }),
    ],
    [
      "liftHold",
      () => arrived().does({ type: "placeHold", covers: "running", reason: "pain", note: null }),
      (mum) => ({
        type: "liftHold",
        holdId: mum.lastId("hold"),
        reason: "Well",
        by: "coach",
        physioId: null,
      }),
    ],
    ["requestAssessment", arrived, () => asking("assessment", STORY_PHYSIO, TODAY)],
    [
      "markRequest",
      () => arrived().asked(),
      (mum) => ({ type: "markRequest", requestId: mum.lastId("request"), step: "reminded" }),
    ],
    [
      "recordAssessment",
      () => arrived().asked(),
      (mum) => assessing(mum.lastId("request"), STORY_PHYSIO, TODAY, true),
    ],
    [
      "signClearance",
      () => arrived().assessed(),
      (mum) => signing(mum.lastId("assessment"), STORY_PHYSIO, TODAY, {}),
    ],
    [
      "confirmClearance",
      () => arrived().assessed().signed(),
      (mum) => ({ type: "confirmClearance", clearanceId: mum.lastId("clearance"), saw: true }),
    ],
    [
      "withdrawClearance",
      () => arrived().cleared(),
      (mum) => ({ type: "withdrawClearance", clearanceId: mum.lastId("clearance"), physioId, reason: "No" }),
    ],
    ["recordBattery", arrived, () => passing(BATTERIES[0]!, TODAY)],
    [
      "checkSymptoms",
      arrived,
      () => ({
        type: "checkSymptoms",
        moment: "any_time",
        day: TODAY,
        logId: null,
        sessionId: null,
        findings: PELVIC_SYMPTOMS.map((symptom) => ({ kind: "symptom", symptom })),
        note: null,
      }),
    ],
    [
      "acknowledgeRedFlag",
      flagged,
      (mum) => ({ type: "acknowledgeRedFlag", checkId: mum.lastId("symptomCheck"), note: null }),
    ],
    [
      "checkIn",
      arrived,
      () => ({
        type: "checkIn",
        day: TODAY,
        sleepHours: 7,
        badNights: 1,
        energy: 5,
        mood: null,
        littleInterest: 0,
        feelingDown: 0,
        words: null,
      }),
    ],
    ["assignPlan", arrived, () => planning("walking", STORY_PROTOCOLS.walking.versionId, TODAY, {})],
    [
      "changePlan",
      walker,
      (mum) => ({
        type: "changePlan",
        planId: mum.lastId("plan"),
        change: "pause",
        level: null,
        mode: null,
        note: null,
      }),
    ],
    [
      "startSession",
      walker,
      (mum) => ({ type: "startSession", sessionId: SESSION, planId: mum.lastId("plan"), note: null }),
    ],
    [
      "logSession",
      walker,
      (mum) => ({
        type: "logSession",
        sessionId: SESSION,
        planId: mum.lastId("plan"),
        kind: "walking",
        level: 0,
        doneOn: TODAY,
        minutesTotal: 20,
        minutesRun: 0,
        minutesWalk: 20,
        effort: 3,
        completion: "as_planned",
        performance: null,
        supersedesId: null,
        note: null,
        findings: [],
      }),
    ],
    [
      "reviewTechnique",
      () => aMum().readyToRun(),
      () => ({
        type: "reviewTechnique",
        reviewedOn: TODAY,
        observations: null,
        cues: ["Taller"],
        closed: true,
      }),
    ],
  ])("%s is a yes and no new fact, a day later too", (_, story, command) => {
    const mum = story();
    const told = { ...command(mum), id: ID };
    expect(mum.decides(told)).toMatchObject({
      ok: true,
      events: expect.arrayContaining([expect.anything()]),
    });
    const done = mum.does(told);
    expect(done.decides(told)).toEqual({ ok: true, events: [] });
    expect(done.later(1).decides(told)).toEqual({ ok: true, events: [] });
  });

  it("given its id is that of a fact of another kind, then it is another command", () => {
    const mum = arrived().does({ id: ID, type: "setGoal", daysPerWeek: 5, minutesPerRun: 30 });
    const consent = { id: ID, type: "setConsent", purpose: "share_plan", given: true, wordingVersion: "1" };
    expect(mum.decides(consent as Told)).toMatchObject({ events: [{ fact: "consent", row: { id: ID } }] });
  });
});
