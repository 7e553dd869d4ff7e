import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countPlaywright, countVitest, outcomeOf } from "./test-report.ts";

const vitest = (change: object = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...change,
});

test("vitest: a file that could not be loaded is a failed test", () => {
  const testResults = [
    { status: "failed", assertionResults: [{ status: "failed" }] },
    { status: "failed", assertionResults: [] },
    { status: "passed", assertionResults: [{ status: "passed" }] },
  ];
  const report = vitest({ numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults });
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("Playwright: who passes at the second try has failed, and so has a run that broke outside of a test", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4, skipped: 3 });
});

describe("silence never passes", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "sevenstride-report-"));
    file = path.join(folder, "report.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ["all well", vitest(), 0, { passed: 3, failed: 0, skipped: 0 }],
    ["no test found", vitest({ numPassedTests: 0 }), 0, { passed: 0, failed: 1, skipped: 0 }],
    ["a failure that names no test", vitest(), 1, { passed: 3, failed: 1, skipped: 0 }],
    ["a failure that names its test", vitest({ numFailedTests: 1 }), 1, { passed: 3, failed: 1, skipped: 0 }],
  ])("%s", (_, report, code, count) => {
    writeFileSync(file, JSON.stringify(report));
    expect(outcomeOf("vitest", file, code)).toEqual(count);
  });

  test("no report at all", () => {
    expect(outcomeOf("playwright", file, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
