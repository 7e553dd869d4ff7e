import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Permit } from "@/domain/plans/permit.ts";
import { day } from "@/domain/shared/day.ts";
import type { WaitingCall } from "@/trpc/waiting-list.ts";
import { mayRunUnasked } from "./permit.ts";

const OWNER = "0193b1f0-0000-7000-8000-000000000001";
const PLAN = "0193b1f0-0000-7000-8000-000000000002";
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const permit: Permit = {
  clientId: OWNER,
  planId: PLAN,
  level: 3,
  from: day("2026-11-23"),
  until: day("2026-11-27"),
};
const signed = (change: Partial<Permit> = {}) => {
  const text = JSON.stringify({ ...permit, ...change });
  return {
    text,
    signature: sign(null, Buffer.from(text), privateKey).toString("base64url"),
    publicKey: publicKey.export({ format: "jwk" }).x ?? "",
  };
};
const asked = { owner: OWNER, planId: PLAN, level: 3, day: day("2026-11-25") };
const waiting = (procedure: WaitingCall["procedure"], input: object): WaitingCall => ({
  owner: OWNER,
  procedure,
  input: { key: "k", ...input },
});

describe("a run that nobody can be asked about", () => {
  it("begins under a permit for her, this plan and this day", async () => {
    expect(await mayRunUnasked(signed(), asked, [])).toBe(true);
    expect(await mayRunUnasked(signed(), { ...asked, day: permit.until }, [])).toBe(true);
  });

  it.each([
    ["another's", { owner: PLAN }],
    ["of another plan", { planId: OWNER }],
    ["for a lower level", { level: 4 }],
    ["that is over", { day: day("2026-11-28") }],
    ["that has not begun", { day: day("2026-11-22") }],
  ])("does not begin under one %s", async (_, change) => {
    expect(await mayRunUnasked(signed(), { ...asked, ...change }, [])).toBe(false);
  });

  it("does not begin without one, or under one that was changed on the phone", async () => {
    expect(await mayRunUnasked(null, asked, [])).toBe(false);
    const stretched = { ...signed(), text: JSON.stringify({ ...permit, until: "2027-11-27" }) };
    expect(await mayRunUnasked(stretched, asked, [])).toBe(false);
    expect(await mayRunUnasked({ ...signed(), signature: "nonsense!" }, asked, [])).toBe(false);
  });

  it("does not begin while something she told, or a run of hers, has not been heard", async () => {
    const told = waiting("symptoms.check", { findings: [{ kind: "symptom", symptom: "heaviness" }] });
    const ran = waiting("plans.log", { kind: "walk_run", findings: [] });
    const nothingNew = waiting("symptoms.check", { findings: [] });
    const walked = waiting("plans.log", { kind: "walking", findings: [] });
    expect(await mayRunUnasked(signed(), asked, [told])).toBe(false);
    expect(await mayRunUnasked(signed(), asked, [ran])).toBe(false);
    expect(await mayRunUnasked(signed(), asked, [nothingNew, walked])).toBe(true);
  });
});
