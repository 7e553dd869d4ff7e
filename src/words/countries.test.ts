import { describe, expect, it } from "vitest";
import { HELP_LINES } from "../domain/symptoms/help-lines.ts";
import { countriesByName } from "./countries.ts";

describe("countries to choose from", () => {
  const first = Object.keys(HELP_LINES);
  const all = countriesByName(first);

  it("begin with those we know whom to call in, and then go by name", () => {
    expect(all.slice(0, first.length).map((row) => row.code)).toEqual(first);
    const rest = all.slice(first.length).map((row) => row.name);
    expect(rest).toEqual(rest.toSorted((a, b) => a.localeCompare(b, "en-NZ")));
  });

  it("are those of today, each once", () => {
    const codes = all.map((row) => row.code);
    expect(codes).toEqual(expect.arrayContaining(["DE", "MM", "RS", "SS", "WS", "TO", "FJ"]));
    for (const old of ["DD", "BU", "CS", "YU", "UK", "EU", "ZZ"]) expect(codes).not.toContain(old);
    expect(new Set(all.map((row) => row.name)).size).toBe(all.length);
  });
});
