import { describe, expect, test } from "vitest";
import { day } from "../shared/day.ts";
import { requestState, waitingOf } from "./request-state.ts";

const asked = { askedOn: day("2026-11-01"), expiresOn: day("2026-11-20") };
const step = (kind: "opened" | "reminded" | "answered" | "declined" | "cancelled", on = "2026-11-03") => ({
  step: kind,
  on: day(on),
});

describe("where a request is", () => {
  test.each([
    ["sent", [], "2026-11-20"],
    ["expired", [], "2026-11-21"],
    ["opened", [step("opened"), step("reminded")], "2026-11-10"],
    ["expired", [step("opened")], "2026-11-21"],
    ["answered", [step("opened"), step("answered")], "2026-12-30"],
    ["declined", [step("declined")], "2026-11-10"],
    ["cancelled", [step("opened"), step("cancelled")], "2026-11-10"],
  ])("%s", (state, steps, today) => {
    expect(requestState(asked, steps, day(today))).toBe(state);
  });
});

describe("how long she waits", () => {
  test("given no answer, then a reminder is due a week after asking, and a week after the last reminder", () => {
    expect(waitingOf(asked, [], day("2026-11-10"))).toEqual({ days: 9, remindOn: "2026-11-08" });
    expect(waitingOf(asked, [step("reminded", "2026-11-08")], day("2026-11-10")).remindOn).toBe("2026-11-15");
  });
  test("given it was opened, then that reminds nobody, and the reminder is due all the same", () => {
    const opened = [step("opened", "2026-11-06")];
    expect(waitingOf(asked, opened, day("2026-11-10"))).toEqual({ days: 9, remindOn: "2026-11-08" });
    const both = [step("reminded", "2026-11-08"), step("opened", "2026-11-09")];
    expect(waitingOf(asked, both, day("2026-11-10")).remindOn).toBe("2026-11-15");
  });
  test("given it ran out, or today lies before it, then none is due and no day is owed", () => {
    expect(waitingOf(asked, [], day("2026-11-21"))).toEqual({ days: 20, remindOn: null });
    expect(waitingOf(asked, [], day("2026-10-30")).days).toBe(0);
  });
  test("given an answer, then none is due", () => {
    expect(waitingOf(asked, [step("answered")], day("2026-11-10")).remindOn).toBeNull();
  });
});
