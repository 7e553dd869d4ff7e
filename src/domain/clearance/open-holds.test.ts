import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Hold, HoldReason } from "../journey/facts.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { addDays } from "../shared/day.ts";
import { openHoldRows } from "./open-holds.ts";
import { unansweredSigns } from "./unanswered.ts";

const TODAY = aMum().today;
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const hold = (reason: HoldReason, change: Partial<Hold> = {}) =>
  ({ covers: "running", reason, placedOn: TODAY, sourceId: null, note: null, ...change }) as const;
const open = (mum: Mum) => openHoldRows(mum.record).map((row) => row.reason);
const mum = () => aMum().bornWeeksAgo(20);

describe("holds that still stand", () => {
  it.each<[HoldReason, boolean]>([
    ["pelvic_symptom", false],
    ["red_flag", false],
    ["physio_decision", false],
    ["pain", true],
    ["bleeding", true],
    ["illness", true],
    ["coach_decision", true],
    ["client_decision", true],
    ["new_pregnancy", true],
  ])("%s, after a sign-off that was recorded later: %s", (reason, stands) => {
    const held = mum().fact("hold", hold(reason), 9);
    expect(open(held)).toEqual([reason]);
    const answered = held.cleared(5);
    expect(open(answered)).toEqual(stands ? [reason] : []);
    expect(open(mum().cleared(12).fact("hold", hold(reason), 9))).toEqual([reason]);
  });

  it("for surgery ends by the lift that the signing writes, not by the sign-off", () => {
    const answered = mum().fact("hold", hold("surgery"), 9).cleared(5);
    expect(open(answered)).toEqual([]);
    expect(openHoldRows({ ...answered.record, holdLift: [] })).toHaveLength(1);
  });

  it("given a hold of the very instant of the sign-off, then it stands", () => {
    const { record } = mum().cleared(5).fact("hold", hold("pelvic_symptom"));
    const [row] = record.hold;
    const same = { ...row!, recordedAt: record.clearance[0]!.recordedAt };
    expect(openHoldRows({ ...record, hold: [same] })).toHaveLength(1);
  });

  it("of a pregnancy end by a birth after it, of that day too", () => {
    const held = (daysAgo: number) =>
      open(mum().fact("hold", hold("new_pregnancy", { placedOn: addDays(TODAY, -daysAgo) })));
    expect(held(139)).toEqual(["new_pregnancy"]);
    expect(held(140)).toEqual([]);
    expect(held(141)).toEqual([]);
    expect(open(aMum().fact("hold", hold("new_pregnancy")))).toEqual(["new_pregnancy"]);
  });

  it("for the physio's own no is answered by her next sign-off that stands, a coach's by none", () => {
    const place = (on: Mum, reason: "coach_decision" | "physio_decision") =>
      on.does({ type: "placeHold", covers: "running", reason, note: null }, 8);
    const held = place(place(mum().cleared(10), "coach_decision"), "physio_decision");
    expect(open(held)).toEqual(["coach_decision", "physio_decision"]);
    expect(open(held.assessed(2).signed(2))).toEqual(["coach_decision", "physio_decision"]);
    expect(open(held.cleared(2))).toEqual(["coach_decision"]);
    const notYet = held.assessed(2).signed(2, { decision: "not_yet" });
    expect(open(notYet)).toEqual(["coach_decision", "physio_decision"]);
  });

  it("come oldest first, by when they were recorded, and none that was lifted", () => {
    const three = mum()
      .fact("hold", hold("pain"), 3)
      .fact("hold", hold("illness"), 9)
      .fact("hold", hold("surgery"), 6);
    expect(open(three)).toEqual(["illness", "surgery", "pain"]);
    const lift = { holdId: three.record.hold[1]!.id, liftedOn: TODAY, reason: "Well" };
    expect(open(three.fact("holdLift", lift))).toEqual(["surgery", "pain"]);
    expect(open(mum())).toEqual([]);
  });
});

describe("what no physio has answered", () => {
  const found = (told: Mum) => {
    const { pelvic, redFlags } = unansweredSigns(told.record);
    return [pelvic.map((row) => row.symptom), redFlags.map((row) => row.signs)];
  };
  const check = { moment: "any_time", day: TODAY, logId: null, sessionId: null, note: null } as const;

  it("is every check with a pelvic symptom or a red flag, with what it said", () => {
    expect(
      found(
        mum()
          .noticed([])
          .noticed([{ kind: "pain", site: "hip", level: 8 }]),
      ),
    ).toEqual([[], []]);
    expect(
      found(
        mum()
          .noticed([HEAVY, FEVER])
          .noticed([FEVER, { kind: "red_flag", sign: "chest_pain" }]),
      ),
    ).toEqual([["heaviness"], [["fever"], ["fever", "chest_pain"]]]);
  });

  it("is answered by a sign-off recorded after it that mum confirmed, not by one of its instant", () => {
    const told = mum().noticed([HEAVY], 9);
    expect(found(told.cleared(5))).toEqual([[], []]);
    expect(found(told.assessed(5).signed(5))).toEqual([["heaviness"], []]);
    expect(found(mum().cleared(12).noticed([HEAVY], 9))).toEqual([["heaviness"], []]);
    const { record } = mum().cleared(5).noticed([HEAVY], 3);
    const symptomCheck = [{ ...record.symptomCheck[0]!, recordedAt: record.clearance[0]!.recordedAt }];
    expect(unansweredSigns({ ...record, symptomCheck }).pelvic).toHaveLength(1);
  });

  it.each<[Partial<Hold>, boolean]>([
    [{ reason: "pelvic_symptom", covers: "impact" }, true],
    [{ reason: "pelvic_symptom", covers: "running" }, true],
    [{ reason: "red_flag", covers: "running" }, true],
    [{ reason: "red_flag", covers: "everything" }, false],
    [{ reason: "pain", covers: "impact" }, false],
    [{ reason: "surgery", covers: "running" }, false],
  ])("is answered by the lift of a hold it caused: %j: %s", (kind, isAnswered) => {
    const told = mum().fact("symptomCheck", { ...check, id: "check", findings: [HEAVY] });
    const held = told.fact("hold", hold("pain", { ...kind, sourceId: "check" }));
    const lift = (holdId: string) => held.fact("holdLift", { holdId, liftedOn: TODAY, reason: "Seen" });
    expect(found(held)).toEqual([["heaviness"], []]);
    expect(found(lift(held.lastId("hold")))).toEqual(isAnswered ? [[], []] : [["heaviness"], []]);
    expect(found(lift("another"))).toEqual([["heaviness"], []]);
  });

  it("is not answered by the lift of a hold that another check caused", () => {
    const two = mum()
      .fact("symptomCheck", { ...check, id: "one", findings: [HEAVY] })
      .fact("symptomCheck", { ...check, id: "two", findings: [HEAVY] })
      .fact("hold", hold("pelvic_symptom", { id: "hold", sourceId: "one" }))
      .fact("holdLift", { holdId: "hold", liftedOn: TODAY, reason: "Seen" });
    expect(unansweredSigns(two.record).pelvic.map((row) => row.check.id)).toEqual(["two"]);
  });
});
