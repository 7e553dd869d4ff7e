import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordAssessmentSchema, signClearanceSchema } from "../../domain/clearance/commands.ts";
import { SIGNING_STATEMENT, signerProblem } from "../../domain/clearance/signing.ts";
import type { JourneyEvent } from "../../domain/journey/facts.ts";
import { isSameMailbox } from "../../domain/clearance/mailbox.ts";
import { todayIn } from "../clock.ts";
import { act } from "../journey/act.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { newPassportCode } from "./passport-code.ts";
import { physioRequest } from "./physio-request.ts";
import { seal } from "./seal.ts";
import { sealedRecord } from "./sealed-record.ts";
import { seenFiles } from "./seen-files.ts";

const assessment = recordAssessmentSchema.pick({
  assessedOn: true,
  restorationOk: true,
  findings: true,
  homeProgramme: true,
  measures: true,
});
const clearance = signClearanceSchema.omit({
  type: true,
  id: true,
  assessmentId: true,
  physioId: true,
  signerName: true,
  registrationNumber: true,
});
const line = (max: number) => z.string().trim().min(2).max(max);

/** What a physio sends when she signs: her findings, her decision, who she is, and which files lay before her. */
export const signSchema = {
  requestId: z.uuid(),
  assessment,
  clearance,
  signer: z.strictObject({
    name: line(120),
    title: line(80),
    regulator: line(120),
    registrationNumber: line(40),
    practisingYear: z.int().min(2000).max(2200),
  }),
  statementId: z.literal(SIGNING_STATEMENT),
  documents: z.array(z.strictObject({ id: z.uuid(), sha256: z.string().length(64) })).max(50),
};
const signInput = z.strictObject(signSchema);
type Signing = z.output<typeof signInput> & { readonly key: string };

/** Assessment and sign-off, sealed, in one transaction: both or neither. Opens nothing by itself. */
export async function signClearance(shell: Shell, input: Signing) {
  const { request, physioId, practiceId } = await physioRequest(shell, input.requestId);
  const { client } = request;
  await checkSigner(shell, input.signer, client);
  const files = await seenFiles(shell, request.id, input.documents);
  const assessmentId = randomUUID();
  const passportCode = newPassportCode();
  await act(shell, client.id, {
    type: "recordAssessment",
    id: assessmentId,
    requestId: request.id,
    physioId,
    ...input.assessment,
  });
  const { name, registrationNumber, ...credentials } = input.signer;
  const extra = { statementId: input.statementId, passportCode };
  const complete = (event: JourneyEvent): JourneyEvent => {
    if (event.fact !== "clearance") return event;
    const sealed = seal(
      sealedRecord({
        practiceId,
        clientId: client.id,
        clearance: { ...event.row, ...extra },
        credentials,
        documents: files,
        assessment: { ...input.assessment, id: assessmentId, requestId: request.id },
      }),
    );
    const columns = {
      signerTitle: credentials.title,
      regulator: credentials.regulator,
      practisingYear: credentials.practisingYear,
      ...extra,
      documentHashes: files,
      seal: `\\x${sealed.toString("hex")}`,
    };
    return { ...event, row: { ...event.row, ...columns } };
  };
  await act(
    shell,
    client.id,
    {
      type: "signClearance",
      id: input.key,
      assessmentId,
      physioId,
      ...input.clearance,
      signerName: name,
      registrationNumber,
    },
    { complete },
  );
  await rememberCredentials(shell, physioId, input.signer);
  return { clearanceId: input.key, passportCode };
}

/** Her own words about herself must be possible, and nobody else's number. */
async function checkSigner(
  { tx, actor, now }: Shell,
  signer: Signing["signer"],
  client: { country: string; zone: string },
): Promise<void> {
  const problem = signerProblem(signer, client.country, todayIn(client.zone, now));
  if (problem) throw new Refused({ code: problem });
  if (!actor.practiceId) return;
  const me = await tx.physio.findFirst({ where: { id: actor.physioId ?? "" }, select: { email: true } });
  const members = await tx.member.findMany({
    where: { practiceId: actor.practiceId },
    select: { email: true },
  });
  // Postgres refuses the same address (P0S01); this also sees through aliases of it.
  if (me && members.some((row) => isSameMailbox(row.email, me.email)))
    throw new Refused({ code: "signer_coaches_here" });
}

/** So that she types them once. The register decides what they are worth. */
async function rememberCredentials(
  { tx }: Shell,
  physioId: string,
  signer: Signing["signer"],
): Promise<void> {
  const { title, regulator, registrationNumber } = signer;
  await tx.physio.updateMany({ where: { id: physioId }, data: { title, regulator, registrationNumber } });
}
