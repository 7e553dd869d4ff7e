// Chapter 3: the coach asks a physio; without an account she reads, brings her letter, answers "not yet"; the mum is told.
import type { Browser } from "@playwright/test";
import { clearedBy, consents, intake } from "../prisma/seed/stories.ts";
import { letter } from "./support/letters.ts";
import { lastMailTo } from "./support/mail.ts";
import { fillDate, linkFromMail, openRequest } from "./support/physio-link.ts";
import { expect, looksRight, test } from "./support/test.ts";

/**
 * What a mail scanner does with a link: HEAD, five GETs, and a browser of its own that runs the scripts, looks at all there
 * is and waits while minutes go by. Afterwards all is as it was, and the browser was given nothing to keep.
 */
async function scannerOpens(browser: Browser, link: string, state: () => Promise<string | undefined>) {
  const before = await state();
  expect(before).toMatch(/^[0-9a-f]{32}$/);
  const context = await browser.newContext({ userAgent: "Mozilla/5.0 (compatible; link scanner)" });
  const answers = [await context.request.head(link)];
  for (let n = 0; n < 5; n += 1) answers.push(await context.request.get(link));
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
  expect(
    answers.flatMap((answer) => answer.headersArray().filter(({ name }) => /^set-cookie$/i.test(name))),
  ).toEqual([]);
  const scanner = await context.newPage();
  await scanner.clock.install();
  await scanner.goto(link, { waitUntil: "networkidle" });
  await expect(scanner.getByRole("heading", { name: /Is it you, Ruth/ })).toBeVisible();
  // Whatever the page would do by itself later, it does now.
  await scanner.clock.runFor("15:00");
  await scanner.mouse.wheel(0, 4000);
  await scanner.waitForLoadState("networkidle");
  await expect(scanner.getByRole("heading", { name: /Is it you, Ruth/ })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();
  expect(await state()).toBe(before);
}

test("a physio without an account opens her link, uploads her letter and signs not yet", async ({
  place,
  address,
  as,
  world,
  page,
  browser,
}, info) => {
  const device = info.project.name;
  // The desk behind it is the same both times.
  const isFirst = device === "phone";
  const mum = await place.practice.mum({ name: "Mere Tamihana", email: address("mere"), joinedDaysAgo: 7 });
  consents(mum, ["coach_care", "share_birth", "share_symptoms"]);
  intake(mum, { daysAgo: 35, mode: "caesarean" }, undefined, { words: "I miss running with my sister." });
  await mum.save();

  await test.step("the coach asks, from the requests of the practice", async () => {
    const coach = await as(place.coach.userId, "desktop");
    await coach.goto("/coach/requests");
    await expect(coach.getByRole("heading", { level: 1, name: "Requests" })).toBeVisible();
    if (isFirst) await looksRight(coach, "coach-requests-empty");
    await coach.goto(`/coach/clients/${mum.id}`);
    await coach.getByRole("button", { name: "Ask a physio" }).first().click();
    const dialog = coach.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: /Ask a physio about Mere/ })).toBeVisible();
    await dialog.getByLabel("Ruth Adeyemi").check();
    await expect(dialog.getByText(/Symptoms of the last 14 days/)).toBeVisible();
    await dialog.getByLabel("Why").fill("A first look before we start, please. She ran 20 km a week before.");
    if (isFirst) await looksRight(coach, "coach-ask");
    await dialog.getByRole("button", { name: "Send the request" }).click();
    await expect(dialog.getByText(/on its way to Ruth Adeyemi/)).toBeVisible();
    await coach.goto("/coach/requests");
    await expect(coach.getByText("Ruth Adeyemi")).toBeVisible();
    if (isFirst) await looksRight(coach, "coach-requests");
  });

  await test.step("opening the link uses nothing up; the code to her address lets her in", async () => {
    const link = await linkFromMail(place.physio.email);
    await scannerOpens(browser, link, async () => {
      const { rows } = await world.db.query<{ state: string }>(
        `SELECT md5((SELECT to_jsonb(k)::text FROM physio_link k WHERE k.request_id = q.id)
                 || (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]')::text FROM request_step s WHERE s.request_id = q.id)
                 || (SELECT count(*) FROM link_session s JOIN physio_link k ON k.id = s.link_id WHERE k.request_id = q.id)
                 || (SELECT count(*) FROM sign_in_code c WHERE c.email = $2)
                 || (SELECT count(*) FROM audit_event e WHERE e.client_id = q.client_id AND e.actor_kind IN ('physio', 'system'))) AS state
           FROM request q WHERE q.client_id = $1`,
        [mum.id, place.physio.email],
      );
      return rows[0]?.state;
    });
    await page.goto(link);
    await expect(page.getByRole("heading", { name: /Is it you, Ruth/ })).toBeVisible();
    await expect(page.getByText("Mere")).toHaveCount(0);
    await looksRight(page, `physio-open-${device}`);
    await openRequest(page, link, place.physio.email);
  });

  await test.step("she reads who asks and why, and only what was shared", async () => {
    await expect(page.getByText("A first look before we start, please.")).toBeVisible();
    await expect(page.getByText("Planned caesarean", { exact: false })).toBeVisible();
    await expect(page.getByText("I miss running with my sister.")).toBeVisible();
    await expect(page.getByText("Mere Tamihana has not shared this.")).toHaveCount(2);
    await looksRight(page, `physio-request-${device}`);
  });

  await test.step("her letter arrives, a reload loses nothing, and she signs not yet", async () => {
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await letter("Ruths letter.pdf", 2));
    await expect(page.getByText("Ruths letter.pdf is here.")).toBeVisible();
    await fillDate(page, "You saw her on", world.daysAgo(1));
    await page
      .getByRole("group", { name: /May she start/ })
      .getByLabel("Yes")
      .check();
    await page.getByLabel("Findings").fill("Scar healed. Lift 3 of 5, holds for four seconds.");
    await page.reload();
    await expect(page.getByLabel("Findings")).toHaveValue(/Lift 3 of 5/);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(page.getByText(/still missing/)).toBeVisible();
    await page.getByRole("group", { name: "Running" }).getByLabel("Not yet").check();
    await page.getByLabel("Practising certificate runs until").fill(String(new Date().getFullYear() + 1));
    await looksRight(page, `physio-form-${device}`);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(page.getByText("Signed. Thank you.")).toBeVisible();
    await looksRight(page, `physio-signed-${device}`);
  });

  await test.step("the mum is told, and her coach sees it answered", async () => {
    expect((await lastMailTo(address("mere"))).subject).not.toMatch(/caesarean|pelvic|symptom/i);
    const coach = await as(place.coach.userId, "desktop");
    await coach.goto("/coach/requests");
    await expect(coach.getByText("Answered")).toBeVisible();
  });
});

test("a link that was replaced, an unknown one and half of one say so calmly", async ({
  place,
  address,
  page,
}) => {
  const mum = await place.practice.mum({ name: "Ana Whare", email: address("ana"), joinedDaysAgo: 3 });
  consents(mum);
  intake(mum, { daysAgo: 40 });
  await mum.save();
  await page.goto("/physio/open");
  await expect(page.getByRole("heading", { name: "This address is not complete" })).toBeVisible();
  await page.goto("/physio/open#nobody-has-this");
  await expect(page.getByRole("heading", { name: "This link does not open anything" })).toBeVisible();
  await page.goto("/physio/request");
  await expect(page.getByRole("heading", { name: "Your visit has ended" })).toBeVisible();
});

test("a month after a sign-off one quiet mail comes; opening its stop stops nothing, one press does", async ({
  place,
  address,
  page,
  world,
}, info) => {
  const device = info.project.name;
  const lately = await place.practice.mum({ name: "Tia Paki", email: address("tia"), joinedDaysAgo: 60 });
  consents(lately);
  intake(lately, { daysAgo: 200 });
  clearedBy(lately, place.physio, 30);
  await lately.save();
  // Her day is over where she lives: the app's own night finds her.
  await world.db.query(`UPDATE client_status SET as_of = as_of - 1 WHERE client_id = $1`, [lately.id]);
  const { subject, text } = await lastMailTo(place.physio.email);
  // A secret may spell anything.
  const said = `${subject} ${text.replaceAll(/https?:\S+/g, "")}`;
  expect(said).not.toMatch(/Tia|running|symptom/i);
  const stop = /https?:\/\/\S+\/stop#[\w-]+/.exec(text)?.[0] ?? "";
  const stopped = async () =>
    (
      await world.db.query<{ yes: boolean }>(
        `SELECT month_mail_stopped_at IS NOT NULL AS yes FROM physio WHERE id = $1`,
        [place.physio.id],
      )
    ).rows[0]?.yes;
  await page.request.get(stop);
  await page.goto(stop);
  const press = page.getByRole("button", { name: "Stop the monthly mails" });
  await expect(press).toBeEnabled();
  expect(await stopped()).toBe(false);
  await press.click();
  await expect(page.getByText("Stopped. You get no more of them at this address.")).toBeVisible();
  expect(await stopped()).toBe(true);
  await looksRight(page, `stopped-${device}`);
});
