// Who coaches real mums has a second factor: a code app or a passkey. And who is more than one thing chooses a door.
import { Secret, TOTP } from "otpauth";
import { lastMailTo } from "./support/mail.ts";
import { codeFromMail } from "./support/physio-link.ts";
import { askForCode, signOut } from "./support/sign-in.ts";
import { passkeyIn } from "./support/passkey.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("a coach outside a demo sets up a second factor before anything else, and is asked for it", async ({
  page,
  world,
  address,
}) => {
  const email = address("vera");
  const practice = await world.practice({ name: "Vera Runs", owner: { name: "Vera Coach", email } });
  await askForCode(page, email);
  await page.getByLabel("Code from the mail").fill(await codeFromMail(email));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Protect your account" })).toBeVisible();
  await looksRight(page, "enrol");
  // Her own area does not open on the way round either.
  await page.goto("/coach/today");
  await expect(page.getByRole("heading", { name: "Protect your account" })).toBeVisible();

  await page.getByRole("button", { name: "Set up a code app" }).click();
  await expect(page.getByAltText("QR code for your code app")).toBeVisible();
  await looksRight(page, "generator");
  const secret = (await page.getByTestId("generator-key").innerText()).replaceAll(/\s/g, "");
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  // The period before this one, so that this one's code is still unused below.
  await page.getByLabel("The six digits it shows now").fill(app.generate({ timestamp: Date.now() - 30_000 }));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Keep these codes" })).toBeVisible();
  const recovery = await page
    .getByRole("list", { name: "Recovery codes" })
    .getByRole("listitem")
    .allInnerTexts();
  expect(recovery).toHaveLength(10);
  await looksRight(page, "recovery");
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(/\/coach\/today/);

  // Whoever owns the address hears of it, both times.
  expect((await lastMailTo(email)).subject).toBe("Your sign-in to Sevenstride has changed");
  await signOut(page, "Vera Coach");
  await askForCode(page, email);
  await page.getByLabel("Code from the mail").fill(await codeFromMail(email));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await looksRight(page, "prove");
  await page.getByRole("button", { name: "I lost my phone" }).click();
  await page.getByLabel("One of your recovery codes").fill(recovery[0] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/coach\/today/);
  expect((await lastMailTo(email)).subject).toBe("Your sign-in to Sevenstride has changed");
  expect(practice.owner.email).toBe(email);
});

test("a passkey: made, used to sign in, and asked for again before what counts", async ({
  as,
  world,
  address,
}) => {
  const email = address("vera");
  const practice = await world.practice({ name: "Vera Runs", owner: { name: "Vera Coach", email } });
  await practice.physio({ name: "Ruth Adeyemi", email: address("ruth") });
  const desk = await as(practice.owner.userId, "desktop");
  await passkeyIn(desk);
  await desk.goto("/account");
  await desk.getByRole("button", { name: "Add a passkey" }).click();
  await expect(desk.getByRole("heading", { name: "Keep these codes" })).toBeVisible();
  await desk.getByRole("button", { name: "I have kept them" }).click();
  await expect(desk.getByText(/^Added/)).toBeVisible();
  await looksRight(desk, "account");

  await signOut(desk, "Vera Coach");
  await desk.goto("/sign-in");
  await desk.getByRole("button", { name: "Use a passkey" }).click();
  await expect(desk).toHaveURL(/\/coach\/today/);

  // An hour later: what counts wants her finger again, and then goes on by itself.
  await world.db.query(
    `UPDATE sign_in_session SET step_up_at = now() - interval '1 hour' WHERE user_id = $1 AND revoked_at IS NULL`,
    [practice.owner.userId],
  );
  await desk.goto("/coach/practice");
  await desk.getByRole("button", { name: /Look her up|Look again/ }).click();
  await desk.getByLabel("Registration number").fill("70-01234");
  await desk.getByLabel("Yes").check();
  await desk.getByLabel("What you saw").fill("Listed, general scope, no conditions");
  await desk.getByRole("button", { name: "Keep this check" }).click();
  await expect(desk.getByRole("heading", { name: "Please confirm that it is you" })).toBeVisible();
  await looksRight(desk, "step-up");
  await desk.getByRole("button", { name: "Use my passkey" }).click();
  await expect(desk.getByText("Please confirm that it is you")).toBeHidden();
  await expect(desk.getByText(/Looked up on|Checked until/).first()).toBeVisible();
});

test("somebody who coaches and is a mum herself chooses where she goes", async ({
  place,
  world,
  address,
  as,
}) => {
  const coach = await place.practice.coach("Nina Both", address("nina"));
  const other = await place.practice.mum({ name: "Nina Both", email: address("nina2"), joinedDaysAgo: 3 });
  await place.practice.ground.db.query(`UPDATE client SET user_id = $1 WHERE id = $2`, [
    coach.userId,
    other.id,
  ]);
  // Physio in two practices besides: one door to all her clients.
  for (const name of ["Hill Runners", "Bay Runners"]) {
    const there = await world.practice({ name, owner: { name: "Olive", email: address(name.slice(0, 3)) } });
    const { id } = await there.physio({ name: "Nina Both", email: address("nina3") });
    await world.db.query(`UPDATE physio SET user_id = $1 WHERE id = $2`, [coach.userId, id]);
  }
  const desk = await as(coach.userId, "desktop");
  await desk.goto("/doors");
  await expect(desk.getByRole("main").getByRole("link")).toHaveCount(3);
  await desk.getByRole("link", { name: "Your clients, as their physio" }).click();
  await expect(desk.getByRole("heading", { name: "Requests to you" })).toBeVisible();
  await desk.goto("/doors");
  await looksRight(desk, "doors");
  await desk.getByRole("link", { name: "My own way back, with Harbour Runners" }).click();
  await expect(desk).toHaveURL(/\/me/);
});
