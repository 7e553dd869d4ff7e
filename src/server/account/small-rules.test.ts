import { describe, expect, test } from "vitest";
import { CODE_LENGTH, CODE_SIGNS, newCode, readCode } from "./codes.ts";
import { doorsOf } from "./doors.ts";
import { addressPrefixOf, deviceOf } from "../device.ts";
import { safeNext } from "../../lib/next-path.ts";
import { weaknessOf } from "./passwords.ts";

describe("doors", () => {
  test("one for each practice she coaches or trains with, and one for all her clients as a physio", () => {
    const roles = (["physio", "owner", "physio", "client", "physio"] as const).map((role, at) => ({
      role,
      practiceId: `p${at}`,
      practiceName: `Practice ${at}`,
    }));
    expect(doorsOf(roles).map(({ area, practiceId }) => `${area} ${practiceId}`)).toEqual([
      "physio p0",
      "coach p1",
      "client p3",
    ]);
  });
});

describe("codes", () => {
  test("hold no sign that looks like another", () => {
    expect(CODE_SIGNS).not.toMatch(/[ILO01]/);
    expect(new Set(CODE_SIGNS).size).toBe(31);
  });

  test("a thousand codes have eight signs each, all of them used and none twice", () => {
    const codes = Array.from({ length: 1000 }, newCode);
    expect(
      codes.every(
        (code) => code.length === CODE_LENGTH && [...code].every((sign) => CODE_SIGNS.includes(sign)),
      ),
    ).toBe(true);
    expect(new Set(codes).size).toBe(1000);
    expect(new Set(codes.join("")).size).toBe(CODE_SIGNS.length);
  });

  test.each(["ABCD2345", "abcd 2345", " abcd-2345 ", "ABCD–2345", "ＡＢＣＤ２３４５"])(
    "typed as %j it is the same code",
    (typed) => {
      expect(readCode(typed)).toBe("ABCD2345");
    },
  );
});

describe("where somebody may be sent after signing in", () => {
  test.each([
    "/coach/today",
    "/me",
    "/me/welcome?step=2",
    "/physio",
    "/account",
    "/coach/clients/0b3c-1?tab=plan",
  ])("%s", (path) => {
    expect(safeNext(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\evil",
    "https://evil.example/me",
    "javascript:alert(1)",
    "/mean",
    "/api/trpc/x",
    "/me/../../evil",
    "/me//evil.example",
    "/me%2F%2Fevil.example",
    "/me/%5cevil",
    "/me\n/x",
    "/me#x",
    "",
    `/me/${"x".repeat(600)}`,
    null,
    undefined,
  ])("%j is nowhere", (path) => {
    expect(safeNext(path)).toBeNull();
  });
});

describe("passwords", () => {
  const about = ["Nora Waters", "nora@example.org", "Quiet Miles"];
  test.each([
    ["short one", "short"],
    ["aaaaaaaaaaaaaaaaaaaa", "guessable"],
    ["abababababababababab", "guessable"],
    ["passwordpassword123", "guessable"],
    ["1234567890123456789", "guessable"],
    ["Sevenstride running 1", "guessable"],
    ["nora waters quiet miles", "guessable"],
    ["x".repeat(129), "long"],
    ["three quiet herons at dawn", null],
    ["Ein langer Weg am Fluß", null],
    ["河边的三只安静的白鹭在黎明时分起飞", null],
  ])("%s: %s", (password, weakness) => {
    expect(weaknessOf(password, about)).toBe(weakness);
  });
});

describe("where a browser comes from", () => {
  test.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["made-up, 10.0.0.1, 203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::6", "2001:db8:0:0::/64"],
    ["127.0.0.1", "127.0.0.0/24"],
    ["::1", "127.0.0.0/24"],
    ["what?", "127.0.0.0/24"],
    [null, "127.0.0.0/24"],
  ])("%s is of %s", (header, prefix) => {
    expect(addressPrefixOf(header)).toBe(prefix);
  });

  test("two addresses of one household's IPv6 network count together, two networks do not", () => {
    expect(addressPrefixOf("2001:db8:1:2:aaaa::1")).toBe(addressPrefixOf("2001:db8:1:2:bbbb::9"));
    expect(addressPrefixOf("2001:db8:1:2::1")).not.toBe(addressPrefixOf("2001:db8:1:3::1"));
  });

  test.each([
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
      "Safari, iPhone",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
      "Edge, Windows",
    ],
    ["curl/8", "—"],
    [null, "—"],
  ])("%s is called %s", (agent, name) => {
    expect(deviceOf(agent)).toBe(name);
  });
});
