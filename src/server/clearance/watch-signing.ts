import { databases } from "../db/pools.ts";
import { forgeryOf, noteForgery } from "../db/forgery.ts";
import { tokenHash } from "../db/with-actor.ts";
import type { Context } from "../trpc/context.ts";
import { type AnyRefusal, asTrpcError, Refused } from "../trpc/errors.ts";
import type { Watch } from "../trpc/procedures.ts";

/** Refusals the form never runs into by itself: it asks before it sends. Whoever meets one has built her own payload. */
const FORGED = new Set<AnyRefusal["code"]>([
  "signer_coaches_here",
  "registration_in_use",
  "not_the_signer",
  "dated_in_future",
  "title_not_protected",
  "certificate_ended",
  "documents_foreign",
  "same_browser",
  "passkey_wrong",
  "not_your_request",
]);
const FORGED_DAYS = new Set<AnyRefusal["code"]>(["day_in_future", "too_long_ago", "day_before_birth"]);

function reasonOf(error: unknown): string | null {
  const { code, cause } = asTrpcError(error);
  // No such request for her, or nobody is signed in as the physio: somebody else's payload, or an ended link.
  if (code === "NOT_FOUND" || code === "UNAUTHORIZED") return code;
  if (!(cause instanceof Refused)) return null;
  const { refusal } = cause;
  const isForged =
    FORGED.has(refusal.code) ||
    (FORGED_DAYS.has(refusal.code) && "field" in refusal && refusal.field === "assessedOn");
  return isForged ? refusal.code : null;
}

const tokensOf = ({ linkToken, sessionToken }: Context) => ({
  visit: linkToken ? tokenHash(linkToken) : null,
  session: sessionToken ? tokenHash(sessionToken) : null,
});

/** The browser that coaches does not sign, whichever came first, and not after a sign-out in between. */
async function refuseSameBrowser(context: Context, requestId: string): Promise<void> {
  const { visit, session } = tokensOf(context);
  const [row] = await databases().auth.$queryRaw<{ yes: boolean }[]>`
    SELECT app.coaches_in_this_browser(${session}, ${visit}, ${requestId}::uuid) AS yes`;
  if (row?.yes ?? true) throw new Refused({ code: "same_browser" });
}

/** Around every signature: whatever is refused as forged leaves one event, and the owner and the mum hear of it. */
export const watchSigning: Watch = async (context, input, call) => {
  const { requestId } = input as { readonly requestId: string };
  try {
    await refuseSameBrowser(context, requestId);
    return await call();
  } catch (error) {
    const reason = reasonOf(error);
    // What Postgres itself refused has been told where it was refused.
    if (reason && !forgeryOf(error)) {
      await noteForgery(tokensOf(context), { requestId, clientId: null }, reason);
    }
    throw error;
  }
};
