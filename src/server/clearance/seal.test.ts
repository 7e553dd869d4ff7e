import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type * as Seal from "./seal.ts";
import type { SealedRecord } from "./seal.ts";

let made: typeof Seal;
beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://sevenstride_app@db/x");
  vi.stubEnv("AUTH_DATABASE_URL", "postgresql://sevenstride_auth@db/x");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789012345678901234567890123456789");
  vi.stubEnv("SEAL_KEY", "a key that only this test has, long enough");
  made = await import("./seal.ts");
});
afterAll(() => vi.unstubAllEnvs());

const former: SealedRecord = {
  practiceId: "practice",
  clientId: "client",
  clearance: {
    id: "clearance",
    physioId: "physio",
    decision: "cleared_with_conditions",
    scope: ["walk", "walk_run"],
    conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
    assessedOn: "2026-11-20",
    signedOn: "2026-11-22",
    reviewBy: "2027-02-14",
    earliestRunOn: "2026-12-01",
    earliestRunReason: "seen weekly",
    earlierTestsCount: false,
    supersedesId: "older",
    statementId: "signing",
    passportCode: "7K2M-9QXA-31CD",
  },
  signer: {
    name: "Pia",
    title: "Physiotherapist",
    regulator: "PBNZ",
    registrationNumber: "70-1",
    practisingYear: 2027,
  },
  assessment: {
    id: "assessment",
    requestId: "request",
    restorationOk: true,
    findings: "Ōk",
    homeProgramme: "daily",
  },
  documents: [{ id: "document", received: "aa", shown: "bb" }],
};

/** As sign-offs are sealed now. */
const record: SealedRecord = {
  ...former,
  authority: {
    requestId: "request",
    linkId: "link",
    consents: [{ id: "consent", purpose: "share_birth", wording: "1" }],
  },
  how: { session: "session", by: "link", confirmedBy: "code", confirmedAt: "2026-11-22T01:02:03.004Z" },
  shown: { about: "cc", statement: "dd" },
};

/** Every way to change one leaf of the record. */
function* changed(value: unknown, path = ""): Generator<[string, unknown]> {
  if (Array.isArray(value)) {
    yield [`${path}, one less`, value.slice(1)];
    for (const [index, part] of value.entries())
      for (const [where, other] of changed(part, `${path}[${index}]`))
        yield [where, value.with(index, other)];
  } else if (value !== null && typeof value === "object") {
    for (const [key, part] of Object.entries(value))
      for (const [where, other] of changed(part, `${path}.${key}`)) yield [where, { ...value, [key]: other }];
  } else if (typeof value === "string") yield [path, `${value} `];
  else if (typeof value === "number") yield [path, value + 1];
  else yield [path, value === null ? "x" : !value];
}

describe("the seal on a sign-off", () => {
  test("given the record as it was signed, keys in any order, then intact", () => {
    const { signer, ...rest } = record;
    expect(made.verifySeal({ signer, ...rest }, made.seal(record))).toBe("intact");
  });

  test.each([...changed(record)])("given a change at %s, then broken", (_, other) => {
    expect(made.verifySeal(other as SealedRecord, made.seal(record))).toBe("broken");
  });

  test("given a record from before it said how she signed, then intact; with any change or evidence added, broken", () => {
    const sealed = made.seal(former);
    expect(sealed[0]).toBe(1);
    expect(made.seal(record)[0]).toBe(2);
    expect(made.verifySeal(former, sealed)).toBe("intact");
    for (const [, other] of changed(former))
      expect(made.verifySeal(other as SealedRecord, sealed)).toBe("broken");
    expect(made.verifySeal(record, sealed)).toBe("broken");
    expect(made.verifySeal(former, made.seal(record))).toBe("broken");
  });

  test("given one bit of the signature turned, a cut one or none, then broken", () => {
    const sealed = made.seal(record);
    for (const at of [9, 40, 72]) {
      const bent = Buffer.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(made.verifySeal(record, bent)).toBe("broken");
    }
    expect(made.verifySeal(record, sealed.subarray(0, 60))).toBe("broken");
    expect(made.verifySeal(record, new Uint8Array())).toBe("broken");
  });

  test("given a seal of another key, then it says so and is never taken for intact", () => {
    const sealed = Buffer.from(made.seal(record));
    sealed[3] = (sealed[3] ?? 0) ^ 1;
    expect(made.verifySeal(record, sealed)).toBe("unknown_key");
  });

  test("given a new key, then what the old one sealed is unknown, and intact once its public half is told", async () => {
    const sealed = made.seal(record);
    const [old] = made.sealingKeys();
    const anew = async (former: string) => {
      vi.resetModules();
      vi.stubEnv("SEAL_KEY", "another key, as long as it has to be, and new");
      vi.stubEnv("FORMER_SEAL_KEYS", former);
      return [await import("./seal.ts"), await import("./published-keys.ts")] as const;
    };
    expect((await anew(""))[0].verifySeal(record, sealed)).toBe("unknown_key");
    const [after, { publishedKeys }] = await anew(old.publicKey);
    expect(after.verifySeal(record, sealed)).toBe("intact");
    expect(after.keyOfSeal(sealed)).toEqual(old);
    expect(publishedKeys().keys).toMatchObject([{ sealsNow: true }, { ...old, sealsNow: false }]);
    expect(publishedKeys().keys[0]?.id).not.toBe(old.id);
  });
});
