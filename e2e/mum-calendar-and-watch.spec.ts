// Her sessions in her own calendar at a secret address, the next run on her watch, and what the watch recorded back.
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { gpxRecording, WALK_RUN } from "../src/test/recordings.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("a calendar that she can end, a run for her watch, and a recording that becomes a session", async ({
  place,
  address,
  as,
  world,
}) => {
  const mum = await place.practice.mum({ name: "Ana Ruiz", email: address("ana"), joinedDaysAgo: 330 });
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS.running({ mum, physio: place.physio, birth: { daysAgo: 400 }, goal });
  await mum.save();
  const page = await as(mum.userId, "phone");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step("switched on, the address is shown once; a calendar finds her sessions there", async () => {
    await page.goto("/me/settings");
    const card = page.locator("section", { has: page.getByRole("heading", { name: "In my calendar" }) });
    await card.getByRole("button", { name: "Switch on" }).click();
    await card.getByRole("button", { name: "Copy the address" }).click();
    await expect(card.getByRole("button", { name: "Copied" })).toBeVisible();
    await card.getByLabel("At").fill("06:30");
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByText("Saved. Your calendar shows it", { exact: false })).toBeVisible();
    await looksRight(page, "mum-calendar");
    const first = await copied();
    const stranger = await as(null, "desktop");
    const answer = await stranger.request.get(first);
    expect(answer.headers()["content-type"]).toContain("text/calendar");
    expect(answer.headers()["set-cookie"]).toBeUndefined();
    expect(await answer.text()).toMatch(/SUMMARY:Session\\, \d+ minutes/);

    await card.getByRole("button", { name: "Make a new address" }).click();
    await expect.poll(() => card.getByLabel("Address").inputValue()).not.toBe(first);
    expect((await stranger.request.get(first)).status()).toBe(404);
    const second = await card.getByLabel("Address").inputValue();
    expect((await stranger.request.get(second)).status()).toBe(200);
    await card.getByRole("button", { name: "Switch off" }).click();
    await expect(card.getByText("Switched off.", { exact: false })).toBeVisible();
    expect((await stranger.request.get(second)).status()).toBe(404);
  });

  await test.step("her next run is a file for her watch", async () => {
    const run = mum.journey().plans.find((plan) => plan.kind === "walk_run");
    await page.goto(`/me/session/${run?.planId}`);
    await page.getByText("Do it with your watch").click();
    await looksRight(page, "mum-session-watch");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download for my watch" }).click();
    expect((await download).suggestedFilename()).toBe("session.fit");
  });

  await test.step("what her watch recorded becomes a session; a bad file is explained; how it felt is asked", async () => {
    await page.goto("/me/plan");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("link", { name: "Bring a recording from my watch" }).click();
    const startedAt = new Date(`${world.daysAgo(2)}T01:00:00Z`);
    await page.getByLabel("Recordings").setInputFiles([
      {
        name: "run.gpx",
        mimeType: "application/gpx+xml",
        buffer: Buffer.from(
          gpxRecording({ startedAt, pieces: Array.from({ length: 4 }, () => WALK_RUN).flat() }),
        ),
      },
      { name: "torn.fit", mimeType: "application/octet-stream", buffer: Buffer.from("01234567.FIT") },
    ]);
    await expect(page.getByText("Walk/run, 80 minutes, 24 of them running.", { exact: false })).toBeVisible();
    await expect(page.getByText("This file is broken or was cut short.", { exact: false })).toBeVisible();
    await expect(page.getByRole("heading", { name: "How did it feel?" })).toBeVisible();
    // Where she ran is nobody's to see over her shoulder: hidden until she asks, and not even fetched.
    await expect(page.getByRole("img", { name: "The shape of your way" })).toHaveCount(0);
    expect(asked.filter((url) => url.includes("recordedWay"))).toEqual([]);
    await page.getByRole("button", { name: "Show the way" }).click();
    await expect(page.getByRole("img", { name: "The shape of your way" })).toBeVisible();
    await looksRight(page, "mum-recordings");
    await page.getByRole("button", { name: "All fine" }).click();
    await expect(page.getByRole("heading", { name: "How did it feel?" })).toBeHidden();
    const { rows } = await world.db.query(
      `SELECT c.findings FROM symptom_check c JOIN recording r ON r.log_id = c.log_id WHERE c.client_id = $1 AND c.moment = 'after'`,
      [mum.id],
    );
    expect(rows).toEqual([{ findings: [] }]);
  });

  await test.step("her coach's calendar has numbers and no names", async () => {
    const desk = await as(place.coach.userId, "desktop");
    await desk.goto("/coach/practice");
    await desk.getByRole("button", { name: "Switch on" }).click();
    const feed = await desk.getByLabel("Address", { exact: true }).inputValue();
    await looksRight(desk, "coach-calendar");
    expect(await (await desk.request.get(feed)).text()).not.toContain("Ana");
  });
});
