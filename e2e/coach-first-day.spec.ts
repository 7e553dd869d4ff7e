// Chapter 1: a coach signs up, opens her practice, sees an empty Today that tells her what to do, and invites a mum.
import { lastMailTo } from "./support/mail.ts";
import { codeFromMail } from "./support/physio-link.ts";
import { expect, looksRight, test } from "./support/test.ts";

/** The way in that a mail brings. */
const joinLinkIn = (text: string) => /https?:\/\/\S+\/join#\S+/.exec(text)?.[0] ?? "no link to join";

test("a coach signs up, opens her practice and invites her first mum", async ({
  page,
  address,
  as,
  world,
}) => {
  const email = address("cora");
  const mumEmail = address("mere");

  await test.step("she signs up with her name and a code from her mail", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Sign up as a coach" }).click();
    await looksRight(page, "sign-up");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByText("Please fill this in.")).toBeVisible();
    await page.getByLabel("Your name").fill("Cora Coach");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("Code from the mail").fill(await codeFromMail(email));
    await page.getByRole("button", { name: "Go on" }).click();
  });

  await test.step("her practice has a name, and her own time zone", async () => {
    await expect(page.getByRole("heading", { name: "Your practice" })).toBeVisible();
    await expect(page.getByLabel("Time zone")).toHaveValue("Pacific/Auckland");
    await looksRight(page, "found-practice");
    await page.getByRole("button", { name: "Open my practice" }).click();
    await expect(page.getByText("Please fill this in.")).toBeVisible();
    await page.getByLabel("Name of the practice").fill("Quiet Miles");
    await page.getByRole("button", { name: "Open my practice" }).click();
    await expect(page).toHaveURL(/\/coach\/today$/);
  });

  await test.step("Today is empty and says what to do, and what happens then", async () => {
    await expect(page.getByText("Quiet Miles").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Invite your first mum" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What happens then" })).toBeVisible();
    await looksRight(page, "today-empty");
  });

  await test.step("the invitation is refused where it is wrong, and pressed twice it is one", async () => {
    await page.getByRole("button", { name: "Invite a mum" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite a mum" });
    await dialog.getByLabel("Her e-mail address").fill("mere at example");
    await dialog.getByRole("button", { name: "Send the invitation" }).click();
    await expect(dialog.getByText("Please write her name.")).toBeVisible();
    await expect(dialog.getByText("This is not a complete e-mail address.")).toBeVisible();
    await expect(dialog.getByLabel("Her e-mail address")).toHaveValue("mere at example");
    await dialog.getByLabel("Her name").fill("Mere Tamati");
    await dialog.getByLabel("Her e-mail address").fill(mumEmail);
    await expect(dialog.getByText("Please write her name.")).toBeHidden();
    await expect(dialog.getByText("This is not a complete e-mail address.")).toBeHidden();
    await looksRight(page, "invite");
    await dialog.getByRole("button", { name: "Send the invitation" }).dblclick();
    await expect(dialog.getByText("Mere Tamati has mail.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("heading", { name: "Your invitation is on its way" })).toBeVisible();
    // The button she pressed has moved; her keyboard must not start again from the top of the browser.
    await expect(page.getByRole("main")).toBeFocused();
    const { rows } = await world.db.query(
      "SELECT (SELECT count(*)::int FROM client WHERE email = $1) AS mums, (SELECT count(*)::int FROM invitation WHERE email = $1) AS tickets",
      [mumEmail],
    );
    expect(rows).toEqual([{ mums: 1, tickets: 1 }]);
  });

  const { text, subject } = await lastMailTo(mumEmail);
  await test.step("her mail says from whom it is, and outside the envelope no more than that", async () => {
    expect(subject).toBe("An invitation from Cora Coach");
    expect(text).toContain("Quiet Miles");
  });

  await test.step("the mum opens it on her phone and joins; a second time it is used", async () => {
    const phone = await as(null, "phone");
    await phone.goto(joinLinkIn(text));
    await expect(phone.getByRole("heading", { name: "Hello Mere" })).toBeVisible();
    await expect(phone.getByText("Cora Coach at Quiet Miles")).toBeVisible();
    await looksRight(phone, "join");
    await phone.reload();
    await phone.getByRole("button", { name: "Accept and send me the code" }).click();
    await phone.getByLabel("Code from the mail").fill(await codeFromMail(mumEmail));
    await phone.getByRole("button", { name: "Go on" }).click();
    await expect(phone).toHaveURL(/\/me\/welcome$/);

    const late = await as(null, "phone");
    await late.goto(joinLinkIn(text));
    await expect(late.getByRole("heading", { name: "This invitation is no longer open" })).toBeVisible();
    await looksRight(late, "join-over");
    await late.goto("/join");
    await expect(late.getByRole("heading", { name: "Part of the address is missing" })).toBeVisible();
  });
});

test("a colleague joins the practice by her mail", async ({ as, place, address }) => {
  const email = address("anna");
  const owner = await as(place.coach.userId, "desktop");
  await owner.goto("/coach/practice");
  await owner.getByRole("button", { name: "Invite a coach" }).click();
  await owner.getByLabel("Name", { exact: true }).fill("Anna Sefo");
  await owner.getByLabel("E-mail", { exact: true }).fill(email);
  await owner.getByRole("button", { name: "Send the invitation" }).click();
  const { text } = await lastMailTo(email);
  const colleague = await as(null, "desktop");
  await colleague.goto(joinLinkIn(text));
  await colleague.getByRole("button", { name: "Accept and send me the code" }).click();
  await colleague.getByLabel("Code from the mail").fill(await codeFromMail(email));
  await colleague.getByRole("button", { name: "Go on" }).click();
  await expect(colleague).toHaveURL(/\/coach\/today/);
});
