import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Block } from "@/domain/protocols/blocks.ts";
import { startRun } from "./clock.ts";
import { dropKept, readKept, writeKept } from "./kept-session.ts";

const walk: Block = {
  type: "intervals",
  part: "main",
  repeats: 1,
  items: [{ type: "interval", move: "walk", length: { by: "time", seconds: 1800 } }],
};
const T0 = Date.parse("2026-11-23T18:00:00Z");
const kept = {
  sessionId: "s",
  startKey: "k",
  logKey: "l",
  startedAt: T0,
  blocks: [walk],
  run: startRun(T0),
  isTold: false,
};
const HOURS = 3_600_000;
let store: Map<string, string>;

beforeEach(() => {
  store = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
  vi.useFakeTimers({ toFake: ["Date"], now: T0 + 60_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a session she left is offered for twelve hours, to her, standing where it was last seen", () => {
  writeKept("me", "plan", kept);
  expect(readKept("me", "plan", T0 + 12 * HOURS - 1)).toMatchObject({
    sessionId: "s",
    run: { index: 0, pausedAt: T0 + 60_000 },
  });
  expect(readKept("her sister", "plan", T0 + HOURS)).toBeNull();
  expect(readKept("me", "another plan", T0 + HOURS)).toBeNull();
});

test("after twelve hours it was another day: it is gone, and stays gone", () => {
  writeKept("me", "plan", kept);
  expect(readKept("me", "plan", T0 + 12 * HOURS)).toBeNull();
  expect(store.size).toBe(0);
});

test("what cannot be read is nothing, and what cannot be written stops no session", () => {
  store.set("sevenstride.session.me.plan", "{torn");
  expect(readKept("me", "plan", T0)).toBeNull();
  writeKept("me", "plan", kept);
  dropKept("me", "plan");
  expect(readKept("me", "plan", T0)).toBeNull();
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new Error("full");
    },
  });
  expect(() => writeKept("me", "plan", kept)).not.toThrow();
});
