import { expect, test } from "vitest";
import { startRun } from "./clock.ts";
import { filledAsPlanned } from "./filled.ts";
import { sessionOf } from "./phase.ts";

const kept = {
  sessionId: "s",
  startKey: "k",
  logKey: "l",
  startedAt: 1,
  blocks: [],
  run: startRun(1),
  isTold: false,
};
const chosen = { blocks: [], shortVersion: null, note: null };
const after = { at: "after", filled: filledAsPlanned([], null), run: null, isTold: false } as const;
const during = { sessionId: "s", isRun: true, isOver: false };

test("what she notices belongs to the session she is in, left, or has just ended, and to none before it begins", () => {
  expect(sessionOf({ at: "arrived" }, null, true)).toBeNull();
  expect(sessionOf({ at: "arrived" }, kept, true)).toEqual(during);
  expect(sessionOf({ at: "ready" }, kept, true)).toBeNull();
  expect(sessionOf({ at: "before", chosen }, null, true)).toBeNull();
  expect(sessionOf({ at: "doing", kept }, null, true)).toEqual(during);
  const over = { sessionId: "s", isRun: false, isOver: true };
  expect(sessionOf({ ...after, ids: kept }, null, false)).toEqual(over);
  expect(sessionOf({ at: "saved", isKept: false, echo: false, ids: kept }, null, false)).toEqual(over);
});

test("a session that is told and was never begun here has no name anybody knows", () => {
  expect(sessionOf({ ...after, ids: { sessionId: "s", logKey: "l" } }, null, true)).toBeNull();
  expect(sessionOf({ at: "answer", findings: [], ids: null }, null, true)).toBeNull();
});
