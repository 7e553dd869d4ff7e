/** Providers that deliver a name with and without dots to one person. */
const DOTS_DO_NOT_COUNT = new Set(["gmail.com", "googlemail.com"]);

/**
 * One form for all the ways to write to one mailbox: "Ana.Bee+physio@Gmail.com" reaches anabee@gmail.com. For comparing
 * people only; mail is always sent to the address as it was given.
 */
export function mailboxOf(email: string): string {
  const text = email.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1).replace(/^googlemail\.com$/, "gmail.com");
  const name = text.slice(0, at).replace(/\+.*$/, "");
  return `${DOTS_DO_NOT_COUNT.has(domain) ? name.replaceAll(".", "") : name}@${domain}`;
}

/** True when both addresses reach one person. */
export function isSameMailbox(a: string, b: string): boolean {
  return mailboxOf(a) === mailboxOf(b);
}
