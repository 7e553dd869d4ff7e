import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { toDataURL } from "qrcode";
import { z } from "zod";
import { asDoorman, type Doorman } from "../db/doorman.ts";
import { databases } from "../db/pools.ts";
import { isFresh } from "./freshly.ts";
import { DOORS, enter, keepSession, signedIn } from "./enter.ts";
import {
  factorsChanged,
  factorsOf,
  hasFactor,
  newRecoveryCodes,
  startGenerator,
  useGenerator,
  useRecoveryCode,
} from "./factors.ts";
import { mayTry } from "../limits.ts";
import { addPasskey, authenticationOptions, registrationOptions, usePasskey } from "../passkeys.ts";
import { hashPassword, weaknessOf } from "./passwords.ts";
import { putMail } from "./codes.ts";
import { rolesOf } from "./people.ts";
import { type Method, revokeOthers, stepUp } from "./sessions.ts";
import { codeSchema, nameSchema } from "./step-sign-in.ts";
import { step, TurnedAway, type Visit } from "../visit.ts";

/** What a browser's passkey dialogue answers; the library checks what is in it. */
const passkeyAnswer = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});
const asRegistration = (answer: z.output<typeof passkeyAnswer>) =>
  answer as unknown as RegistrationResponseJSON;
const asAuthentication = (answer: z.output<typeof passkeyAnswer>) =>
  answer as unknown as AuthenticationResponseJSON;

// ── Signing in with a passkey alone: possession and finger, face or PIN are two factors already ──

export const askPasskey = step({}, async (_input, visit) => {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  return { options: await authenticationOptions("sign_in", null) };
});

export const signInWithPasskey = step({ answer: passkeyAnswer }, async ({ answer }, visit) => {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const userId = await usePasskey(asAuthentication(answer), "sign_in", null);
  if (!userId) throw new TurnedAway("wrong");
  const keep = await asDoorman((db) => enter(db, visit, userId, ["passkey"], true));
  keep();
  return { next: DOORS };
});

// ── Proving a second factor: once after signing in, and again right before what matters ──

async function proved(db: Doorman, visit: Visit, token: string, method: Method) {
  const opened = await stepUp(db, token, method);
  if (!opened) throw new TurnedAway("not_signed_in");
  return () => {
    keepSession(visit, opened);
    return { next: DOORS };
  };
}

export const proveGenerator = step({ code: codeSchema }, async ({ code }, visit) => {
  const session = await signedIn(visit);
  if (!(await mayTry("prove", session.userId, visit.addressPrefix))) throw new TurnedAway("too_many");
  if (!(await useGenerator(databases().auth, session.userId, code))) throw new TurnedAway("wrong");
  return (await proved(databases().auth, visit, session.token, "totp"))();
});

export const proveRecovery = step({ code: codeSchema }, async ({ code }, visit) => {
  const session = await signedIn(visit);
  if (!(await mayTry("prove", session.userId, visit.addressPrefix))) throw new TurnedAway("too_many");
  const done = await asDoorman(async (db) => {
    if (!(await useRecoveryCode(db, session.userId, code))) throw new TurnedAway("wrong");
    await putMail(db, "account_notice", { userId: session.userId, notice: "recovery_used" });
    return proved(db, visit, session.token, "recovery");
  });
  return done();
});

export const askPasskeyProof = step({}, async (_input, visit) => {
  const session = await signedIn(visit);
  return { options: await authenticationOptions("step_up", session.userId) };
});

export const provePasskey = step({ answer: passkeyAnswer }, async ({ answer }, visit) => {
  const session = await signedIn(visit);
  if (!(await mayTry("prove", session.userId, visit.addressPrefix))) throw new TurnedAway("too_many");
  if (!(await usePasskey(asAuthentication(answer), "step_up", session.userId))) throw new TurnedAway("wrong");
  return (await proved(databases().auth, visit, session.token, "passkey"))();
});

// ── Changing how she signs in: only fresh, every other session ends, her mail says so ──

async function freshlySignedIn(visit: Visit) {
  const session = await signedIn(visit);
  if (!(await isFresh(session))) throw new TurnedAway("prove");
  return { session, factors: await factorsOf(session.userId) };
}

/** Asked before something that wants her and not only her phone, such as taking all her data: has she shown it, or how she can. */
export const askFresh = step({}, async (_input, visit) => {
  const session = await signedIn(visit);
  const { generator, passkeys } = await factorsOf(session.userId);
  return { isFresh: await isFresh(session), email: session.email, generator, passkey: passkeys.length > 0 };
});

export const addGenerator = step({}, async (_input, visit) => {
  const { session } = await freshlySignedIn(visit);
  const made = await startGenerator(databases().auth, session.userId, session.email);
  if (!made) throw new TurnedAway("invalid");
  return {
    secret: made.secret,
    picture: await toDataURL(made.uri, { margin: 2, width: 264, errorCorrectionLevel: "M" }),
  };
});

/** Confirms the generator with its first code. Answers recovery codes the first time she has a second factor. */
export const confirmGenerator = step({ code: codeSchema }, async ({ code }, visit) => {
  const { session, factors } = await freshlySignedIn(visit);
  if (!(await mayTry("prove", session.userId, visit.addressPrefix))) throw new TurnedAway("too_many");
  return asDoorman(async (db) => {
    if (!(await useGenerator(db, session.userId, code, true))) throw new TurnedAway("wrong");
    await factorsChanged(db, session, "factor_added");
    const recoveryCodes = factors.recoveryCodesLeft > 0 ? [] : await newRecoveryCodes(db, session.userId);
    const opened = await stepUp(db, session.token, "totp");
    if (!opened) throw new TurnedAway("not_signed_in");
    return { opened, recoveryCodes };
  }).then(({ opened, recoveryCodes }) => {
    keepSession(visit, opened);
    return { recoveryCodes };
  });
});

export const startPasskey = step({}, async (_input, visit) => {
  const { session } = await freshlySignedIn(visit);
  return {
    options: await registrationOptions({ id: session.userId, email: session.email, name: session.name }),
  };
});

export const confirmPasskey = step(
  { answer: passkeyAnswer, label: nameSchema.optional() },
  async ({ answer, label }, visit) => {
    const { session, factors } = await freshlySignedIn(visit);
    const done = await asDoorman(async (db) => {
      if (!(await addPasskey(db, session.userId, asRegistration(answer), label ?? visit.device)))
        throw new TurnedAway("wrong");
      await factorsChanged(db, session, "factor_added");
      const recoveryCodes = factors.recoveryCodesLeft > 0 ? [] : await newRecoveryCodes(db, session.userId);
      const opened = await stepUp(db, session.token, "passkey");
      if (!opened) throw new TurnedAway("not_signed_in");
      return { opened, recoveryCodes };
    });
    keepSession(visit, done.opened);
    return { recoveryCodes: done.recoveryCodes };
  },
);

export const renewRecoveryCodes = step({}, async (_input, visit) => {
  const { session, factors } = await freshlySignedIn(visit);
  if (!hasFactor(factors)) throw new TurnedAway("enrol");
  return { recoveryCodes: await asDoorman((db) => newRecoveryCodes(db, session.userId)) };
});

/** Removes a passkey (by id) or the generator. Whoever coaches keeps at least one of them. */
export const removeFactor = step({ passkeyId: z.uuid().nullable() }, async ({ passkeyId }, visit) => {
  const { session } = await freshlySignedIn(visit);
  await asDoorman(async (db) => {
    const removed = passkeyId
      ? await db.$executeRaw`DELETE FROM passkey WHERE id = ${passkeyId}::uuid AND user_id = ${session.userId}::uuid`
      : await db.$executeRaw`DELETE FROM totp WHERE user_id = ${session.userId}::uuid`;
    if (removed === 0) throw new TurnedAway("not_found");
    if (!hasFactor(await factorsOf(session.userId, db))) {
      const roles = await rolesOf(db, session.userId);
      if (roles.some((role) => (role.role === "owner" || role.role === "coach") && !role.isDemo))
        throw new TurnedAway("last_factor");
      await db.$executeRaw`DELETE FROM recovery_code WHERE user_id = ${session.userId}::uuid`;
    }
    await factorsChanged(db, session, "factor_removed");
  });
  return { removed: true };
});

/** Sets, changes or (null) takes away the password. */
export const setPassword = step({ password: z.string().max(256).nullable() }, async ({ password }, visit) => {
  const { session } = await freshlySignedIn(visit);
  if (password !== null) {
    const practices = (await rolesOf(databases().auth, session.userId)).map((role) => role.practiceName);
    if (weaknessOf(password, [session.name, session.email, ...practices])) throw new TurnedAway("weak");
  }
  const passwordHash = password === null ? null : await hashPassword(password);
  await asDoorman(async (db) => {
    await db.$executeRaw`UPDATE "user" SET password_hash = ${passwordHash} WHERE id = ${session.userId}::uuid`;
    await factorsChanged(db, session, "password_changed");
  });
  return { set: password !== null };
});

export const endOtherSessions = step({}, async (_input, visit) => {
  const session = await signedIn(visit);
  return { ended: await revokeOthers(databases().auth, session.userId, session.id) };
});
