import { z } from "zod";
import { reasonSchema } from "../../domain/shared/fields.ts";
import { act } from "../journey/act.ts";
import { notFound } from "../trpc/errors.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";
import { physioRequest } from "./physio-request.ts";
import { askedOfMe, askedSchema } from "./physio-list.ts";
import { forPhysio } from "./physio-view.ts";
import { forPhysioSchema } from "./physio-view-schema.ts";
import { exportedSchema, exportSignOff } from "./sealed-record.ts";
import { categoriesIn } from "./shared-view.ts";
import { passkeyInput, toSignSchema } from "./passkey-signing.ts";
import { signClearance, signSchema, toSign } from "./sign.ts";
import { watchSigning } from "./watch-signing.ts";

const done = z.object({ ok: z.literal(true) });
type About = { readonly key: string; readonly requestId: string };

const mark =
  (step: "opened" | "declined") =>
  async (shell: Shell, { key, requestId }: About) => {
    const { request } = await physioRequest(shell, requestId);
    await act(shell, request.client.id, { type: "markRequest", id: key, requestId, step });
    return { ok: true as const };
  };

type Withdrawal = { readonly key: string; readonly clearanceId: string; readonly reason: string };

/** She takes her sign-off back, at any time and with a reason. Running is locked from this transaction on. */
async function withdrawClearance(shell: Shell, { key, clearanceId, reason }: Withdrawal) {
  const { physioId } = shell.actor;
  if (!physioId) throw notFound();
  const row = await shell.tx.clearance.findFirst({
    where: { id: clearanceId, physioId },
    select: { clientId: true },
  });
  if (!row) throw notFound();
  await act(shell, row.clientId, { type: "withdrawClearance", id: key, clearanceId, physioId, reason });
  return { ok: true as const };
}

type Lift = {
  readonly key: string;
  readonly requestId: string;
  readonly holdId: string;
  readonly reason: string;
};

/** She ends a hold that only a physio ends. The domain asks that her own sign-off stands. */
async function liftHold(shell: Shell, { key, requestId, holdId, reason }: Lift) {
  const { request, physioId } = await physioRequest(shell, requestId);
  await act(shell, request.client.id, { type: "liftHold", id: key, holdId, reason, by: "physio", physioId });
  return { ok: true as const };
}

/** What a physio asks of this room. Nobody else can: not a coach, not a mum, not a physio with an ended link. */
export const physioProcedures = {
  askedOfMe: read("clearance.askedOfMe", { input: {}, output: askedSchema }, askedOfMe),
  forPhysio: read(
    "clearance.forPhysio",
    { input: { requestId: z.uuid().optional() }, output: forPhysioSchema, seen: categoriesIn },
    forPhysio,
  ),
  export: read(
    "clearance.export",
    { input: { clearanceId: z.uuid() }, output: exportedSchema },
    exportSignOff,
  ),
  opened: change("clearance.opened", { input: { requestId: z.uuid() }, output: done }, mark("opened")),
  decline: change("clearance.decline", { input: { requestId: z.uuid() }, output: done }, mark("declined")),
  toSign: change(
    "clearance.toSign",
    { input: { ...signSchema, signKey: z.uuid() }, output: toSignSchema, watch: watchSigning },
    toSign,
  ),
  sign: change(
    "clearance.sign",
    {
      input: { ...signSchema, passkey: passkeyInput.optional() },
      output: z.object({ clearanceId: z.uuid(), passportCode: z.string() }),
      watch: watchSigning,
      proves: (input) => (input as { readonly passkey?: unknown }).passkey !== undefined,
    },
    signClearance,
  ),
  withdraw: change(
    "clearance.withdraw",
    { input: { clearanceId: z.uuid(), reason: reasonSchema }, output: done },
    withdrawClearance,
  ),
  liftHold: change(
    "clearance.liftHold",
    { input: { requestId: z.uuid(), holdId: z.uuid(), reason: reasonSchema }, output: done },
    liftHold,
  ),
};
