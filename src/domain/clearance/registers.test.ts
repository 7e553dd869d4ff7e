import { describe, expect, test } from "vitest";
import { day } from "../shared/day.ts";
import { certificateEnd, certificateEndOfYear, REGISTERS, registerOf } from "./registers.ts";

describe("when a certificate ends", () => {
  test.each([
    ["NZ", "2026-11-22", "2027-03-31"],
    ["NZ", "2027-03-31", "2027-03-31"],
    ["NZ", "2027-04-01", "2028-03-31"],
    ["AU", "2026-11-30", "2026-11-30"],
    ["AU", "2026-12-01", "2027-11-30"],
    ["GB", "2026-05-01", "2028-04-30"],
    ["GB", "2027-01-01", "2028-04-30"],
    ["US", "2026-11-22", "2027-11-22"],
  ])("given %s on %s, then %s", (country, today, end) => {
    expect(certificateEnd(country, day(today))).toBe(end);
  });

  test("given a year, then its own last day", () => {
    expect(certificateEndOfYear("NZ", 2027)).toBe("2027-03-31");
    expect(certificateEndOfYear("CA", 2027)).toBe("2027-12-31");
  });
});

test("every register has titles, an address by https and a source; a country we know none of gets nothing of another one's", () => {
  for (const row of REGISTERS) {
    expect(row.titles.length).toBeGreaterThan(0);
    expect(row.register).toMatch(/^https:\/\//);
    expect(row.source).not.toBe("");
  }
  expect(registerOf("ZZ")).toMatchObject({ country: "ZZ", titles: [], regulator: "", register: "" });
});
