import { z } from "zod";
import type { FactRows } from "../../domain/journey/facts.ts";
import { dayOf } from "../clock.ts";
import type { Json } from "../../lib/canonical-json.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { type Assertion, assertionSchema } from "./passkey-signing.ts";
import { type Evidence, keyOfSeal, type SealedRecord } from "./seal.ts";

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

export const exportedSchema = z.object({
  /** By the version of the record in it. */
  format: z.enum(["sevenstride-sign-off-1", "sevenstride-sign-off-2"]),
  record: z.custom<SealedRecord>((value) => typeof value === "object" && value !== null),
  seal: z.string(),
  passkey: assertionSchema.omit({ passkeys: true }).optional(),
  key: z.object({ id: z.string(), publicKey: z.string() }),
});

type Asked = { readonly clearanceId: string };

/**
 * A sign-off to take away: the record, its seal and the public key, for `scripts/verify-sign-off.mjs`. Row-level security
 * shows it to the mum it is about and to the physio who signed it; to everybody else it does not exist.
 */
export async function exportSignOff(
  { tx }: Shell,
  { clearanceId }: Asked,
): Promise<z.input<typeof exportedSchema>> {
  const row = await tx.clearance.findFirst({ where: { id: clearanceId }, include: { assessment: true } });
  if (!row) throw notFound();
  const { assessment } = row;
  const assertion = assertionSchema.nullable().parse(row.assertion);
  const record = sealedRecord({
    practiceId: row.practiceId,
    clientId: row.clientId,
    clearance: {
      ...row,
      conditions: row.conditions as never,
      assessedOn: dayOf(row.assessedOn),
      signedOn: dayOf(row.signedOn),
      reviewBy: dayOf(row.reviewBy),
      earliestRunOn: row.earliestRunOn && dayOf(row.earliestRunOn),
    },
    credentials: {
      title: row.signerTitle,
      regulator: row.regulator,
      practisingYear: row.practisingYear,
      passkeys: assertion?.passkeys,
    },
    assessment: { ...assessment, measures: assessment.measures as never },
    documents: row.documentHashes as never,
    evidence: row.evidence as Evidence | null,
  });
  const seal = Buffer.from(row.seal).toString("hex");
  const { passkeys: _, ...passkey } = assertion ?? {};
  const signed = assertion ? { passkey: passkey as Omit<Assertion, "passkeys"> } : {};
  const format = row.evidence ? "sevenstride-sign-off-2" : "sevenstride-sign-off-1";
  return { format, record, seal, ...signed, key: keyOfSeal(row.seal) };
}
