import { expect, test } from "vitest";
import { initials } from "./avatar.tsx";

test.each([
  ["Hana Te Aroha", "HA"],
  ["  māia ", "M"],
  ["Ōtara Ngārangi-Tūhoe", "ŌN"],
  ["𝒜da Lovelace", "𝒜L"],
  ["", ""],
])("the initials of %j are %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
