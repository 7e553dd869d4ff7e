import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SealedRecord } from "../src/server/clearance/seal.ts";
import { check } from "./verify-sign-off.mjs";

// The verifier shares no line with the code that seals: two readings of RFC 8785 that must agree.
const former: SealedRecord = {
  practiceId: "practice",
  clientId: "client",
  clearance: {
    id: "clearance",
    physioId: "physio",
    decision: "cleared_with_conditions",
    scope: ["walk", "walk_run"],
    conditions: [
      { kind: "max_run_minutes", minutes: 20 },
      { kind: "other", words: 'nō \u2028 "hills" 😀' },
    ],
    assessedOn: "2026-11-20",
    signedOn: "2026-11-22",
    reviewBy: "2027-02-14",
    earliestRunOn: null,
    earliestRunReason: null,
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
    measures: { scales: "s", values: { popq_aa: -2.5, oxford_left: 4 } },
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
let text: string;
let formerText: string;
let keyId: string;
let folder: string;
beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://sevenstride_app@db/x");
  vi.stubEnv("AUTH_DATABASE_URL", "postgresql://sevenstride_auth@db/x");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789012345678901234567890123456789");
  vi.stubEnv("SEAL_KEY", "a key that only this test has, long enough");
  const { seal, sealingKeys } = await import("../src/server/clearance/seal.ts");
  const [key] = sealingKeys();
  keyId = key.id;
  const exported = (format: string, of: SealedRecord) =>
    JSON.stringify({ format, record: of, seal: seal(of).toString("hex"), key });
  text = exported("sevenstride-sign-off-2", record);
  formerText = exported("sevenstride-sign-off-1", former);
  folder = mkdtempSync(path.join(os.tmpdir(), "sevenstride-verify-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

test("given an export as it was made, then intact, and it says by which key", () => {
  expect(check(text)).toMatchObject({ intact: true, keyId, record: { signer: { name: "Pia" } } });
  expect(check(`${text}\n`, keyId)).toMatchObject({ intact: true });
});

test("given one from before it said how she signed, then it is intact as well", () => {
  expect(check(formerText, keyId)).toMatchObject({ intact: true, record: { signer: { name: "Pia" } } });
});

test.each(["as it is sealed now", "of the former version"])(
  "given any byte of a file %s changed, then never intact",
  (which) => {
    const bytes = Buffer.from(which === "as it is sealed now" ? text : formerText);
    const missed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      if (check(bent.toString()).intact) missed.push(at);
    }
    expect(bytes.length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  },
);

test.each<[string, (whole: Record<string, unknown>) => string]>([
  ["a field added", (whole) => JSON.stringify({ ...whole, record: { ...record, more: 1 } })],
  ["a field gone", (whole) => JSON.stringify({ ...whole, record: { ...record, documents: undefined } })],
  ["something beside it", (whole) => JSON.stringify({ ...whole, valid: true })],
  ["a field that stands twice", () => text.replace('"clientId":', '"clientId":"x","clientId":')],
  ["capitals in the seal", () => text.replace(/"seal":"[^"]+"/, (seal) => seal.toUpperCase())],
  ["the other version's name on it", () => text.replace("sign-off-2", "sign-off-1")],
  ["the former version's with the new name", () => formerText.replace("sign-off-1", "sign-off-2")],
  ["a name that every object has", () => text.replace("sevenstride-sign-off-2", "constructor")],
  [
    "its evidence taken out, and called a former one",
    (whole) => JSON.stringify({ ...whole, format: "sevenstride-sign-off-1", record: former }),
  ],
  ["no JSON", () => "%PDF-1.7"],
])("given %s, then not intact", (_, change) => {
  const bent = change(JSON.parse(text) as Record<string, unknown>);
  expect(bent).not.toBe(text);
  expect(check(bent)).toMatchObject({ intact: false });
});

test("given another key than the practice's, then not intact", () => {
  expect(check(text, "0123456789abcdef")).toEqual({
    intact: false,
    why: `sealed with ${keyId}, not with 0123456789abcdef`,
  });
});

test("as a program it says so and ends with 0 or 1", async () => {
  const run = async (body: string) => {
    const file = path.join(folder, "sign-off.json");
    writeFileSync(file, body);
    const script = path.join(import.meta.dirname, "verify-sign-off.mjs");
    return promisify(execFile)(process.execPath, [script, file, keyId]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );
  };
  expect(await run(text)).toMatchObject({ code: 0, said: expect.stringMatching(/^intact, sealed with key/) });
  const bent = text.replace('"minutes":20', '"minutes":90');
  expect(await run(bent)).toEqual({ code: 1, said: "NOT INTACT: record and seal do not belong together\n" });
});
