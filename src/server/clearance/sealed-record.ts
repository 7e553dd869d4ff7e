import { z } from "zod";
import { dayOf } from "../clock.ts";
import { heedSealOf } from "../seal-check.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { type Assertion, assertionSchema } from "./passkey-signing.ts";
import { type Evidence, keyOfSeal, type SealedRecord } from "./seal.ts";
import { sealedRecord } from "./signed-record.ts";

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
  // One that does not fit is handed out all the same, as the evidence it is: whoever checks it sees it too.
  await heedSealOf(tx, clearanceId);
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
