import { expect, test } from "vitest";
import type { SessionLog } from "../journey/facts.ts";
import { nextTurn } from "./turn.ts";

const log = (id: string, change: Partial<SessionLog> = {}) =>
  ({ id, planId: "plan", level: 2, supersedesId: null, ...change }) as SessionLog;

test("sessions of a level take turns, counted from the logs at that level of that plan", () => {
  const logs = [log("a"), log("b"), log("other level", { level: 1 }), log("other plan", { planId: "x" })];
  expect(nextTurn([], "plan", 2, 2)).toBe(0);
  expect(nextTurn(logs.slice(0, 1), "plan", 2, 2)).toBe(1);
  expect(nextTurn(logs, "plan", 2, 2)).toBe(0);
  expect(nextTurn(logs, "plan", 2, 3)).toBe(2);
});

test("a log that was corrected counts once", () => {
  expect(nextTurn([log("a"), log("a again", { supersedesId: "a" })], "plan", 2, 2)).toBe(1);
});

test("a level of one session has no turns", () => {
  expect(nextTurn([log("a")], "plan", 2, 1)).toBe(0);
});
