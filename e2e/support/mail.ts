// A mail server that delivers nothing: it writes down what was sent, for the tests to read.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Mail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
}

/** Where the mails of this run lie, one a line. */
const file = () => {
  const found = process.env["E2E_MAIL_FILE"];
  if (!found) throw new Error("E2E_MAIL_FILE is not set: the run's global set-up starts the mail server.");
  return found;
};

/** Starts the server on a free port of this machine. Answers with its address and how to stop it. */
export async function startMailServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  writeFileSync(file(), "");
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        const to = [mail.to ?? []].flat().flatMap((list) => list.value.map(({ address }) => address ?? ""));
        const { subject = "", text = "", html } = mail;
        const kept: Mail = { to, from: mail.from?.text ?? "", subject, text, html: html || "" };
        appendFileSync(file(), `${JSON.stringify(kept)}\n`);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Every mail to an address so far, oldest first. */
export function mailsTo(address: string): Mail[] {
  if (!existsSync(file())) return [];
  const mails = readFileSync(file(), "utf8").split("\n").filter(Boolean);
  return mails
    .map((line) => JSON.parse(line) as Mail)
    .filter(({ to }) => to.some((one) => one.toLowerCase() === address.toLowerCase()));
}

const read = new Map<string, number>();

/**
 * The newest mail to an address that this test has not been given yet. Waits for it; fails when none comes. A second
 * call therefore waits for a second mail.
 */
export async function lastMailTo(address: string): Promise<Mail> {
  const known = read.get(address.toLowerCase()) ?? 0;
  await expect
    .poll(() => mailsTo(address).length, { message: `a new mail to ${address}`, timeout: 15_000 })
    .toBeGreaterThan(known);
  const mails = mailsTo(address);
  read.set(address.toLowerCase(), mails.length);
  const newest = mails.at(-1);
  if (!newest) throw new Error(`no mail to ${address}`);
  return newest;
}
