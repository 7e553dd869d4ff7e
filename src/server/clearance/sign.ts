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
import { signingOptions } from "../passkeys.ts";
import {
  accountOf,
  type Assertion,
  assertionOf,
  checkAssertion,
  fingerprintsOf,
  unanswered,
  openPrepared,
  type PasskeyInput,
  sealPrepared,
} from "./passkey-signing.ts";
import { checkSeen, databaseNow, evidenceOf } from "./evidence.ts";
import { physioRequest } from "./physio-request.ts";
import { digest, seal } from "./seal.ts";
import { sealedRecord } from "./signed-record.ts";
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

const sha256Schema = z.string().length(64);

/** What a physio sends when she signs: her findings, her decision, who she is, and the hashes of all that lay before her. */
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
  /** Of the view of the mum on her page (`forPhysio`). */
  seen: sha256Schema,
  /** The files on her page: as they arrived, and the pictures she was shown of each. */
  documents: z.array(z.strictObject({ id: z.uuid(), sha256: sha256Schema, shown: sha256Schema })).max(50),
};
const signInput = z.strictObject(signSchema);
type Signing = z.output<typeof signInput> & { readonly key: string };

/** What is drawn for a record, and how she confirms it. */
type Drawn = {
  readonly assessmentId: string;
  readonly passportCode: string;
  readonly assertion: Assertion | null;
  readonly passkeys?: readonly string[] | undefined;
  /** When the record was laid before her passkey; null when a code, or her last confirmation, is the way. */
  readonly passkeyAt: string | null;
};
const draw = () => ({ assessmentId: randomUUID(), passportCode: newPassportCode() });

/** Assessment and sign-off, sealed, in one transaction: both or neither. Opens nothing by itself. */
export async function signClearance(
  shell: Shell,
  { passkey, ...input }: Signing & { readonly passkey?: PasskeyInput | undefined },
) {
  if (!passkey) return (await written(shell, input, { ...draw(), assertion: null, passkeyAt: null })).answer;
  const prepared = openPrepared(passkey, input.key);
  const { physioId } = await physioRequest(shell, input.requestId);
  const userId = await accountOf(shell, physioId);
  if (!userId) throw new Refused({ code: "passkey_wrong" });
  const assertion = await assertionOf(passkey, userId);
  const { answer, hash } = await written(shell, input, {
    ...prepared,
    assertion,
    passkeys: assertion.passkeys,
  });
  await checkAssertion(passkey, userId, hash);
  return answer;
}

/**
 * What a passkey of hers has to sign, or null when she has none. The record is made as it would be, with every refusal on
 * the way, and taken back: only its hash stays.
 */
export async function toSign(
  shell: Shell,
  { key: _, signKey, ...input }: Signing & { readonly signKey: string },
) {
  const { physioId } = await physioRequest(shell, input.requestId);
  const userId = await accountOf(shell, physioId);
  const passkeys = userId ? await fingerprintsOf(userId) : [];
  if (!userId || passkeys.length === 0) return null;
  const drawn = { ...draw(), passkeyAt: await databaseNow(shell) };
  await shell.tx.$executeRaw`SAVEPOINT before_signing`;
  const { hash } = await written(
    shell,
    { ...input, key: signKey },
    { ...drawn, assertion: unanswered(passkeys), passkeys },
  );
  await shell.tx.$executeRaw`ROLLBACK TO SAVEPOINT before_signing`;
  return { options: await signingOptions(userId, hash), prepared: sealPrepared({ key: signKey, ...drawn }) };
}

async function written(
  shell: Shell,
  input: Signing,
  { assessmentId, passportCode, assertion, passkeys, passkeyAt }: Drawn,
) {
  const { request, physioId, practiceId } = await physioRequest(shell, input.requestId);
  const { client } = request;
  await checkSigner(shell, input.signer, client);
  const files = await seenFiles(shell, request.id, input.documents);
  await act(shell, client.id, {
    type: "recordAssessment",
    id: assessmentId,
    requestId: request.id,
    physioId,
    ...input.assessment,
  });
  // From here on her row is locked: what is compared now is what is sealed.
  await checkSeen(shell, request, todayIn(client.zone, shell.now), input.seen);
  const evidence = await evidenceOf(shell, {
    requestId: request.id,
    seen: input.seen,
    client: client.name,
    assessedOn: input.assessment.assessedOn,
    passkeyAt,
  });
  const { name, registrationNumber, ...credentials } = input.signer;
  const extra = { statementId: input.statementId, passportCode };
  let hash: Buffer<ArrayBuffer> | null = null;
  const complete = (event: JourneyEvent): JourneyEvent => {
    if (event.fact !== "clearance") return event;
    const record = sealedRecord({
      practiceId,
      clientId: client.id,
      clearance: { ...event.row, ...extra },
      credentials: { ...credentials, passkeys },
      documents: files,
      evidence,
      assessment: { ...input.assessment, id: assessmentId, requestId: request.id },
    });
    hash = digest(record);
    const sealed = `\\x${seal(record).toString("hex")}`;
    const { title: signerTitle, ...rest } = credentials;
    const columns = {
      signerTitle,
      ...rest,
      ...extra,
      documentHashes: files,
      evidence,
      assertion,
      seal: sealed,
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
  if (!hash) throw new Error("nothing was sealed");
  return { answer: { clearanceId: input.key, passportCode }, hash: hash as Buffer<ArrayBuffer> };
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
