import { beforeEach, afterEach, expect, test, vi } from "vitest";
import { day } from "@/domain/shared/day.ts";
import { phoneDay } from "@/domain/shared/phone-day.ts";
import { heldBy, heldHere, holdHere, releaseHere } from "./local-hold.ts";

const STOP = { kind: "stop" } as const;
const FLAG = { kind: "red_flag", tier: "emergency" } as const;
const MONDAY = day("2026-11-23");
const TUESDAY = day("2026-11-24");

beforeEach(() => {
  const store = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a symptom told on a page of yesterday rests running on the phone's own day", () => {
  // Told at half past midnight in Auckland, on the page that was kept on Monday evening.
  const now = Date.parse("2026-11-23T11:30:00Z");
  const today = phoneDay("Pacific/Auckland", MONDAY, now);
  holdHere("me", today, STOP);
  expect(today).toBe(TUESDAY);
  expect(heldHere("me", phoneDay("Pacific/Auckland", TUESDAY, now), false)).toBe("impact");
  expect(heldHere("me", MONDAY, false)).toBeNull();
  expect(heldHere("her sister", TUESDAY, false)).toBeNull();
  releaseHere();
  expect(heldHere("me", TUESDAY, false)).toBeNull();
});

test("after a red flag everything rests, and nothing that is told later makes it less", () => {
  holdHere("me", MONDAY, FLAG);
  holdHere("me", MONDAY, STOP);
  expect(heldHere("me", MONDAY, false)).toBe("everything");
});

test("what is more than a note rests running: much pain and bleeding too", () => {
  expect(heldBy({ kind: "noted", what: "pain" })).toBe("impact");
  expect(heldBy({ kind: "noted", what: "bleeding" })).toBe("impact");
  for (const what of ["green", "amber", "else"] as const) expect(heldBy({ kind: "noted", what })).toBeNull();
  holdHere("me", MONDAY, { kind: "noted", what: "green" });
  expect(heldHere("me", MONDAY, false)).toBeNull();
});

test("what the server has not heard rests on the days after too, and no longer once it has", () => {
  holdHere("me", MONDAY, STOP);
  expect(heldHere("me", TUESDAY, true)).toBe("impact");
  expect(heldHere("her sister", TUESDAY, true)).toBeNull();
  expect(heldHere("me", TUESDAY, false)).toBeNull();
  // A page that was kept may be of a day before it was told.
  holdHere("me", TUESDAY, STOP);
  expect(heldHere("me", MONDAY, true)).toBeNull();
});

test("a red flag that nobody has heard stays what it was when less is told the day after", () => {
  holdHere("me", MONDAY, FLAG);
  holdHere("me", TUESDAY, STOP);
  expect(heldHere("me", TUESDAY, false)).toBe("everything");
});
