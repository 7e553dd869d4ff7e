import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { intake } from "./build-commands.ts";
import type { LifeEventKind } from "./facts.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const GOAL = { daysPerWeek: 3, minutesPerRun: 30 };
const facts = (decision: ReturnType<Mum["decides"]>) =>
  decision.ok ? decision.events.map((event) => event.fact) : decision.refusal.code;
const life = (kind: LifeEventKind, startsOn = aMum().today, endsOn: typeof startsOn | null = null) =>
  ({ type: "recordLifeEvent", kind, startsOn, endsOn, note: null }) as const;
const birth = (bornOn: ReturnType<typeof addDays>) =>
  ({ type: "recordBirth", bornOn, mode: "vaginal", tear: "none", babies: 1, gestationWeeks: 39 }) as const;

describe("the intake", () => {
  const mum = aMum();
  const born = addDays(mum.today, -35);

  it("brings her birth and her goal with it", () => {
    expect(facts(mum.decides(intake(born, {}, GOAL)))).toEqual(["birth", "goal", "intake"]);
  });

  it("with a symptom holds running from the first day", () => {
    const told = { ...intake(born, {}, GOAL), findings: [HEAVY] };
    expect(facts(mum.decides(told))).toEqual(["birth", "goal", "intake", "symptomCheck", "hold"]);
  });

  it.each([
    ["without a birth", { birth: null }, "birth_missing"],
    ["without a goal", { goal: null }, "goal_missing"],
    [
      "with a birth to come",
      { birth: { ...intake(born, {}, GOAL).birth!, bornOn: addDays(mum.today, 1) } },
      "day_in_future",
    ],
  ])("is refused %s", (_, change, code) => {
    expect(facts(mum.decides({ ...intake(born, {}, GOAL), ...change }))).toBe(code);
  });

  it("opens the assessment and walking, and tells everybody what is next", () => {
    const journey = mum.bornWeeksAgo(5).journey();
    expect(journey.steps.map((step) => [step.id, step.status])).toEqual([
      ["assessment", "open"],
      ["restoration", "locked"],
      ["walking", "open"],
      ["strength", "locked"],
      ["technique", "locked"],
      ["running", "locked"],
      ["revisit", "locked"],
    ]);
    expect(journey.next).toEqual({
      mum: { code: "coach_plans" },
      coach: { code: "send_request", kind: "assessment", trigger: "first" },
      physio: { code: "nothing" },
    });
    expect(journey.weeksSinceBirth).toBe(5);
  });

  it("suggests the request from four weeks on", () => {
    expect(mum.bornWeeksAgo(3).journey().next.coach).toEqual({ code: "assign_plan", kind: "walking" });
    expect(mum.bornWeeksAgo(4).journey().next.coach).toMatchObject({ code: "send_request" });
  });
});

describe("a birth", () => {
  it("too close to a known one is refused", () => {
    const mum = aMum().bornWeeksAgo(5);
    expect(facts(mum.decides(birth(addDays(mum.today, -30))))).toBe("births_too_close");
  });

  it("begins a new journey: nothing of the last one counts, and nothing of it is lost", () => {
    const before = aMum().readyToRun(60);
    const after = before.later(300).does(birth(addDays(before.today, 290)));
    const journey = after.journey();
    expect(journey.lock.open).toBe(false);
    expect(journey.steps.map((step) => step.status)).toEqual(Array.from({ length: 7 }, () => "locked"));
    expect(journey.walking.weeksInRow).toBe(0);
    expect(journey.next.mum).toEqual({ code: "complete_intake" });
    expect(after.record.sessionLog).toEqual(before.record.sessionLog);
  });

  it("ends the pregnancy's hold by itself", () => {
    const pregnant = aMum().readyToRun(60).does(life("new_pregnancy"));
    expect(pregnant.journey().holds).toMatchObject([
      { reason: "new_pregnancy", wayOut: "next_birth_or_physio" },
    ]);
    const born = pregnant.later(250).does(birth(addDays(pregnant.today, 245)));
    expect(born.journey().holds).toEqual([]);
  });
});

describe("life", () => {
  it("a new pregnancy ends running and its plan", () => {
    const mum = aMum().readyToRun().planned("walk_run", 2).does(life("new_pregnancy"));
    expect(mum.journey().plans.map((plan) => plan.kind)).not.toContain("walk_run");
    expect(mum.journey().lock.reasons).toEqual([expect.objectContaining({ code: "new_pregnancy" })]);
  });

  it("a pregnancy can end without a birth; a physio's new sign-off is the way back", () => {
    const pregnant = aMum()
      .readyToRun()
      .does(life("new_pregnancy", addDays(aMum().today, -3)), 3);
    expect(facts(aMum().readyToRun().decides(life("pregnancy_ended")))).toBe("no_pregnancy");
    const ended = pregnant.does(life("pregnancy_ended"));
    expect(ended.journey().lock.open).toBe(false);
    const back = ended.later(10).cleared();
    expect(back.journey().holds).toEqual([]);
    expect(back.journey().lock.open).toBe(true);
  });

  it("illness rests everything until she is well, and holds nothing when it is over", () => {
    const ill = aMum().readyToRun().does(life("illness"));
    expect(ill.journey().holds).toMatchObject([
      { covers: "everything", reason: "illness", wayOut: "mum_lifts" },
    ]);
    const over = aMum()
      .readyToRun()
      .decides(life("illness", addDays(aMum().today, -5), addDays(aMum().today, -2)));
    expect(facts(over)).toEqual(["lifeEvent"]);
  });

  it("the GP check is stored and opens nothing", () => {
    const mum = aMum().bornWeeksAgo(20).does(life("gp_check"));
    expect(mum.journey().lock).toEqual(aMum().bornWeeksAgo(20).journey().lock);
  });

  it("travel may lie ahead, the rest may not; ends come after beginnings", () => {
    const mum = aMum().bornWeeksAgo(20);
    const soon = addDays(mum.today, 5);
    expect(facts(mum.decides(life("travel", soon)))).toEqual(["lifeEvent"]);
    expect(facts(mum.decides(life("surgery", soon)))).toBe("day_in_future");
    expect(facts(mum.decides(life("travel", soon, mum.today)))).toBe("days_out_of_order");
  });
});

describe("goal and consent", () => {
  it("said again are nothing new", () => {
    const mum = aMum().bornWeeksAgo(5);
    expect(facts(mum.decides({ type: "setGoal", ...GOAL }))).toEqual([]);
    expect(facts(mum.decides({ type: "setGoal", ...GOAL, daysPerWeek: 4 }))).toEqual(["goal"]);
    const consent = { type: "setConsent", purpose: "share_tests", given: true, wordingVersion: "1" } as const;
    expect(facts(mum.decides(consent))).toEqual(["consent"]);
    expect(facts(mum.does(consent).decides(consent))).toEqual([]);
    expect(facts(mum.decides({ ...consent, given: false }))).toEqual([]);
    expect(facts(mum.does(consent).decides({ ...consent, given: false }))).toEqual(["consent"]);
  });
});
