import { expect, test } from "vitest";
import { sessionLoad } from "./load.ts";

test("a session's load is its minutes times how hard it felt; what was not said is no nought", () => {
  expect(sessionLoad({ minutesTotal: 28, effort: 4 })).toBe(112);
  expect(sessionLoad({ minutesTotal: 27.4, effort: 3 })).toBe(82);
  expect(sessionLoad({ minutesTotal: 30, effort: 0 })).toBe(0);
  expect(sessionLoad({ minutesTotal: 30, effort: null })).toBeNull();
});
