import { createHash } from "node:crypto";
import type { Clearance } from "../../src/domain/journey/facts.ts";
import { newPassportCode } from "../../src/server/clearance/passport-code.ts";

/** What the shell adds to a sign-off when it is sealed; the builders' stand-in for a signing in the browser. */
export function sealedColumns(clearance: Clearance): Record<string, unknown> {
  return {
    signerTitle: "Physiotherapist",
    regulator: "Physiotherapy Board of New Zealand",
    practisingYear: Number(clearance.signedOn.slice(0, 4)),
    statementId: "sign-off-1",
    documentHashes: [],
    passportCode: newPassportCode(),
    seal: `\\x${createHash("sha256").update(JSON.stringify(clearance)).digest("hex")}`,
  };
}
