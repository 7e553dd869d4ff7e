import nodemailer, { type Transporter } from "nodemailer";
import { env } from "../../env.ts";
import { databases } from "../db/pools.ts";
import type { Addressed } from "./compose.ts";
import { asHtml, asText } from "./letter.ts";

/** Sends one mail, or throws. The id is the outbox row's: a mail that leaves twice is known as the same. */
export type Post = (id: string, mail: Addressed) => Promise<void>;

let transport: { url: string; transporter: Transporter } | undefined;

function transporterFor(url: string): Transporter {
  if (transport?.url !== url) {
    const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    transport = {
      url,
      transporter: nodemailer.createTransport({
        url,
        ...limits,
        disableFileAccess: true,
        disableUrlAccess: true,
      }),
    };
  }
  return transport.transporter;
}

/** RFC 8058: the button of her own mail program stops it, with one POST and without a sign-in. */
const stopHeaders = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

const bySmtp =
  (url: string): Post =>
  async (id, { to, letter }) => {
    await transporterFor(url).sendMail({
      from: env().MAIL_FROM,
      to,
      subject: letter.subject,
      text: asText(letter),
      html: asHtml(letter),
      messageId: `<${id}@${new URL(env().APP_URL).hostname}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(letter.stop && stopHeaders(letter.stop.post)),
      },
    });
  };

const intoDemoMailbox: Post = async (id, { to, letter }) => {
  await databases().auth.$executeRaw`
    INSERT INTO demo_mail (id, "to", subject, text) VALUES (${id}::uuid, ${to.address}, ${letter.subject}, ${asText(letter)}) ON CONFLICT (id) DO NOTHING`;
};

/** By SMTP where a server is named; in a demo without one into its mailbox; else nothing leaves, and waits. */
export function post(): Post {
  const { SMTP_URL, DEMO } = env();
  if (SMTP_URL) return bySmtp(SMTP_URL);
  if (DEMO) return intoDemoMailbox;
  return () => Promise.reject(new Error("no mail server: set SMTP_URL"));
}

export type DemoMail = {
  readonly id: string;
  readonly sentAt: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** The demo's mail, newest first. */
export function demoMail(count: number): Promise<DemoMail[]> {
  return databases().auth.$queryRaw<DemoMail[]>`
    SELECT id, sent_at AS "sentAt", "to", subject, text FROM demo_mail ORDER BY sent_at DESC, id LIMIT ${count}`;
}
