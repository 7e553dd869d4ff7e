import { describe, expect, it } from "vitest";
import { day } from "../shared/day.ts";
import { SIGNING_STATEMENT, signerProblem } from "./signing.ts";

describe("who may sign", () => {
  it.each([
    ["a physiotherapist whose certificate runs", "Physiotherapist", "2026-11-25", null],
    ["one on the certificate's last day", "Physiotherapist", "2027-03-31", null],
    ["one whose certificate ended", "Physiotherapist", "2027-04-01", "certificate_ended"],
    ["somebody else", "Fitness coach", "2026-11-25", "title_not_protected"],
    ["somebody else, without a certificate", "Fitness coach", "2027-04-01", "title_not_protected"],
  ] as const)("%s", (_, title, today, problem) => {
    expect(signerProblem({ title, practisingYear: 2027 }, "NZ", day(today))).toBe(problem);
  });

  it.each(["Fisioterapeuta", "Kinesiologist"])("takes %s where we know no list of titles", (title) => {
    expect(signerProblem({ title, practisingYear: 2027 }, "CL", day("2026-11-25"))).toBeNull();
    expect(signerProblem({ title, practisingYear: 2025 }, "CL", day("2026-11-25"))).toBe("certificate_ended");
  });

  it("signs a statement whose name never changes", () => expect(SIGNING_STATEMENT).toBe("signing_2026_11"));
});
