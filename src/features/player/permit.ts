import { type Permit, permitSchema } from "@/domain/plans/permit.ts";
import type { Day } from "@/domain/shared/day.ts";
import { mayShut, type WaitingCall } from "@/trpc/waiting-list.ts";
import type { SessionToDo } from "./shapes.ts";

type SignedPermit = NonNullable<SessionToDo["permit"]>;

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** What was signed; null for anything else, and where the browser cannot check: then nobody runs without asking. */
async function opened({ text, signature, publicKey }: SignedPermit): Promise<Permit | null> {
  try {
    const key = await crypto.subtle.importKey("raw", bytesOf(publicKey), "Ed25519", false, ["verify"]);
    const body = new TextEncoder().encode(text);
    if (!(await crypto.subtle.verify("Ed25519", key, bytesOf(signature), body))) return null;
    return permitSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * May a run begin while the server cannot be asked? Only under a permit it signed for her, this plan and this day, and
 * with nothing on this phone that it has not heard and might answer with a no.
 */
export async function mayRunUnasked(
  signed: SignedPermit | null,
  asked: { readonly owner: string; readonly planId: string; readonly level: number; readonly day: Day },
  waiting: readonly WaitingCall[],
): Promise<boolean> {
  if (!signed || waiting.some(mayShut)) return false;
  const permit = await opened(signed);
  return (
    permit !== null &&
    permit.clientId === asked.owner &&
    permit.planId === asked.planId &&
    permit.level >= asked.level &&
    permit.from <= asked.day &&
    asked.day <= permit.until
  );
}
