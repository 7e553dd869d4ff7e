import { acceptTicket, askTicketCode, openTicket } from "./step-join.ts";
import {
  askLinkCode,
  askLinkStepUp,
  keepList,
  openLink,
  verifyLinkCode,
  verifyLinkStepUp,
} from "./step-link.ts";
import {
  addGenerator,
  askPasskey,
  askPasskeyProof,
  confirmGenerator,
  confirmPasskey,
  endOtherSessions,
  proveGenerator,
  provePasskey,
  proveRecovery,
  removeFactor,
  renewRecoveryCodes,
  setPassword,
  signInWithPasskey,
  startPasskey,
} from "./step-factors.ts";
import {
  askCode,
  askSignUp,
  renew,
  signInAsDemo,
  signInWithPassword,
  signOut,
  verifyCode,
  verifySignUp,
} from "./step-sign-in.ts";
import type { Step } from "../visit.ts";

/** Every address under /api/sign-in. All are POST: a GET, a scanner's or anybody's, changes nothing. */
export const STEPS = {
  code: askCode,
  verify: verifyCode,
  "sign-up": askSignUp,
  "sign-up/verify": verifySignUp,
  password: signInWithPassword,
  demo: signInAsDemo,
  renew,
  "sign-out": signOut,
  passkey: signInWithPasskey,
  "passkey/options": askPasskey,
  join: openTicket,
  "join/code": askTicketCode,
  "join/accept": acceptTicket,
  "link/open": openLink,
  "link/code": askLinkCode,
  "link/verify": verifyLinkCode,
  "link/keep-list": keepList,
  "link/step-up/code": askLinkStepUp,
  "link/step-up": verifyLinkStepUp,
  "prove/generator": proveGenerator,
  "prove/recovery": proveRecovery,
  "prove/passkey": provePasskey,
  "prove/passkey/options": askPasskeyProof,
  "factors/generator": addGenerator,
  "factors/generator/confirm": confirmGenerator,
  "factors/passkey": confirmPasskey,
  "factors/passkey/options": startPasskey,
  "factors/recovery-codes": renewRecoveryCodes,
  "factors/remove": removeFactor,
  "factors/password": setPassword,
  "sessions/end-others": endOtherSessions,
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
