import { describe, expect, test } from "vitest";
import { day } from "../shared/day.ts";
import { inOrderOfRisk, messageReason, type QueueReason, type TaskMark, waitingReasons } from "./queue.ts";

const today = day("2026-11-22");
const heaviness: QueueReason = {
  code: "pelvic_symptom",
  on: today,
  times: 1,
  weight: 900,
  source: "check-1",
};
const silent: QueueReason = { code: "silent", days: 9, weight: 150, source: "2026-11-13:1" };
const flag = (acknowledged: boolean): QueueReason => ({
  code: "red_flag",
  sign: "fever",
  acknowledged,
  weight: 1000,
  source: "check-2",
});
const mark = (reason: QueueReason, more: Partial<TaskMark> = {}): TaskMark => ({
  reason: reason.code,
  source: reason.source,
  state: "handled",
  until: null,
  ...more,
});

describe("what still waits", () => {
  test("a handled reason is gone; the same reason from a newer fact is back", () => {
    expect(waitingReasons([heaviness, silent], [mark(heaviness)], today)).toEqual([silent]);
    const again = { ...heaviness, source: "check-9" } as QueueReason;
    expect(waitingReasons([again], [mark(heaviness)], today)).toEqual([again]);
  });

  test("a snoozed reason is back on its day, not before", () => {
    const until = (text: string) => [mark(silent, { state: "snoozed", until: day(text) })];
    expect(waitingReasons([silent], until("2026-11-23"), today)).toEqual([]);
    expect(waitingReasons([silent], until("2026-11-22"), today)).toEqual([silent]);
  });

  test("a red flag nobody has acknowledged cannot be put away", () => {
    expect(waitingReasons([flag(false)], [mark(flag(false))], today)).toHaveLength(1);
    expect(waitingReasons([flag(true)], [mark(flag(true))], today)).toEqual([]);
  });
});

test("the queue is in order of risk, many small reasons never before a serious one", () => {
  const row = (name: string, ...reasons: QueueReason[]) => ({ name, clientId: name, reasons });
  const rows = [
    row("Zoe", silent, messageReason(3, "m")),
    row("Ann", silent),
    row("Mia", heaviness),
    row("Bea", silent),
    row("Ida", flag(false)),
  ];
  expect(inOrderOfRisk(rows).map((each) => each.name)).toEqual(["Ida", "Mia", "Zoe", "Ann", "Bea"]);
});
