import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { STORY_PHYSIO } from "../journey/build-commands.ts";
import type { CredentialCheck } from "../journey/facts.ts";
import { addDays } from "../shared/day.ts";
import { canRunFacts, gateReasons } from "./gate.ts";
import { answeredUntil, clearanceState, covers, latestBirth, newestClearance } from "./standing.ts";

const TODAY = aMum().today;
const ago = (days: number) => addDays(TODAY, -days);
const OTHER = { physioId: "90000000-0000-4000-8000-000000000002", registrationNumber: "70-99999" };
const cleared = () => aMum().bornWeeksAgo(20).cleared(10);
const signed = () => aMum().bornWeeksAgo(20).assessed(10).signed(10);
const state = (mum: Mum, on = mum.today) => clearanceState(mum.record, on);
const checked = (mum: Pick<Mum, "record">, change: Partial<CredentialCheck> = {}): Mum["record"] => ({
  ...mum.record,
  credentialChecks: [
    ...mum.record.credentialChecks,
    {
      id: "check",
      recordedAt: "2026-11-25T00:00:00.000000Z",
      recordedBy: { kind: "owner", id: null },
      physioId: STORY_PHYSIO.physioId,
      registrationNumber: STORY_PHYSIO.registrationNumber,
      checkedOn: ago(5),
      validUntil: addDays(TODAY, 5),
      found: true,
      ...change,
    },
  ],
});

describe("her latest birth", () => {
  it("is the one of the latest day, in whatever order they were told", () => {
    const birth = { mode: "vaginal", tear: "none", gestationWeeks: 39 } as const;
    const told = (...births: readonly (readonly [daysAgo: number, babies: number])[]) =>
      latestBirth(
        births.reduce(
          (mum, [days, babies]) => mum.fact("birth", { ...birth, babies, bornOn: ago(days) }),
          aMum(),
        ).record,
      )?.babies;
    expect(told()).toBeUndefined();
    expect(told([900, 1], [100, 2])).toBe(2);
    expect(told([100, 2], [900, 1])).toBe(2);
    expect(told([100, 1], [100, 2])).toBe(1);
  });
});

describe("where her sign-off stands", () => {
  it("given none, then there is none", () => expect(state(aMum())).toEqual({ status: "none" }));

  it("given it stands, then it tells who signed what, until when and with which limits", () => {
    const conditions = [{ kind: "flat_only" } as const];
    const mum = aMum()
      .bornWeeksAgo(20)
      .cleared(10, { conditions, earlierTestsCount: false, scope: ["walk"] });
    expect(state(mum)).toEqual({
      status: "standing",
      clearanceId: mum.lastId("clearance"),
      signer: "Hana Ngata",
      physioId: STORY_PHYSIO.physioId,
      signedOn: ago(10),
      assessedOn: ago(10),
      scope: ["walk"],
      conditions,
      reviewBy: addDays(TODAY, 110),
      daysLeft: 110,
      earlierTestsCount: false,
    });
  });

  it("given it waits, then it tells for whom", () => {
    const mum = signed();
    const base = {
      status: "pending",
      clearanceId: mum.lastId("clearance"),
      signer: "Hana Ngata",
      physioId: STORY_PHYSIO.physioId,
      registrationNumber: STORY_PHYSIO.registrationNumber,
      signedOn: ago(10),
    };
    expect(state(mum)).toEqual({ ...base, waitsForMum: true, waitsForCredential: "unchecked" });
    expect(state(mum.confirmed(9))).toEqual({ ...base, waitsForMum: false, waitsForCredential: "unchecked" });
    expect(state(mum.credentialChecked(9))).toEqual({ ...base, waitsForMum: true, waitsForCredential: null });
  });

  it.each<[string, () => Mum, object]>([
    [
      "a not-yet",
      () => aMum().bornWeeksAgo(20).assessed(3).signed(3, { decision: "not_yet" }),
      { status: "not_yet", reviewBy: addDays(TODAY, 117) },
    ],
    ["her no", () => cleared().confirmed(1, false), { status: "denied" }],
    ["a day before it was signed", () => cleared().later(-11), { status: "starts_later", on: ago(10) }],
    [
      "its review day has passed",
      () => cleared().later(111),
      { status: "past_review", on: addDays(TODAY, 110) },
    ],
    [
      "it was taken back",
      () => {
        const mum = cleared();
        const clearanceId = mum.lastId("clearance");
        return mum.does(
          { type: "withdrawClearance", clearanceId, physioId: STORY_PHYSIO.physioId, reason: "No" },
          4,
        );
      },
      { status: "withdrawn", on: ago(4) },
    ],
    [
      "she gave birth after the assessment",
      () =>
        cleared().fact("birth", {
          bornOn: ago(9),
          mode: "vaginal",
          tear: "none",
          babies: 1,
          gestationWeeks: 39,
        }),
      { status: "before_birth", on: ago(10) },
    ],
  ])("given %s, then that is told", (_, story, expected) => {
    const mum = story();
    expect(state(mum)).toEqual({
      clearanceId: mum.lastId("clearance"),
      signer: "Hana Ngata",
      ...expected,
    });
  });

  it("given its own day, its review day, and a birth of the day of the assessment, then it stands", () => {
    expect(state(cleared(), ago(10)).status).toBe("standing");
    expect(state(cleared(), addDays(TODAY, 110))).toMatchObject({ status: "standing", daysLeft: 0 });
    const birth = { mode: "vaginal", tear: "none", babies: 1, gestationWeeks: 39 } as const;
    expect(state(cleared().fact("birth", { ...birth, bornOn: ago(10) })).status).toBe("standing");
  });

  it("given an older one was taken back or denied, then the newer one is not", () => {
    const first = cleared();
    const clearanceId = first.lastId("clearance");
    const physioId = STORY_PHYSIO.physioId;
    const taken = first.does({ type: "withdrawClearance", clearanceId, physioId, reason: "No" }, 5);
    expect(state(taken.cleared(4)).status).toBe("standing");
    expect(state(first.confirmed(6, false).cleared(4)).status).toBe("standing");
    expect(newestClearance(taken.cleared(4).record)?.signedOn).toBe(ago(4));
  });
});

describe("the signer's credential", () => {
  const waits = (record: Mum["record"], on = TODAY) => {
    const found = clearanceState(record, on);
    return found.status === "pending" ? found.waitsForCredential : found.status;
  };
  const mum = signed().confirmed(9);

  it.each<[string, Partial<CredentialCheck>, string]>([
    ["checked today", { checkedOn: TODAY }, "standing"],
    ["checked tomorrow", { checkedOn: addDays(TODAY, 1) }, "unchecked"],
    ["valid until today", { validUntil: TODAY }, "standing"],
    ["valid until yesterday", { validUntil: ago(1) }, "expired"],
    ["not in the register", { found: false }, "not_found"],
    ["barred by a condition of the register", { found: false, restriction: "excludes" }, "restricted"],
    ["of another physio", { physioId: OTHER.physioId }, "unchecked"],
    ["of another number", { registrationNumber: OTHER.registrationNumber }, "unchecked"],
  ])("%s: %s", (_, change, expected) => expect(waits(checked(mum, change))).toBe(expected));

  it("is told by the newest check of her", () => {
    const twice = { record: checked(mum, { found: false }) };
    const again = checked(twice, { id: "later", recordedAt: "2026-11-26T00:00:00.000000Z" });
    expect(waits(again)).toBe("standing");
    const other = checked(
      { record: checked(mum) },
      {
        ...OTHER,
        recordedAt: "2026-11-26T00:00:00.000000Z",
        found: false,
      },
    );
    expect(waits(other)).toBe("standing");
  });
});

describe("until when a physio has answered", () => {
  const at = (mum: Mum) => mum.record.clearance.at(-1)!.recordedAt;

  it("is the newest sign-off that mum confirmed and the register knows", () => {
    const mum = cleared();
    expect(answeredUntil(aMum().record)).toBeNull();
    expect(answeredUntil(mum.record)).toBe(at(mum));
    const newer = mum.assessed(2).signed(2);
    expect(answeredUntil(newer.record)).toBe(at(mum));
    expect(answeredUntil(newer.confirmed(1).record)).toBe(at(newer));
    expect(answeredUntil(newer.confirmed(1, false).record)).toBe(at(mum));
  });

  it("is no not-yet, none that was taken back, none of a signer nobody found", () => {
    const mum = cleared();
    const notYet = mum.assessed(2).signed(2, { decision: "not_yet" });
    const said = { clearanceId: notYet.lastId("clearance"), saw: true };
    expect(answeredUntil(notYet.fact("clearanceConfirmation", said).record)).toBe(at(mum));
    const { physioId } = STORY_PHYSIO;
    const taken = mum.does({
      type: "withdrawClearance",
      clearanceId: mum.lastId("clearance"),
      physioId,
      reason: "No",
    });
    expect(answeredUntil(taken.record)).toBeNull();
    expect(answeredUntil(mum.credentialChecked(1, false).record)).toBeNull();
    expect(answeredUntil(signed().confirmed(9).record)).toBeNull();
    for (const change of [{ physioId: OTHER.physioId }, { registrationNumber: OTHER.registrationNumber }]) {
      expect(answeredUntil(checked(signed().confirmed(9), change))).toBeNull();
      const later = { ...change, found: false, recordedAt: "2026-12-01T00:00:00.000000Z" };
      expect(answeredUntil(checked(mum, later))).toBe(at(mum));
    }
  });

  it("does not wear off by its review date", () => {
    const mum = cleared();
    expect(answeredUntil(mum.later(900).record)).toBe(at(mum));
  });
});

describe("a scope that was signed", () => {
  it.each([
    [["walk_run"], "walk_run", true],
    [["walk_run"], "technique", true],
    [["technique"], "technique", true],
    [["technique"], "walk_run", false],
    [["walk", "strength", "impact"], "technique", false],
    [[], "walk_run", false],
  ] as const)("%j covers %s: %s", (scope, asked, expected) => expect(covers(scope, asked)).toBe(expected));

  it("counts no sign-off whose seal does not fit, nor what it answered", () => {
    const mum = aMum().bornWeeksAgo(20).cleared(10);
    const changed = { ...mum.record, brokenSeals: [mum.lastId("clearance")] };
    expect([canRunFacts(mum.record, mum.today), canRunFacts(changed, mum.today)]).toEqual([true, false]);
    expect(clearanceState(changed, mum.today)).toMatchObject({ status: "seal_broken" });
    expect(gateReasons(changed, mum.today, "walk_run")).toMatchObject([{ code: "clearance_seal_broken" }]);
    expect([answeredUntil(mum.record) === null, answeredUntil(changed)]).toEqual([false, null]);
  });
});
