// The link in the mail and what a scanner cannot do with it, a password for those who want one, and the demo's doors.
import { lastMailTo } from "./support/mail.ts";
import { askForCode } from "./support/sign-in.ts";
import { expect, looksRight, test } from "./support/test.ts";

const linkIn = (text: string, path: string) => {
  const found = new RegExp(`https?://\\S+${path}#\\S+`).exec(text)?.[0];
  if (!found) throw new Error(`no link to ${path} in:\n${text}`);
  return found;
};

test("a mail scanner that opens the link, with or without a browser, uses nothing up and gets nothing", async ({
  page,
  browser,
  place,
  address,
}) => {
  const email = address("mia");
  await place.practice.mum({ name: "Mia Moana", email, joinedDaysAgo: 3 });
  await askForCode(page, email);
  const { text } = await lastMailTo(email);
  const link = linkIn(text, "/sign-in");

  const scanner = await browser.newContext();
  for (let n = 0; n < 5; n += 1) {
    const answer = await scanner.request.get(link);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
  const eye = await scanner.newPage();
  await eye.goto(link);
  await expect(eye.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  expect(await scanner.cookies()).toEqual([]);
  // One that presses every button is in the wrong browser: it learns nothing, and the code still works.
  await eye.getByRole("button", { name: "Sign in" }).click();
  await expect(eye.getByText("in the browser where you asked for it")).toBeVisible();
  await looksRight(eye, "link-elsewhere");
  await scanner.close();

  await page.goto(link);
  await looksRight(page, "link");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Hello Mia" })).toBeVisible();
});

test("a code or password never gets into an address, not even before the page can react", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  const before = page.url();
  await page.getByLabel("Your e-mail address").fill("mia@example.org");
  await page.getByLabel("Your e-mail address").press("Enter");
  await expect(page.getByLabel("Your e-mail address")).toHaveValue("mia@example.org");
  expect(page.url()).toBe(before);
  await context.close();
});

test("somebody without an account hears of it by mail, not on the page", async ({ page, address }) => {
  const email = address("nobody");
  await askForCode(page, email);
  await expect(page.getByText(`If ${email} is known to us`)).toBeVisible();
  const { subject, text } = await lastMailTo(email);
  expect(subject).toBe("Signing in to Sevenstride");
  expect(text).toContain("there is no account for it");
  expect(text).not.toMatch(/^ {4}[A-Z2-9]{4} [A-Z2-9]{4}$/m);
});

test("a password for those who want one: too easy ones are refused with the reason", async ({
  as,
  place,
  page,
  address,
}) => {
  const email = address("mia");
  const mum = await place.practice.mum({ name: "Mia Moana", email, joinedDaysAgo: 3 });
  const phone = await as(mum.userId ?? "", "phone");
  await phone.goto("/account");
  const field = phone.getByLabel("New password");
  await field.fill("mia moana running");
  await phone.getByRole("button", { name: "Set a password" }).click();
  await expect(phone.getByText("too easy to guess")).toBeVisible();
  await looksRight(phone, "account-mum");
  await field.fill("four calm otters asleep");
  await phone.getByRole("button", { name: "Set a password" }).click();
  await expect(phone.getByText("Saved. You were signed out everywhere else.")).toBeVisible();

  await page.goto("/sign-in?next=/me");
  await page.getByRole("button", { name: "Use a password" }).click();
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("four calm otters asleep");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Hello Mia" })).toBeVisible();

  await test.step("and she ends that session from the other device", async () => {
    await phone.reload();
    await phone.getByRole("button", { name: /^Sign out on/ }).click();
    await expect(phone.getByRole("button", { name: /^Sign out on/ })).toHaveCount(0);
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("one click in the demo: coach, mum and physio", async ({ page }) => {
  for (const [button, url] of [
    ["As the coach", /\/coach\/today/],
    ["As a mum", /\/me/],
    ["As the physio", /\/physio/],
  ] as const) {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(url);
    await expect(page.getByText("nobody here is real", { exact: false }).first()).toBeVisible();
  }
});

test("an address that wants to lead away does not", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example");
  await page.getByRole("button", { name: "As a mum" }).click();
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/me/);
});
