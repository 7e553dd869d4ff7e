// What a run of tests came to, read from the reports that vitest and Playwright write as JSON.
import { existsSync, readFileSync } from "node:fs";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files; one that fails without a failed test could not even be loaded. */
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** Failures outside of any test: a broken file, a global set-up that threw. */
  errors: unknown[];
}

/** Counts vitest's report. A file that could not be loaded counts as one failed test. */
export function countVitest(report: VitestReport): Count {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts Playwright's report. A test that passed at a second try has failed: a user has no second try. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a runner that ended with `exitCode` came to. A run without a report, one that found no test at all, and one
 * that says it failed without naming a test count as one failed test: silence never passes.
 */
export function outcomeOf(kind: "vitest" | "playwright", reportFile: string, exitCode: number): Count {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report: unknown = JSON.parse(readFileSync(reportFile, "utf8"));
  const count =
    kind === "vitest" ? countVitest(report as VitestReport) : countPlaywright(report as PlaywrightReport);
  const isSilent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return isSilent ? { ...count, failed: 1 } : count;
}
