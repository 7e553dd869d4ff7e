import { words } from "../../words/server.ts";

/** A mail in our own few parts; how they look is decided here, once. */
export type Letter = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Shown large, in two groups that the eye can carry over. */
  readonly code?: string;
  readonly afterCode?: string;
  readonly button?: { readonly label: string; readonly href: string };
  readonly footer: string;
  /** A mail somebody may stop: the words for it, a page with one button, and the address her mail program posts to. */
  readonly stop?: { readonly label: string; readonly page: string; readonly post: string };
};

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const grouped = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/** The letter as plain text: what must be enough. */
export function asText({ greeting, paragraphs, code, afterCode, button, footer, stop }: Letter): string {
  const t = words("mail");
  return [
    greeting,
    ...paragraphs,
    code && `    ${grouped(code)}`,
    afterCode,
    button && `${button.label}:\n${button.href}`,
    t("regards"),
    `--\n${footer}`,
    stop && `${stop.label}:\n${stop.page}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

const P = 'style="margin:0 0 16px;line-height:1.55"';
const CODE =
  'style="margin:8px 0 24px;padding:16px 20px;background:#ede7d9;border-radius:12px;font:600 28px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.18em;color:#1c2925"';
const BUTTON =
  'style="display:inline-block;padding:14px 24px;border-radius:12px;background:#1b5449;color:#fffdf8;font-weight:600;text-decoration:none"';
const SMALL = 'style="margin:0 0 8px;font-size:13px;line-height:1.5;color:#55605a"';

/** The same with a little more air. No picture, no counter, nothing fetched: opening it tells nobody anything. */
export function asHtml(letter: Letter): string {
  const { subject, greeting, paragraphs, code, afterCode, button, footer, stop } = letter;
  const t = words("mail");
  const body = [
    `<p ${P}>${escape(greeting)}</p>`,
    ...paragraphs.map((text) => `<p ${P}>${escape(text)}</p>`),
    code && `<p ${CODE}>${escape(grouped(code))}</p>`,
    afterCode && `<p ${P}>${escape(afterCode)}</p>`,
    button &&
      `<p style="margin:8px 0 20px"><a href="${escape(button.href)}" ${BUTTON}>${escape(button.label)}</a></p>`,
    button && `<p ${SMALL}>${escape(t("orCopy"))}<br>${escape(button.href)}</p>`,
    `<p style="margin:24px 0 16px;line-height:1.55">${escape(t("regards"))}</p>`,
    `<p ${SMALL}>${escape(footer)}</p>`,
    stop && `<p ${SMALL}><a href="${escape(stop.page)}">${escape(stop.label)}</a></p>`,
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f7f3ea;color:#1c2925;font:16px/1.55 system-ui,-apple-system,Segoe UI,Roboto,sans-serif"><div style="max-width:34em;margin:0 auto;padding:32px 24px">
${body.filter(Boolean).join("\n")}
</div></body></html>
`;
}
