// The steps of signing in and out that several specs take.
import { expect, type Page } from "@playwright/test";

/** Asks for a code by mail; the box for it is there afterwards. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Code from the mail")).toBeVisible();
}

/** Ends the session by the menu under her name. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
}
