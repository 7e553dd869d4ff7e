import { describe, expect, it } from "vitest";
import { brokenFrom, FIRST_HALF } from "./hundred-mums.ts";

/** 5,000 mums and other seeds: `npm run simulate`. */
describe("a year and more of a hundred mums, the first fifty", { timeout: 300_000 }, () => {
  it.each(FIRST_HALF)("from number %i on: every evening everything holds", (from) => {
    expect(brokenFrom(from)).toBeNull();
  });
});
