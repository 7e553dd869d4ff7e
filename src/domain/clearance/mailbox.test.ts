import { expect, test } from "vitest";
import { isSameMailbox } from "./mailbox.ts";

test.each([
  ["ana@clinic.nz", "ANA@Clinic.NZ", true],
  ["ana@clinic.nz", "ana+physio@clinic.nz", true],
  ["ana.bee@gmail.com", "anabee+x@googlemail.com", true],
  ["ana@clinic.nz", "ａna@clinic.nz", true],
  ["ana.bee@clinic.nz", "anabee@clinic.nz", false],
  ["ana@clinic.nz", "ana@clinic.co.nz", false],
  ["ana@clinic.nz", " ana@clinic.nz ", true],
  ["ana@gmail.com", "ana@mygooglemail.com", false],
  ["ana@mygmail.com", "ana@mygooglemail.com", false],
  ["ana@googlemail.com.nz", "ana@gmail.com.nz", false],
  ["ana+a@clinic.nz", "ana+b+c@clinic.nz", true],
])("given %s and %s, then one person: %s", (a, b, same) => {
  expect(isSameMailbox(a, b)).toBe(same);
});
