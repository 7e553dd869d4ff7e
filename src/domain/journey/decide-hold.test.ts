import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { ActorKind, Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { STORY_PHYSIO } from "./build-commands.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const OTHER_PHYSIO = "90000000-0000-4000-8000-000000000009";

function lift(mum: Mum, by: ActorKind, physioId: string | null = null, holdId = mum.lastId("hold")) {
  const decision = mum.decides({ type: "liftHold", holdId, reason: "Settled", by, physioId });
  return decision.ok ? decision.events.map((event) => event.fact) : decision.refusal.code;
}

describe("a hold for a pelvic symptom", () => {
  const heavy = aMum().readyToRun().noticed([HEAVY]);

  it.each(["coach", "owner", "client", "system"] as const)("is not lifted by %s", (by) => {
    expect(lift(heavy, by)).toBe("hold_needs_physio");
  });

  it("is lifted by the physio whose sign-off stands", () => {
    expect(lift(heavy, "physio", STORY_PHYSIO.physioId)).toEqual(["holdLift"]);
  });

  it("is not lifted by another physio: that would be a way around the register and mum's yes", () => {
    expect(lift(heavy, "physio", OTHER_PHYSIO)).toBe("hold_needs_new_clearance");
    const pending = heavy.assessed().signed();
    expect(lift(pending, "physio", STORY_PHYSIO.physioId)).toBe("hold_needs_new_clearance");
  });

  it("goes with those of the same cause", () => {
    const twice = heavy.noticed([HEAVY]);
    expect(lift(twice, "physio", STORY_PHYSIO.physioId)).toEqual(["holdLift", "holdLift"]);
  });

  it("sent again lifts nothing more", () => {
    const holdId = heavy.lastId("hold");
    const lifted = heavy.does({
      type: "liftHold",
      holdId,
      reason: "Seen",
      by: "physio",
      physioId: STORY_PHYSIO.physioId,
    });
    expect(lift(lifted, "physio", STORY_PHYSIO.physioId)).toEqual([]);
    expect(lifted.journey().lock.open).toBe(true);
  });

  it("that is not there is not known", () =>
    expect(lift(heavy, "coach", null, OTHER_PHYSIO)).toBe("unknown"));
});

describe("a red flag", () => {
  const flagged = aMum().readyToRun().noticed([FEVER], 1);
  const everything = flagged.record.hold.find((hold) => hold.covers === "everything")!.id;
  const running = flagged.record.hold.find((hold) => hold.covers === "running")!.id;
  const seen = flagged.does({
    type: "acknowledgeRedFlag",
    checkId: flagged.lastId("symptomCheck"),
    note: null,
  });

  it("holds everything and, with another way out, running", () => {
    expect(flagged.journey().holds).toMatchObject([
      { covers: "everything", wayOut: "seen_then_coach" },
      { covers: "running", wayOut: "physio_decides" },
    ]);
    expect(flagged.journey().steps.map((step) => step.status)).toEqual([
      "done",
      "held",
      "held",
      "held",
      "locked",
      "locked",
      "locked",
    ]);
  });

  it("is acknowledged before the coach lets her move again, and not on the day", () => {
    expect(lift(flagged, "coach", null, everything)).toBe("acknowledge_first");
    expect(lift(seen, "coach", null, everything)).toEqual(["holdLift"]);
    expect(lift(seen, "client", null, everything)).toBe("hold_not_yours");
    const today = aMum().readyToRun().noticed([FEVER]);
    const read = today.does({
      type: "acknowledgeRedFlag",
      checkId: today.lastId("symptomCheck"),
      note: null,
    });
    expect(lift(read, "coach", null, read.record.hold[0]!.id)).toBe("not_on_the_same_day");
  });

  it("keeps running held after the coach let her move again", () => {
    const moving = seen.does({
      type: "liftHold",
      holdId: everything,
      reason: "GP saw her",
      by: "coach",
      physioId: null,
    });
    expect(moving.journey().steps.find((step) => step.id === "walking")?.status).toBe("done");
    expect(moving.journey().lock).toMatchObject({ open: false, reasons: [{ code: "red_flag_open" }] });
    expect(lift(moving, "coach", null, running)).toBe("hold_needs_physio");
    expect(moving.cleared().journey().lock.open).toBe(true);
  });

  it("is answered by a sign-off only when mum confirmed it and the register knows the signer", () => {
    const everything = (mum: Mum) => mum.journey().holds.some((hold) => hold.covers === "everything");
    const signed = seen.assessed().signed();
    expect(everything(signed)).toBe(true);
    expect(everything(signed.confirmed())).toBe(false);
    expect(everything(signed.confirmed().credentialChecked(0, false))).toBe(true);
    expect(everything(signed.confirmed(0, false))).toBe(true);
  });

  it("is acknowledged once; what is no red flag is not", () => {
    const checkId = flagged.lastId("symptomCheck");
    expect(seen.decides({ type: "acknowledgeRedFlag", checkId, note: null })).toEqual({
      ok: true,
      events: [],
    });
    const heavy = aMum().readyToRun().noticed([HEAVY]);
    const wrong = heavy.decides({
      type: "acknowledgeRedFlag",
      checkId: heavy.lastId("symptomCheck"),
      note: null,
    });
    expect(wrong).toEqual({ ok: false, refusal: { code: "no_red_flag" } });
  });
});

describe("other holds end by who placed them", () => {
  const held = (reason: "coach_decision" | "client_decision" | "physio_decision" | "pain" | "illness") =>
    aMum().readyToRun().does({ type: "placeHold", covers: "everything", reason, note: null });

  it.each([
    ["coach_decision", "coach", ["holdLift"]],
    ["coach_decision", "client", "hold_not_yours"],
    ["client_decision", "client", ["holdLift"]],
    ["client_decision", "coach", "hold_not_yours"],
    ["physio_decision", "coach", "hold_needs_physio"],
    ["pain", "coach", ["holdLift"]],
    ["pain", "client", "hold_not_yours"],
    ["illness", "client", ["holdLift"]],
    ["illness", "coach", ["holdLift"]],
  ] as const)("%s by %s", (reason, by, expected) => expect(lift(held(reason), by)).toEqual(expected));

  it("are placed once", () => {
    const again = held("coach_decision").decides({
      type: "placeHold",
      covers: "everything",
      reason: "coach_decision",
      note: null,
    });
    expect(again).toEqual({ ok: true, events: [] });
  });
});

describe("placing and lifting, word for word", () => {
  const mum = aMum().bornWeeksAgo(20).cleared(10);
  const place = (
    covers: "running" | "impact" | "everything",
    reason: "coach_decision" | "client_decision" | "pain" | "illness",
  ) => ({ type: "placeHold", covers, reason, note: "For now" }) as const;
  const answer = (told: Mum, by: ActorKind, physioId: string | null = null, holdId = told.lastId("hold")) => {
    const decision = told.decides({ type: "liftHold", holdId, reason: "Settled", by, physioId });
    return decision.ok ? decision.events.map((event) => event.row) : decision.refusal;
  };

  it("is from today, with its reason, from no source; another cause or reach is another hold", () => {
    const row = { covers: "running", reason: "pain", placedOn: mum.today, sourceId: null, note: "For now" };
    const decision = mum.decides(place("running", "pain"));
    expect(decision).toMatchObject({ ok: true, events: [{ fact: "hold", row }] });
    const held = mum.does(place("running", "pain"));
    expect(held.decides(place("running", "pain"))).toEqual({ ok: true, events: [] });
    expect(held.decides(place("impact", "pain"))).toMatchObject({ events: [{ fact: "hold" }] });
    expect(held.decides(place("running", "illness"))).toMatchObject({ events: [{ fact: "hold" }] });
  });

  it("lifts today, with the reason given, all of one cause and nothing else", () => {
    const sore = (daysAgo: number) => (told: Mum) =>
      told.fact("hold", {
        covers: "impact",
        reason: "pain",
        placedOn: addDays(told.today, -daysAgo),
        sourceId: null,
        note: null,
      });
    const held = sore(1)(sore(2)(mum.does(place("impact", "illness"))));
    const [other, first, second] = held.record.hold.map((row) => row.id);
    const rows = answer(held, "coach", null, second);
    expect(rows).toMatchObject([
      { holdId: second, liftedOn: mum.today, reason: "Settled" },
      { holdId: first, liftedOn: mum.today, reason: "Settled" },
    ]);
    expect(rows).toHaveLength(2);
    expect(answer(held, "client", null, other)).toMatchObject([{ holdId: other }]);
  });

  it("names what nobody knows, and who may", () => {
    expect(answer(mum, "coach", null, OTHER_PHYSIO)).toEqual({ code: "unknown", subject: "hold" });
    const coachs = mum.does(place("running", "coach_decision"));
    const notYours = { code: "hold_not_yours", reason: "coach_decision", wayOut: "coach_lifts" };
    expect(answer(coachs, "client")).toEqual(notYours);
    expect(answer(coachs, "system")).toEqual(notYours);
    for (const by of ["coach", "owner", "physio"] as const) expect(answer(coachs, by)).toHaveLength(1);
    const hers = mum.does(place("running", "client_decision"));
    const herOwn = { code: "hold_not_yours", reason: "client_decision", wayOut: "mum_lifts" };
    for (const by of ["coach", "owner", "physio", "system"] as const)
      expect(answer(hers, by)).toEqual(herOwn);
    const ill = mum.does(place("everything", "illness"));
    for (const by of ["coach", "owner", "client"] as const) expect(answer(ill, by)).toHaveLength(1);
    expect(answer(ill, "physio")).toEqual({ ...herOwn, reason: "illness" });
  });

  it("a physio lifts a red flag's rest as she lifts its stop: by a sign-off of hers that stands", () => {
    const flagged = mum.noticed([FEVER]);
    const rest = flagged.record.hold.find((hold) => hold.covers === "everything")!.id;
    const needsNew = { code: "hold_needs_new_clearance", reason: "red_flag" };
    expect(answer(flagged, "physio", STORY_PHYSIO.physioId, rest)).toHaveLength(1);
    expect(answer(flagged, "physio", OTHER_PHYSIO, rest)).toEqual(needsNew);
    expect(answer(flagged.later(300), "physio", STORY_PHYSIO.physioId, rest)).toEqual(needsNew);
    const restOf = { code: "hold_not_yours", reason: "red_flag", wayOut: "seen_then_coach" };
    expect(answer(flagged, "client", null, rest)).toEqual(restOf);
    expect(answer(flagged, "owner", null, rest)).toEqual({ code: "acknowledge_first" });
    const stop = flagged.record.hold.find((hold) => hold.covers === "running")!.id;
    expect(answer(flagged, "coach", null, stop)).toEqual({ code: "hold_needs_physio", reason: "red_flag" });
  });

  it("a pregnancy ends by no lift, not even of the physio whose sign-off stands", () => {
    const pregnant = mum.does({
      type: "recordLifeEvent",
      kind: "new_pregnancy",
      startsOn: mum.today,
      endsOn: null,
      note: null,
    });
    const reason = "new_pregnancy";
    expect(pregnant.journey().clearance.status).toBe("standing");
    expect(answer(pregnant, "physio", STORY_PHYSIO.physioId)).toEqual({
      code: "hold_needs_new_clearance",
      reason,
    });
    expect(answer(pregnant, "coach")).toEqual({ code: "hold_needs_physio", reason });
  });

  it("a red flag's rest ends from the day after, also when another flag of today has a rest of its own", () => {
    const acknowledged = (told: Mum) =>
      told.does({ type: "acknowledgeRedFlag", checkId: told.lastId("symptomCheck"), note: null });
    const before = acknowledged(mum.noticed([FEVER], 1));
    const rest = before.record.hold.find((hold) => hold.covers === "everything")!.id;
    expect(answer(before, "coach", null, rest)).toHaveLength(1);
    const again = acknowledged(before.noticed([FEVER]));
    expect(answer(again, "coach", null, rest)).toEqual({ code: "not_on_the_same_day" });
    const ill = before.does(place("everything", "illness"));
    expect(answer(ill, "coach", null, rest)).toHaveLength(1);
  });

  it("a red flag's rest waits until every flag was seen, not only one of them", () => {
    const two = mum.noticed([FEVER], 2).noticed([{ kind: "red_flag", sign: "chest_pain" }], 1);
    const [first, second] = two.record.symptomCheck.map((row) => row.id);
    const rest = two.record.hold[0]!.id;
    const see = (told: Mum, checkId: string) =>
      told.does({ type: "acknowledgeRedFlag", checkId, note: null });
    expect(answer(see(two, first!), "coach", null, rest)).toEqual({ code: "acknowledge_first" });
    expect(answer(see(see(two, first!), second!), "coach", null, rest)).toHaveLength(2);
  });
});
