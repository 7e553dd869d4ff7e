// How many seconds and taps from the mail with her link to a signed record, for a physio who has signed before, with the
// letter she has written anyway. Goal: under 120 seconds. Mail's own way is not in it (a mail server's matter), nor
// reading: how long a clinician looks at what she signs is not ours to hurry.
import { asksPhysio, assessed, consents, intake, signs } from "../prisma/seed/stories.ts";
import { letter } from "../e2e/support/letters.ts";
import { codeFromMail } from "../e2e/support/physio-link.ts";
import { expect, test } from "../e2e/support/test.ts";
import { stopwatch } from "./keystrokes.ts";

const GOAL_SECONDS = 120;

test("from the link to signed", async ({ place, address, world, page }, info) => {
  const email = address("pita");
  const physio = await place.practice.physio({ name: "Pita Ngata", email, clinic: "Bay Physio" });
  const mum = await place.practice.mum({
    name: "Leilani Faleolo",
    email: address("lei"),
    joinedDaysAgo: 150,
  });
  consents(mum);
  intake(mum, { daysAgo: 180 });
  signs(mum, physio, assessed(mum, physio, asksPhysio(mum, physio, 100), 98), { decision: "cleared" });
  const requestId = asksPhysio(mum, physio, 3, "recheck");
  await mum.save();
  const link = `/physio/open#${await place.practice.link(mum.id, requestId, physio)}`;
  const her = stopwatch(page);
  const button = (name: string | RegExp) =>
    page.getByRole("button", { name, exact: typeof name === "string" });

  her.elsewhere(1);
  await her.machine(async () => {
    await page.goto(link);
    await button(/Send a code to/).waitFor();
  });
  await her.press(button(/Send a code to/));
  const code = page.getByLabel("The code from the mail");
  await her.machine(() => code.waitFor());
  // To her mail, the mail itself, and back.
  her.elsewhere(3);
  await her.type(code, await codeFromMail(email));
  await her.press(button("Open the request"));
  await her.machine(() => page.getByRole("heading", { name: "Your answer" }).waitFor());

  const file = await letter("letter.pdf", 2);
  const choosing = page.waitForEvent("filechooser");
  await her.press(button("Choose a file"));
  // The file, and "Open".
  her.elsewhere(2);
  await (await choosing).setFiles(file);
  await her.machine(() => expect(page.getByText("letter.pdf is here.")).toBeVisible());

  const [year = "", month = "", day = ""] = world.daysAgo(0).split("-");
  const seen = page.getByRole("group", { name: "You saw her on" });
  if ((await seen.getByLabel("Day").inputValue()) === "") {
    await her.type(seen.getByLabel("Day"), String(Number(day)));
    await her.typeOn(String(Number(month)));
    await her.typeOn(year);
  }
  await her.press(page.getByRole("group", { name: /May she start/ }).getByLabel("Yes"));
  const running = page.getByRole("group", { name: "Running", exact: true });
  await her.press(running.getByLabel("Cleared with conditions"));
  await her.press(page.getByLabel("No more running in one session than"));
  await her.type(page.getByLabel("Longest run in one session"), "20");
  await her.press(page.getByLabel("Flat ground only"));
  const until = page.getByLabel("Practising certificate runs until");
  const certificate = String(Number(year) + 1);
  if ((await until.inputValue()) !== certificate) await her.type(until, certificate);
  await her.press(button("Sign"));
  await her.machine(() => expect(page.getByText("Signed. Thank you.")).toBeVisible());

  const { taps, keys, decisions, human, system, seconds } = her.told();
  process.stdout.write(
    `${info.project.name}: ${seconds.toFixed(0)} s (person ${human.toFixed(1)}, machine ${system.toFixed(1)}), ${taps} taps, ${keys} keys, ${decisions} decisions\n`,
  );
  expect(seconds).toBeLessThan(GOAL_SECONDS);
});
