// The physio's way in: the link out of her mail, and the code that proves her address.
import { gzipSync } from "node:zlib";
import { expect, type Page, type Response } from "@playwright/test";
import { parse } from "acorn";
import { lastMailTo } from "./mail.ts";

/** The address in the newest mail that leads to a request. */
export async function linkFromMail(email: string): Promise<string> {
  const { text } = await lastMailTo(email);
  const found = /https?:\/\/\S+\/physio\/open#[\w-]+/.exec(text)?.[0];
  if (!found) throw new Error(`no link in the mail to ${email}:\n${text}`);
  return found;
}

/** The code in the newest mail. */
export async function codeFromMail(email: string): Promise<string> {
  const { text } = await lastMailTo(email);
  const found = /\b([A-Z0-9]{4})[ -]?([A-Z0-9]{4})\b/.exec(text);
  if (!found) throw new Error(`no code in the mail to ${email}:\n${text}`);
  return `${found[1]}${found[2]}`;
}

/** Counts what scripts are sent to this browser, until it is asked for them. */
export function scriptsTo(page: Page): () => Promise<Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  const keep = (response: Response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  };
  page.on("response", keep);
  return () => {
    page.off("response", keep);
    return Promise.all(bodies);
  };
}

/** Their bytes as they travel. */
export const zipped = (scripts: readonly Buffer[]) =>
  scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);

/** The language of the oldest browser in package.json: a sign newer than that, and the whole file does nothing there. */
const OLDEST = 2022;
/** What that browser's own library lacks, and no chunk may rest on. */
const TOO_NEW =
  /\b(?:Object\.groupBy|Map\.groupBy|Array\.fromAsync|Promise\.(?:withResolvers|try)|RegExp\.escape|URL\.(?:canParse|parse)|AbortSignal\.any|Iterator\.from)\(/g;

/** Why these scripts would not run in the oldest browser: what its parser trips over, and what it has no name for. */
export function tooNewIn(scripts: readonly Buffer[]): string[] {
  return scripts.flatMap((script) => {
    const text = script.toString();
    const found = [...text.matchAll(TOO_NEW)]
      .map(({ index }) => text.slice(Math.max(0, index - 60), index + 60))
      // Asked for before it is used.
      .filter((around) => !around.includes("typeof"));
    try {
      parse(text, { ecmaVersion: OLDEST, sourceType: "script", allowHashBang: false });
    } catch (error) {
      found.push(String(error));
    }
    return found;
  });
}

/** Opens a request by its link and the code. */
export async function openRequest(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: /Send a code to/ }).click();
  await page.getByLabel("The code from the mail").fill(await codeFromMail(email));
  await page.getByRole("button", { name: "Open the request" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /Assessment of|Re-check of|A symptom to look at/,
  );
}

/** Writes a date into the three boxes of a question. */
export async function fillDate(page: Page, question: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  const group = page.getByRole("group", { name: question });
  await group.getByLabel("Day").fill(String(Number(date)));
  await group.getByLabel("Month").fill(String(Number(month)));
  await group.getByLabel("Year").fill(year);
}
