// The way in and out by mail, on either size of screen, and what stands where nothing is.
import { randomUUID } from "node:crypto";
import { codeFromMail } from "./support/physio-link.ts";
import { baseUrl } from "./support/server.ts";
import { signOut } from "./support/sign-in.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("a mum signs in by the code from her mail, and out again", async ({ page, place, address }, info) => {
  const email = address("mia");
  await place.practice.mum({ name: "Mia Moana", email, joinedDaysAgo: 3 });

  await page.goto("/");
  await looksRight(page, `landing-${info.project.name}`);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await looksRight(page, `sign-in-${info.project.name}`);

  await page.getByLabel("Your e-mail address").fill("not an address");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByText("Please write one e-mail address")).toBeVisible();
  await expect(page.getByLabel("Your e-mail address")).toHaveValue("not an address");

  await page.getByLabel("Your e-mail address").fill(` ${email.toUpperCase()} `);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const code = await codeFromMail(email);
  await page.getByLabel("Code from the mail").fill("AAAA2222");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("That does not fit")).toBeVisible();
  await looksRight(page, `code-${info.project.name}`);
  await page.getByLabel("Code from the mail").fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole("button", { name: "Go on" }).click();
  // Where a navigation still goes on, the next one would be taken for its failure.
  await expect(page.getByRole("heading", { name: "Hello Mia" })).toBeVisible();
  await signOut(page, "Mia Moana");
  await looksRight(page, `signed-out-${info.project.name}`);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("whatever address or host a request names, nobody is sent to another site", async ({ page }) => {
  const evil = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", origin: baseUrl() };
  for (const to of ["//evil.example", "https://evil.example", "javascript:alert(1)", "\\\\evil.example"]) {
    const next = encodeURIComponent(to);
    const door = `/doors/enter?area=client&practice=${randomUUID()}&next=${next}&callbackUrl=${next}`;
    const entered = await page.request.get(door, { headers: evil, maxRedirects: 0 });
    expect([entered.status(), entered.headers()["location"]]).toEqual([303, `${baseUrl()}/me`]);
    const { csrfToken } = await (await page.request.get("/api/auth/csrf", { headers: evil })).json();
    const out = await page.request.post(`/api/auth/signout?callbackUrl=${next}`, {
      headers: evil,
      form: { csrfToken, callbackUrl: to, json: "true" },
      maxRedirects: 0,
    });
    const said = `${out.status()} ${out.headers()["location"] ?? ""} ${await out.text()}`;
    expect(said).toContain(`${baseUrl()}/signed-out`);
    expect(said).not.toContain("evil");
    await page.goto(`/sign-in?callbackUrl=${next}&next=${next}`);
    expect(new URL(page.url()).origin).toBe(baseUrl());
    expect(await page.locator('a[href*="evil"], form[action*="evil"]').count()).toBe(0);
  }
});

test("what is not there says so calmly", async ({ page }, info) => {
  const answer = await page.goto(`/nothing/${randomUUID()}`);
  expect(answer?.status()).toBe(404);
  await looksRight(page, `not-found-${info.project.name}`);
});
