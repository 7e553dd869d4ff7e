import { describe, expect, it } from "vitest";
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
