import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emailSchema, maskEmail, normaliseEmail } from "./email-address.ts";

describe("one mailbox has one spelling", () => {
  test.each([
    ["mia@example.org", "mia@example.org"],
    ["  Mia.Moana@Example.ORG ", "mia.moana@example.org"],
    ["mia+run@example.co.nz", "mia+run@example.co.nz"],
    // Full-width letters and the full-width @ are the same letters to a mail server that folds them.
    ["ｍｉａ＠ｅｘａｍｐｌｅ.org", "mia@example.org"],
    ["zoë@exämple.org", "zoë@xn--exmple-cua.org"],
    ["mia@BÜCHER.example", "mia@xn--bcher-kva.example"],
  ])("%s", (typed, stored) => {
    expect(normaliseEmail(typed)).toBe(stored);
  });
});

describe("what could be read as another address is no address", () => {
  test.each([
    ["nothing", ""],
    ["no @", "mia.example.org"],
    ["two @", "mia@evil.example@example.org"],
    ["a second @ that only appears after folding", "mia＠evil.example@example.org"],
    ["quotes", '"e@attacker.example"@victim.example'],
    ["a list", "mia@example.org,eve@evil.example"],
    ["a list with semicolon", "mia@example.org;eve@evil.example"],
    ["a name beside it", "Mia <mia@example.org>"],
    ["a comment", "mia(comment)@example.org"],
    ["a new line, which starts another header", "mia@example.org\nBcc: eve@evil.example"],
    ["a nul", "mia\u0000@example.org"],
    ["something invisible", "mia\u200b@example.org"],
    ["a space inside", "mia moana@example.org"],
    ["a source route", "@evil.example:mia@example.org"],
    ["no dot in the host", "mia@localhost"],
    ["an address instead of a host", "mia@[127.0.0.1]"],
    ["dots at the edge", ".mia@example.org"],
    ["two dots", "mia..m@example.org"],
    ["a backslash", "mia\\@example.org"],
    [
      "too long",
      `${"m".repeat(60)}@${"e".repeat(60)}.${"e".repeat(60)}.${"e".repeat(60)}.${"e".repeat(60)}.org`,
    ],
  ])("%s", (_name, typed) => {
    expect(normaliseEmail(typed)).toBeNull();
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });
});

test("whatever comes in: what comes out comes out again, and holds one @ and nothing that separates", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: "grapheme" }),
        fc.string().map((s) => `${s}@example.org`),
      ),
      (typed) => {
        const email = normaliseEmail(typed);
        if (email === null) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(email.split("@")).toHaveLength(2);
        expect(email).not.toMatch(/[\s,;<>"\p{Cc}]/u);
      },
    ),
  );
});

test("a masked address is known to its owner and to nobody else", () => {
  expect(maskEmail("mia.moana@example.co.nz")).toBe("m•••@e•••.nz");
  expect(maskEmail("m@x.org")).toBe("m•••@x•••.org");
});
