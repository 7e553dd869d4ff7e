// The physio's way in: the link out of her mail, and the code that proves her address.
import { gzipSync } from "node:zlib";
import { expect, type Page, type Response } from "@playwright/test";
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

/** Bytes of script, gzipped, that an address sends to this browser. */
export async function scriptOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: Response) => {
    if (response.request().resourceType() === "script")
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on("response", count);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("response", count);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Opens a request by its link and the code. */
export async function openRequest(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: /Send a code to/ }).click();
  await page.getByLabel("The code from the mail").fill(await codeFromMail(email));
  await page.getByRole("button", { name: "Open the request" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /Assessment of|Re-check of|A symptom of/,
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
