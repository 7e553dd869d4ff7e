import { z } from "zod";

const MAX = 254;
// What mail programs read as more than one address, as a name beside it, or as the end of a header.
const FORBIDDEN = /[\s"'`,;:<>()[\]\\\p{Cc}\p{Cf}]/u;
const LOCAL = /^[^.@](?:[^@]{0,62}[^.@])?$/u;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/**
 * One spelling for one mailbox: NFKC first (a full-width @ is an @), then exactly one @, nothing a mail program could
 * read as a second address, lower case. Null for anything else. CVE-2026-73420 and GHSA-5jpx-9hw9-2fx4 are what comes of
 * normalising after the check.
 */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (email.length > MAX || FORBIDDEN.test(email)) return null;
  const [local, host, ...more] = email.split("@");
  if (!local || !host || more.length > 0) return null;
  if (!LOCAL.test(local) || local.includes("..") || !HOST.test(host)) return null;
  const ascii = asciiHost(host);
  return ascii && `${local}@${ascii}`;
}

/** `bücher.de` is `xn--bcher-kva.de`: one domain, one spelling (UTS 46, as a browser reads an address). */
function asciiHost(host: string): string | null {
  // Not `URL.canParse`: the oldest browser that is to work has none, and every form with an address comes by here.
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/** An address in a form or a procedure; what comes out is normalised. The issue's message is the code `email`. */
export const emailSchema = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const email = normaliseEmail(text);
    if (email !== null) return email;
    context.addIssue({ code: "custom", message: "email" });
    return z.NEVER;
  });

/** `m•••@e•••.org`: enough to know one's own address, too little to learn another's. */
export function maskEmail(email: string): string {
  const [local = "", host = ""] = email.split("@");
  const dot = host.lastIndexOf(".");
  return `${local.slice(0, 1)}•••@${host.slice(0, 1)}•••${dot > 0 ? host.slice(dot) : ""}`;
}
