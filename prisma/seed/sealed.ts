import { randomBytes } from "node:crypto";
import type { Assessment, Clearance } from "../../src/domain/journey/facts.ts";
import { newPassportCode } from "../../src/server/clearance/passport-code.ts";
import { seal } from "../../src/server/clearance/seal.ts";
import { sealedRecord } from "../../src/server/clearance/signed-record.ts";

type Whose = { readonly practiceId: string; readonly clientId: string };

/** The secret the app of this database seals with: where a builder has none, no app is there to check. */
const secretOf = () =>
  process.env["SEAL_KEY"] || process.env["NEXTAUTH_SECRET"] || randomBytes(32).toString("base64url");

/** What the shell adds to a sign-off when it is sealed; the builders' stand-in for a signing in the browser. */
export function sealedColumns(whose: Whose, clearance: Clearance, assessment: Assessment): object {
  const credentials = {
    title: "Physiotherapist",
    regulator: "Physiotherapy Board of New Zealand",
    practisingYear: Number(clearance.signedOn.slice(0, 4)),
  };
  const extra = { statementId: "sign-off-1", passportCode: newPassportCode() };
  const record = sealedRecord({
    ...whose,
    clearance: { ...clearance, ...extra },
    credentials,
    assessment,
    documents: [],
    evidence: null,
  });
  const { title: signerTitle, ...rest } = credentials;
  const sealed = `\\x${seal(record, secretOf()).toString("hex")}`;
  return { signerTitle, ...rest, ...extra, documentHashes: [], seal: sealed };
}
