import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";

const next = (mum: Mum) => mum.journey().next;

/** Her coach paused every plan she has, yesterday. */
function paused(mum: Mum): Mum {
  const pause = { type: "changePlan", change: "pause", level: null, mode: null, note: null } as const;
  return mum.journey().plans.reduce((one, { planId }) => one.does({ ...pause, planId }, 1), mum);
}

describe("what is next, along the way", () => {
  const arrived = aMum().bornWeeksAgo(6);

  it.each<[string, () => Mum, object]>([
    [
      "she has to fill in the intake",
      () => aMum(),
      { mum: { code: "complete_intake" }, coach: { code: "wait_for_intake" } },
    ],
    [
      "a request is out",
      () => arrived.planned("walking", 10, { weekdays: [2] }).asked(4),
      { coach: { code: "wait_for_physio", days: 4 }, physio: { code: "answer_request", kind: "assessment" } },
    ],
    [
      "the physio has seen her and has to decide on running",
      () => arrived.assessed(1),
      { coach: { code: "assign_plan", kind: "restoration" }, physio: { code: "sign_decision" } },
    ],
    [
      "she has to confirm",
      () => arrived.cleared(3).assessed(1).signed(1),
      { mum: { code: "confirm_clearance", signer: "Hana Ngata" } },
    ],
    [
      "the credential waits",
      () => arrived.assessed(1).signed(1),
      { coach: { code: "check_credential", registrationNumber: "70-12345" } },
    ],
    ["she says no", () => arrived.cleared(3).confirmed(0, false), { coach: { code: "clearance_denied" } }],
    [
      "the day after is due",
      () => aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 1),
      { mum: { code: "answer_echo", dueOn: aMum().today } },
    ],
    [
      "a red flag",
      () => arrived.noticed([{ kind: "red_flag", sign: "chest_pain" }]),
      {
        mum: { code: "red_flag", sign: "chest_pain" },
        coach: { code: "acknowledge_red_flag", sign: "chest_pain" },
      },
    ],
    [
      "her only plan is paused",
      () => paused(arrived.assessed(20).planned("walking", 19)),
      { mum: { code: "plan_paused", kind: "walking" } },
    ],
    [
      "everything rests",
      () =>
        aMum().readyToRun().does({ type: "placeHold", covers: "everything", reason: "illness", note: null }),
      { mum: { code: "on_hold", reason: "illness", wayOut: "mum_lifts" } },
    ],
  ])("when %s", (_, story, expected) => {
    expect(next(story())).toMatchObject(expected);
  });

  it("on a walking day: the walk; on a rest day: when the next one is", () => {
    const walker = arrived.planned("walking", 2, { weekdays: [3, 6] });
    expect(next(walker).mum).toMatchObject({ code: "do_session", kind: "walking", minutes: 10 });
    expect(next(walker.logged("walking")).mum).toEqual({ code: "rest_until", on: addDays(walker.today, 3) });
    expect(next(walker.later(1)).mum).toEqual({ code: "rest_until", on: addDays(walker.today, 3) });
  });

  it("a run takes the place of that day's walk, and gives it back while running rests", () => {
    const runner = aMum()
      .readyToRun()
      .planned("walk_run", 5, { weekdays: [3] });
    expect(next(runner).mum).toMatchObject({ code: "do_session", kind: "walk_run" });
    const heavy: Finding = { kind: "symptom", symptom: "heaviness" };
    const resting = runner.noticed([heavy], 1).asked(0, "recheck");
    // Restoration is due every day in this story; walking comes back beside it.
    expect(next(resting).mum).toMatchObject({ code: "do_session", kind: "restoration" });
    expect(next(resting.logged("restoration")).mum).toMatchObject({ code: "do_session", kind: "walking" });
  });

  describe("asks the physio again, so that nobody waits for ever", () => {
    const letter = { code: "send_request", kind: "recheck", trigger: "ready" };
    const seen = aMum().bornWeeksAgo(13).assessed(40);

    it("when all is there but her word", () => {
      const ready = seen.restored(20).walked(3).tested(5);
      expect(next(ready).coach).toMatchObject(letter);
      expect(next(ready.asked(0, "recheck")).coach).not.toMatchObject(letter);
    });

    it("when a not-yet is due for another look, or a sign-off was taken back", () => {
      const notYet = seen.signed(40, { decision: "not_yet", reviewInDays: 45 });
      expect(next(notYet.later(-3)).coach).not.toMatchObject(letter);
      expect(next(notYet).coach).toMatchObject(letter);
      const { physioId } = seen.record.assessment[0]!;
      const mum = aMum().readyToRun();
      const clearanceId = mum.lastId("clearance");
      expect(
        next(mum.does({ type: "withdrawClearance", clearanceId, physioId, reason: "Error" })).coach,
      ).toMatchObject(letter);
    });
  });
});

describe("a pause has somebody who ends it", () => {
  const quiet = aMum()
    .readyToRun()
    .planned("restoration", 9)
    .planned("walking", 8)
    .planned("strength", 7)
    .planned("walk_run", 6)
    .does(
      {
        type: "reviewTechnique",
        reviewedOn: addDays(aMum().today, -4),
        observations: null,
        cues: ["Quick, light steps"],
        closed: true,
      },
      4,
    );

  it("given nothing else waits, then the coach is told to take the plan up again", () => {
    expect(next(quiet).coach).toEqual({ code: "nothing" });
    const { planId, kind } = paused(quiet).journey().plans[0]!;
    expect(next(paused(quiet))).toMatchObject({
      mum: { code: "plan_paused", planId, kind },
      coach: { code: "resume_plan", planId, kind },
    });
  });

  it("given a request is out as well, then the physio's answer is what is waited for", () => {
    expect(next(paused(quiet.asked(0))).coach).toMatchObject({ code: "wait_for_physio" });
  });
});
