import { TRPCError } from "@trpc/server";
import type { Refusal } from "../../domain/journey/decision.ts";
import type { ChoiceProblem } from "../../domain/journey/practice-rules.ts";
import { databaseRefusal, isUnavailable, type DatabaseRefusal } from "../db/errors.ts";

/** What is asked of a signer and her files beyond the client's facts. */
export type SigningRefusal =
  | "title_not_protected"
  | "certificate_ended"
  | "documents_changed"
  | "documents_foreign"
  | "seen_changed"
  | "same_browser"
  | "physio_is_member"
  | "physio_is_client"
  | "passkey_wrong"
  | "member_is_physio"
  | "link_not_sendable"
  | "reminded_today"
  | "asked_enough";

/** Why an address cannot be invited. Nobody is to be her own coach or sign for herself. */
export type InvitationRefusal =
  | {
      readonly code: "client_known";
      readonly clientId: string;
      readonly name: string;
      readonly state: "joined" | "invited" | "archived";
    }
  | { readonly code: "email_of_member" | "email_of_physio" | "already_joined" };

/** Why a thrown-away draft of a protocol does not come back, or a published one cannot be thrown away. */
export type DraftRefusal = "draft_published" | "draft_of_protocol_open";

/** A no with its data, from the domain or from Postgres. The UI turns the code into a sentence (words: refusals). */
export type AnyRefusal =
  | Refusal
  /** `by`: the member whose change came in between, where it is not the person herself. */
  | { readonly code: "stale"; readonly by: string | null }
  | { readonly code: SigningRefusal }
  | { readonly code: DraftRefusal }
  | InvitationRefusal
  | ChoiceProblem
  | { readonly code: DatabaseRefusal };

/** Thrown inside a procedure so that its transaction rolls back and the person learns why. */
export class Refused extends Error {
  override name = "Refused";
  readonly refusal: AnyRefusal;
  constructor(refusal: AnyRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Deny means NOT_FOUND: the answer for a foreign id is byte for byte that for one that does not exist. */
export function notFound(): TRPCError {
  return new TRPCError({ code: "NOT_FOUND", message: "not_found" });
}

/** Any error of a procedure as what may leave the server. Unknown ones become a neutral 500. */
export function asTrpcError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof Refused) {
    return new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: error.refusal.code, cause: error });
  }
  const refusal = databaseRefusal(error);
  if (refusal === "not_signed_in") return new TRPCError({ code: "UNAUTHORIZED", message: "not_signed_in" });
  // Row-level security said no, or a composite key did: to the caller the row does not exist.
  if (refusal === "not_allowed" || refusal === "points_nowhere") return notFound();
  if (refusal) return asTrpcError(new Refused({ code: refusal }));
  if (isUnavailable(error))
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "unavailable", cause: error });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "internal", cause: error });
}
