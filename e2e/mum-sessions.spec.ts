// Chapter 4: restoration and walking are hers to do; she logs them, and the walking meter moves.
import { assigns, asksPhysio, assessed, consents, intake, signs } from "../prisma/seed/stories.ts";
import { WEEKDAYS } from "../src/domain/shared/day.ts";
import { lastMailTo } from "./support/mail.ts";
import { codeFromMail } from "./support/physio-link.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("she does a restoration session one exercise at a time, walks, and sees the week fill", async ({
  place,
  address,
  as,
}) => {
  const { practice, physio } = place;
  const mum = await practice.mum({ name: "Aroha Ngata", email: address("aroha"), joinedDaysAgo: 20 });
  consents(mum);
  intake(mum, { daysAgo: 60, mode: "caesarean" }, { daysPerWeek: 3, minutesPerRun: 30 });
  const request = asksPhysio(mum, physio, 10);
  signs(mum, physio, assessed(mum, physio, request, 5), { decision: "not_yet" });
  const restoration = assigns(mum, "restoration", 0, WEEKDAYS);
  const walking = assigns(mum, "walking", 0, WEEKDAYS);
  await mum.save();
  const page = await as(mum.userId, "phone");
  const wrong = page.getByRole("button", { name: "Something feels wrong" });

  await test.step("today is one thing and one big button", async () => {
    await page.goto("/me");
    await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
    await looksRight(page, "mum-today-do");
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(restoration));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Restoration");
    await expect(wrong).toBeInViewport();
    await looksRight(page, "mum-session-ready");
  });

  await test.step("two taps, then it starts", async () => {
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(wrong).toBeInViewport();
    await page.getByRole("button", { name: "Go" }).click();
    await expect(page.getByText("Pick one, so that we know.").first()).toBeVisible();
    await page.getByRole("radio", { name: "Fine" }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await looksRight(page, "mum-session-before");
    await page.getByRole("button", { name: "Go" }).click();
  });

  await test.step("one set at a time; a reload carries on", async () => {
    const on = page.getByRole("button", { name: "Done, next" });
    await expect(on).toBeVisible();
    await expect(wrong).toBeInViewport();
    await looksRight(page, "mum-session-exercise");
    await page.getByRole("button", { name: /^Show the drawing large/ }).click();
    const large = page.getByRole("dialog").filter({ has: page.getByRole("img") });
    await expect(large.getByRole("img")).toBeInViewport({ ratio: 1 });
    await looksRight(page, "mum-drawing-large");
    await large.getByRole("button", { name: "Close the drawing" }).click();
    await expect(page.getByRole("button", { name: /^Show the drawing large/ })).toBeFocused();
    await on.click();
    await on.click();
    const exercise = await page.getByRole("heading", { level: 1 }).textContent();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Carry on from /);
    await expect(wrong).toBeInViewport();
    await looksRight(page, "mum-session-resume");
    await page.getByRole("button", { name: "Carry on", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(exercise ?? "");
    await page.getByRole("button", { name: "Go on" }).click();
    const end = page.getByRole("button", { name: "End and log" });
    while (!(await end.isVisible())) await on.click();
    await end.click();
  });

  await test.step("three taps after, filled in as planned", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How was it?");
    await expect(page.getByText(/^As planned, \d+ minutes$/)).toBeVisible();
    await expect(wrong).toBeInViewport();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Say how hard it was. 0 is an answer too.")).toBeVisible();
    await page.getByRole("radio", { name: "3", exact: true }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await looksRight(page, "mum-session-after");
    await page.getByRole("button", { name: "Save" }).dblclick();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saved");
    await expect(wrong).toBeInViewport();
    await page.getByRole("button", { name: "Back to today" }).click();
  });

  await test.step("a walk she has done already is logged in seconds, and the meter moves", async () => {
    await expect(page.getByText("0 of 90 minutes")).toBeVisible();
    await page.goto(`/me/session/${walking}`);
    await page.getByRole("button", { name: "I have done it already" }).click();
    await expect(page.getByText(/^As planned, \d+ minutes$/)).toBeVisible();
    await page.getByRole("button", { name: "It was different" }).click();
    await page.getByRole("radio", { name: "A bit more" }).check();
    await page.getByLabel("Minutes in all").fill("35");
    await page.getByRole("radio", { name: "4", exact: true }).check();
    await page.getByRole("radio", { name: /Nothing new/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Back to today" }).click();
    await expect(page.getByText("35 of 90 minutes")).toBeVisible();
    await expect(page.getByText("1 of 3 days")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
    await looksRight(page, "mum-today-done");
  });

  await test.step("the week shows what was done, and owes nothing", async () => {
    await page.goto("/me/plan");
    await expect(page.getByText("Restoration, ").first()).toBeVisible();
    await looksRight(page, "mum-plan");
  });

  let swapped = "";
  await test.step("she puts a log right: refused at the field, then changed, and what it was stays to be seen", async () => {
    await page.getByRole("link", { name: /^Restoration, / }).click();
    await expect(page.getByRole("heading", { name: "Restoration", level: 1 })).toBeVisible();
    await looksRight(page, "mum-log");
    await page.getByRole("button", { name: "Correct this" }).click();
    await page.getByRole("radio", { name: /Life happened/ }).check();
    await page.locator("fieldset li summary").first().click();
    await page.getByLabel("Pain, 0 to 10").first().fill("11");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("A number from 0 to 10, or nothing.")).toBeVisible();
    await looksRight(page, "mum-log-correct");
    await page.getByLabel("Pain, 0 to 10").first().fill("");
    await page.getByLabel("I left this one out").first().check();
    await page.locator("fieldset li summary").nth(1).click();
    const instead = page.getByLabel("What I did").first();
    await instead.selectOption({ index: 1 });
    swapped = (await instead.locator("option:checked").textContent()) ?? "";
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/^Changed on/)).toBeVisible();
    await expect(page.getByText("How it went: was as planned")).toBeVisible();
    await expect(page.getByText(`${swapped}, instead`).first()).toBeVisible();
    await expect(page.getByText("left out", { exact: true })).toBeVisible();
    await looksRight(page, "mum-log-changed");
  });

  await test.step("her coach sees planned and done beside each other", async () => {
    const desk = await as(practice.owner.userId, "desktop");
    await desk.goto(`/coach/clients/${mum.id}/log`);
    const line = desk.getByRole("listitem").filter({ hasText: "changed once" });
    await line.getByText("Planned and done").click();
    await expect(line.getByText("left out", { exact: true })).toBeVisible();
    await expect(line.getByText(/^Changed on/)).toBeVisible();
    await looksRight(desk, "coach-log-beside");
  });

  const { rows } = await practice.ground.db.query(
    "SELECT kind::text, completion::text, minutes_total FROM session_log WHERE client_id = $1 ORDER BY recorded_at",
    [mum.id],
  );
  expect(rows).toMatchObject([
    { kind: "restoration", completion: "as_planned" },
    { kind: "walking", completion: "extra", minutes_total: 35 },
    { kind: "restoration", completion: "stopped" },
  ]);
});

const LONG_NAME = "Alexandrina-Wilhelmine Featherstonehaugh-Cholmondeley";

test("her care says who was asked, what was found and who may see what", async ({ place, address, as }) => {
  const { practice, physio } = place;
  const mum = await practice.mum({
    name: LONG_NAME,
    email: address("alex"),
    joinedDaysAgo: 20,
  });
  consents(mum);
  intake(mum, { daysAgo: 100 });
  const request = asksPhysio(mum, physio, 12);
  signs(mum, physio, assessed(mum, physio, request, 2), {
    decision: "cleared_with_conditions",
    conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
  });
  await mum.save();
  const page = await as(mum.userId, "phone");

  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "Did you see Ruth Adeyemi?" })).toBeVisible();
  await looksRight(page, "mum-today-confirm");
  await page.goto("/me/care");
  await page.getByRole("button", { name: "Yes, I saw this physio" }).click();
  await expect(page.getByText(/Signed by Ruth Adeyemi, valid until/)).toBeVisible();
  await looksRight(page, "mum-care");
  const saved = page.waitForResponse((response) => response.url().includes("clients.giveConsents"));
  await page.getByRole("checkbox", { name: /Share my symptoms/ }).uncheck();
  await saved;
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /Share my symptoms/ })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: /My coach works/ })).toBeDisabled();

  // Another physio than her coach's: she asks herself.
  await page.getByRole("button", { name: "Ask a physio myself" }).click();
  const letter = page.getByRole("dialog");
  await letter.getByLabel("Another physio").check();
  await letter.getByRole("button", { name: "Send the letter" }).click();
  await expect(letter.getByText("Enter her name.")).toBeVisible();
  await letter.getByLabel("Her name").fill("Tama Whaanga");
  await letter.getByLabel("Her e-mail").fill(address("tama"));
  await letter.getByLabel("Why you ask").fill("A second look before the hills, please.");
  await looksRight(page, "mum-asks-physio");
  await letter.getByRole("button", { name: "Send the letter" }).click();
  await expect(letter.getByText("Your letter is on its way")).toBeVisible();
  await letter.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByText("Tama Whaanga was asked on")).toBeVisible();

  // Hers to send again, and to take back; where it stands is said, and the mail names no coach who did not ask.
  await expect(page.getByText("Sent", { exact: true })).toBeVisible();
  const { subject, text } = await lastMailTo(address("tama"));
  expect(subject).toBe("A request from a client of Harbour Runners");
  expect(text).not.toMatch(/Claire|Alexandrina/);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("Sent again with a new link.", { exact: false })).toBeVisible();
  expect((await lastMailTo(address("tama"))).subject).toBe("A reminder from a client of Harbour Runners");
  await page.getByRole("button", { name: "Take back" }).click();
  await looksRight(page, "mum-takes-back");
  await page.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send again" })).toBeHidden();
});

test("messages, check-in and settings are hers", async ({ place, address, as, world }) => {
  const mum = await place.practice.mum({ name: LONG_NAME, email: address("alex"), joinedDaysAgo: 20 });
  consents(mum);
  intake(mum, { daysAgo: 100 });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.goto("/me/messages");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Write something first.")).toBeVisible();
  await page.getByLabel("Your message").fill("We had a rough night, I will walk tomorrow instead.");
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByRole("listitem").filter({ hasText: "rough night" })).toHaveCount(1);
  await looksRight(page, "mum-messages");

  await page.goto("/me/check-in");
  await page.getByLabel(/Hours of sleep/).fill("a lot");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("A number from 0 to 24, such as 6 or 6.5.")).toBeVisible();
  await page.getByLabel(/Hours of sleep/).fill("5,5");
  await looksRight(page, "mum-check-in");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await page.goto("/me/settings");
  await looksRight(page, "mum-settings");
  // Her phone has lain open for a day: all of it at once is for her, and not for whoever holds it.
  await world.db.query(
    `UPDATE sign_in_session SET created_at = now() - interval '1 day' WHERE user_id = $1`,
    [mum.userId],
  );
  expect((await page.request.get("/api/my-data")).status()).toBe(428);
  await page.getByRole("button", { name: "Take it all with me (zip)" }).click();
  const proving = page.getByRole("dialog");
  await proving.getByRole("button", { name: /code/i }).click();
  await proving.getByLabel("Code from the mail").fill(await codeFromMail(address("alex")));
  await looksRight(page, "mum-takes-data");
  const taken = page.waitForEvent("download");
  await proving.getByRole("button", { name: "Go on" }).click();
  expect((await taken).suggestedFilename()).toMatch(/^my-data-.*\.zip$/);
  await page.getByRole("radio", { name: /Night feed/ }).check();
  await page.getByRole("radio", { name: "Largest" }).check();
  await page.getByRole("radio", { name: "Left" }).check();
  await page.goto("/me");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  await expect(page.locator("html")).toHaveAttribute("data-text", "largest");
  await expect(page.locator("[data-hand='left']")).toBeVisible();
  await looksRight(page, "mum-today-night-largest");
});
