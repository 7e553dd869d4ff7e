import type { FactRows } from "../../domain/journey/facts.ts";
import type { Json } from "../../lib/canonical-json.ts";
import { fromRow } from "../journey/fact-tables.ts";
import type { Evidence, SealedRecord } from "./seal.ts";

type Sealing = {
  readonly practiceId: string;
  readonly clientId: string;
  readonly clearance: Omit<FactRows["clearance"], "recordedAt" | "recordedBy"> & {
    readonly statementId: string;
    readonly passportCode: string;
  };
  readonly credentials: {
    readonly title: string;
    readonly regulator: string;
    readonly practisingYear: number;
    readonly passkeys?: readonly string[] | undefined;
  };
  readonly assessment: Pick<
    FactRows["assessment"],
    "restorationOk" | "findings" | "homeProgramme" | "measures"
  > & { readonly id: string; readonly requestId: string };
  readonly documents: SealedRecord["documents"];
  /** None in what was signed before it was kept. */
  readonly evidence: Evidence | null;
};

/** The record that is sealed: from the facts as they will be written, and the same from the stored rows. */
export function sealedRecord({
  clearance: row,
  credentials,
  assessment,
  evidence,
  ...about
}: Sealing): SealedRecord {
  return {
    practiceId: about.practiceId,
    clientId: about.clientId,
    clearance: {
      id: row.id,
      physioId: row.physioId,
      decision: row.decision,
      scope: row.scope,
      conditions: row.conditions,
      assessedOn: row.assessedOn,
      signedOn: row.signedOn,
      reviewBy: row.reviewBy,
      earliestRunOn: row.earliestRunOn,
      earliestRunReason: row.earliestRunReason,
      earlierTestsCount: row.earlierTestsCount,
      supersedesId: row.supersedesId,
      statementId: row.statementId,
      passportCode: row.passportCode,
    },
    signer: {
      name: row.signerName,
      registrationNumber: row.registrationNumber,
      title: credentials.title,
      regulator: credentials.regulator,
      practisingYear: credentials.practisingYear,
      ...(credentials.passkeys ? { passkeys: credentials.passkeys } : {}),
    },
    assessment: {
      id: assessment.id,
      requestId: assessment.requestId,
      restorationOk: assessment.restorationOk,
      findings: assessment.findings,
      homeProgramme: assessment.homeProgramme,
      ...(assessment.measures ? { measures: assessment.measures as Json } : {}),
    },
    documents: about.documents,
    ...(evidence ? { authority: evidence.authority, how: evidence.how, shown: evidence.shown } : {}),
  };
}

type Rows = Readonly<Record<string, unknown>>;
/** A sign-off and the assessment it rests on as Postgres tells whole rows: snake case, days as text, bytes as hex. */
export type SealedRows = { readonly clearance: Rows; readonly assessment: Rows };
type Stored = FactRows["clearance"] & {
  readonly practiceId: string;
  readonly clientId: string;
  readonly signerTitle: string;
  readonly regulator: string;
  readonly practisingYear: number;
  readonly statementId: string;
  readonly passportCode: string;
  readonly documentHashes: SealedRecord["documents"];
  readonly evidence: Evidence | null;
  readonly assertion: { readonly passkeys: readonly string[] } | null;
  readonly seal: string;
};

/** What was signed, and its seal, from whole rows. What is not in them as it should be makes another record: the seal tells. */
export function fromRows(rows: SealedRows) {
  const row = fromRow(rows.clearance) as Stored;
  const assessment = fromRow(rows.assessment) as unknown as Sealing["assessment"];
  const { practiceId, clientId, documentHashes: documents, evidence, assertion } = row;
  const { signerTitle: title, regulator, practisingYear } = row;
  const credentials = { title, regulator, practisingYear, passkeys: assertion?.passkeys };
  const whole = { practiceId, clientId, clearance: row, credentials, assessment, documents, evidence };
  return { record: sealedRecord(whole), seal: Buffer.from(row.seal.slice(2), "hex") };
}
