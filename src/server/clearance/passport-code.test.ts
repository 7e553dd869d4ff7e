import { expect, test } from "vitest";
import { newPassportCode, readPassportCode } from "./passport-code.ts";

test("a new code reads as itself, also the way people type it", () => {
  const code = newPassportCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(readPassportCode(code)).toBe(code);
  expect(readPassportCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
});

test.each([
  ["0K1M-0Q1A-31CD", "oKiM oQlA 31cd"],
  [null, "7K2M-9QXA-31C"],
  [null, "7K2M-9QXA-31CU"],
  [null, ""],
])("%s is what %j means", (code, typed) => {
  expect(readPassportCode(typed)).toBe(code);
});

test("no code comes twice in ten thousand", () => {
  expect(new Set(Array.from({ length: 10_000 }, newPassportCode)).size).toBe(10_000);
});
