import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { type Answer, postStep } from "./post-step.ts";

const notUsed: Answer<never> = { ok: false, problem: { code: "passkey", fields: {} } };

/** The browser's passkey dialogue between two steps: a challenge, and its answer to `step`. */
export async function withPasskey<T>(step: string): Promise<Answer<T>> {
  const asked = await postStep<{ options: PublicKeyCredentialRequestOptionsJSON }>(`${step}/options`);
  if (!asked.ok) return asked;
  try {
    return await postStep<T>(step, {
      answer: await startAuthentication({ optionsJSON: asked.data.options }),
    });
  } catch {
    // Cancelled, timed out, or this device has none: one sentence says what else can be done.
    return notUsed;
  }
}

/** Makes a passkey on this device and hands it to the account. */
export async function newPasskey<T>(): Promise<Answer<T>> {
  const asked = await postStep<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    "factors/passkey/options",
  );
  if (!asked.ok) return asked;
  try {
    return await postStep<T>("factors/passkey", {
      answer: await startRegistration({ optionsJSON: asked.data.options }),
    });
  } catch {
    return notUsed;
  }
}
