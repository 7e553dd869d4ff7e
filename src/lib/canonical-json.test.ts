import { expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical-json.ts";

test("the example of RFC 8785 section 3.2.2 comes out byte for byte", () => {
  const value: Json = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys sort by UTF-16 code units, as in RFC 8785 section 3.2.3", () => {
  const value = {
    "\u20ac": "Euro",
    "\r": "CR",
    "\ufb33": "Dalet",
    "1": "One",
    "\u{1F600}": "Smile",
    "\u0080": "Control",
    "\u00f6": "ö",
  };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
  expect([...canonicalJson(value).matchAll(/:"(\w+|ö)"/g)].map((match) => match[1])).toEqual([
    "CR",
    "One",
    "Control",
    "ö",
    "Euro",
    "Smile",
    "Dalet",
  ]);
});

test("the order in which keys were written does not matter, that of a list does", () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: 2 } })).toBe(
    canonicalJson({ a: { c: 2, d: 1 }, b: [2, 1] }),
  );
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test.each([
  ["a hole", { a: undefined }],
  ["no number", Number.NaN],
  ["half a character", "\ud83d"],
])("%s is refused", (_, value) => {
  expect(() => canonicalJson(value as Json)).toThrow(TypeError);
});
