import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Hold } from "../journey/facts.ts";
import { addDays, type Day } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { canRunFacts, gateReasons } from "./gate.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };

/** Cleared ten days ago, twenty weeks after birth: the gate is open. */
const cleared = () => aMum().bornWeeksAgo(20).cleared(10);
const life = (kind: "surgery" | "new_pregnancy" | "pregnancy_ended" | "gp_check", startsOn: Day) =>
  ({ type: "recordLifeEvent", kind, startsOn, endsOn: null, note: null }) as const;
const codes = (mum: Mum, on: Day = mum.today) =>
  gateReasons(mum.record, on, "walk_run").map((row) => row.code);

describe("the gate is open", () => {
  it.each<[string, () => Mum]>([
    ["with a sign-off that stands", cleared],
    [
      "with conditions",
      () =>
        aMum()
          .bornWeeksAgo(20)
          .cleared(10, { conditions: [{ kind: "flat_only" }] }),
    ],
    ["on the review day itself", () => aMum().bornWeeksAgo(20).cleared(10, { reviewInDays: 10 })],
    ["at 12 weeks to the day", () => aMum().bornWeeksAgo(12).cleared(2)],
    ["at a physio's earlier day", () => earlier(aMum().bornWeeksAgo(8), 56)],
    ["after a symptom that a newer sign-off answered", () => cleared().noticed([HEAVY], 5).cleared(1)],
    ["after a red flag that a newer sign-off answered", () => cleared().noticed([FEVER], 5).cleared(1)],
    ["when the signer herself lifted the hold of a symptom", () => lifted(cleared().noticed([HEAVY], 5))],
    [
      "after surgery that a newer sign-off followed",
      () => cleared().does(life("surgery", aMum().today)).cleared(),
    ],
    [
      "after a pregnancy that ended, once a physio signed anew",
      () => {
        const mum = cleared();
        const on = addDays(mum.today, -6);
        return mum.does(life("new_pregnancy", on), 6).does(life("pregnancy_ended", on), 4).cleared(1);
      },
    ],
    [
      "when mum first said no by mistake and then yes",
      () => cleared().confirmed(9, false).confirmed(8, true),
    ],
  ])("%s", (_, story) => {
    const mum = story();
    expect(codes(mum)).toEqual([]);
    expect(canRunFacts(mum.record, mum.today)).toBe(true);
  });
});

describe("the gate is shut", () => {
  it.each<[string, string, () => Mum]>([
    ["without any sign-off", "no_clearance", () => aMum().bornWeeksAgo(20)],
    [
      "by a GP check alone",
      "no_clearance",
      () =>
        aMum()
          .bornWeeksAgo(20)
          .does(life("gp_check", addDays(aMum().today, -90))),
    ],
    [
      "by a not-yet",
      "clearance_not_yet",
      () => aMum().bornWeeksAgo(20).assessed(3).signed(3, { decision: "not_yet" }),
    ],
    [
      "by a newer not-yet after a yes",
      "clearance_not_yet",
      () => cleared().assessed(1).signed(1, { decision: "not_yet" }),
    ],
    [
      "until mum confirms",
      "clearance_awaits_mum",
      () => aMum().bornWeeksAgo(20).assessed(3).signed(3).credentialChecked(3),
    ],
    ["when mum says no", "clearance_denied_by_mum", () => cleared().confirmed(1, false)],
    [
      "until the credential is checked",
      "clearance_awaits_credential",
      () => aMum().bornWeeksAgo(20).assessed(3).signed(3).confirmed(3),
    ],
    [
      "when the register does not know her",
      "clearance_awaits_credential",
      () => cleared().credentialChecked(1, false),
    ],
    [
      "when the credential ran out",
      "clearance_awaits_credential",
      () => cleared().credentialChecked(5, true, 4),
    ],
    [
      "the day after the review day",
      "clearance_past_review",
      () => aMum().bornWeeksAgo(20).cleared(10, { reviewInDays: 9 }),
    ],
    ["when it was withdrawn", "clearance_withdrawn", () => withdrawn(cleared())],
    [
      "without the walk/run scope",
      "clearance_lacks_scope",
      () =>
        aMum()
          .bornWeeksAgo(20)
          .cleared(10, { scope: ["walk", "technique"] }),
    ],
    [
      "a day before 12 weeks",
      "too_early",
      () =>
        aMum({ today: addDays(aMum().today, -1) })
          .bornWeeksAgo(12)
          .cleared(1)
          .later(-1),
    ],
    ["before the physio's later day", "too_early", () => earlier(aMum().bornWeeksAgo(20), 141)],
    [
      "by a leak",
      "pelvic_symptom_open",
      () => cleared().noticed([{ kind: "symptom", symptom: "urine_leak_drops" }]),
    ],
    [
      "by heaviness three weeks ago that nobody answered",
      "pelvic_symptom_open",
      () => aMum().bornWeeksAgo(20).cleared(40).noticed([HEAVY], 21),
    ],
    ["by a red flag", "red_flag_open", () => cleared().noticed([FEVER])],
    ["by a new pregnancy", "new_pregnancy", () => cleared().does(life("new_pregnancy", aMum().today))],
    ["by surgery", "surgery", () => cleared().does(life("surgery", aMum().today))],
    [
      "by a pregnancy that ended and nobody signed since",
      "new_pregnancy",
      () =>
        cleared()
          .does(life("new_pregnancy", addDays(aMum().today, -6)), 6)
          .does(life("pregnancy_ended", addDays(aMum().today, -5)), 4),
    ],
    [
      "by a symptom in a check that came without its hold",
      "pelvic_symptom_open",
      () =>
        cleared().fact("symptomCheck", {
          moment: "during",
          day: aMum().today,
          logId: null,
          sessionId: null,
          findings: [HEAVY],
          note: null,
        }),
    ],
    [
      "by a red flag whose stop the coach lifted once she saw her, and no physio did",
      "red_flag_open",
      () => liftedByCoach([FEVER], { covers: "everything", reason: "red_flag" }),
    ],
    [
      "by heaviness in a check whose hold for pain the coach lifted",
      "pelvic_symptom_open",
      () => liftedByCoach([HEAVY], { covers: "impact", reason: "pain" }),
    ],
    [
      "by a hold without its check",
      "pelvic_symptom_open",
      () =>
        cleared().fact("hold", {
          covers: "running",
          reason: "pelvic_symptom",
          placedOn: aMum().today,
          sourceId: null,
          note: null,
        }),
    ],
  ])("%s: %s", (_, code, story) => {
    const mum = story();
    expect(codes(mum)).toContain(code);
    expect(canRunFacts(mum.record, mum.today)).toBe(false);
  });

  it("by a sign-off from before the latest birth, however far its review date is", () => {
    // The danger: cleared in spring with a physio's early date, born again in autumn, running at three weeks.
    const first = aMum().bornWeeksAgo(60);
    const mum = first.cleared(300, { reviewInDays: 366, earliestRunOn: addDays(first.today, -310) }).does(
      {
        type: "recordBirth",
        bornOn: addDays(first.today, -22),
        mode: "vaginal",
        tear: "none",
        babies: 1,
        gestationWeeks: 39,
      },
      22,
    );
    expect(codes(mum)).toEqual(["clearance_before_birth"]);
    expect(canRunFacts(mum.record, mum.today)).toBe(false);
  });

  it("under three weeks whatever a physio signed", () => {
    const mum = aMum().bornWeeksAgo(2);
    const early = mum
      .assessed(0)
      .fact("clearance", {
        assessmentId: "",
        physioId: "90000000-0000-4000-8000-000000000001",
        registrationNumber: "70-12345",
        signerName: "Hana Ngata",
        decision: "cleared",
        scope: ["walk_run"],
        conditions: [],
        assessedOn: mum.today,
        signedOn: mum.today,
        reviewBy: addDays(mum.today, 90),
        earliestRunOn: mum.today,
        earliestRunReason: "Very fit",
        earlierTestsCount: true,
        supersedesId: null,
      })
      .credentialChecked()
      .confirmed();
    expect(gateReasons(early.record, early.today, "walk_run")).toEqual([
      { point: 2, code: "too_early", daysLeft: 7, on: addDays(mum.today, 7), by: "floor" },
    ]);
  });

  it("by a symptom of the very instant of the sign-off: only a later sign-off answers", () => {
    const mum = cleared();
    const at = mum.record.clearance[0]!;
    const symptomCheck = [
      {
        ...at,
        moment: "any_time" as const,
        day: mum.today,
        logId: null,
        sessionId: null,
        findings: [HEAVY],
        note: null,
      },
    ];
    expect(canRunFacts({ ...mum.record, symptomCheck }, mum.today)).toBe(false);
  });

  it("by each pending thing on its own, told by name", () => {
    const mum = aMum().bornWeeksAgo(20).assessed(3).signed(3);
    expect(gateReasons(mum.record, mum.today, "walk_run")).toMatchObject([
      { code: "clearance_awaits_mum", signer: "Hana Ngata" },
      { code: "clearance_awaits_credential", state: "unchecked" },
    ]);
  });
});

describe("looking at running is running", () => {
  it("is allowed by a technique scope or by walk/run", () => {
    const technique = aMum()
      .bornWeeksAgo(20)
      .cleared(3, { scope: ["technique"] });
    expect(canRunFacts(technique.record, technique.today, "technique")).toBe(true);
    expect(canRunFacts(technique.record, technique.today)).toBe(false);
    const running = aMum()
      .bornWeeksAgo(20)
      .cleared(3, { scope: ["walk_run"] });
    expect(canRunFacts(running.record, running.today, "technique")).toBe(true);
  });

  it("is refused by strength alone", () => {
    const mum = aMum()
      .bornWeeksAgo(20)
      .cleared(3, { scope: ["strength", "walk"] });
    expect(canRunFacts(mum.record, mum.today, "technique")).toBe(false);
  });
});

function earlier(mum: Mum, daysAfterBirth: number): Mum {
  const bornOn = mum.record.birth[0]!.bornOn;
  return mum.cleared(1, { earliestRunOn: addDays(bornOn, daysAfterBirth) });
}

function lifted(mum: Mum): Mum {
  const holdId = mum.lastId("hold");
  const physioId = mum.record.clearance[0]!.physioId;
  return mum.does({ type: "liftHold", holdId, reason: "Seen, settled", by: "physio", physioId }, 1, "physio");
}

/** A check that came with one hold only, the coach's to lift, and she lifted it. */
function liftedByCoach(findings: readonly Finding[], kind: Pick<Hold, "covers" | "reason">): Mum {
  const on = aMum().today;
  const check = { moment: "during", day: on, logId: null, sessionId: null, findings, note: null } as const;
  const told = cleared().fact("symptomCheck", check);
  const hold = { ...kind, placedOn: on, sourceId: told.lastId("symptomCheck"), note: null };
  const held = told.fact("hold", hold);
  const lift = { holdId: held.lastId("hold"), liftedOn: on, reason: "Seen by her doctor" };
  return held.fact("holdLift", lift, 0, "coach");
}

function withdrawn(mum: Mum): Mum {
  const { id, physioId } = mum.record.clearance[0]!;
  return mum.does({ type: "withdrawClearance", clearanceId: id, physioId, reason: "New findings" }, 1);
}
