// Two coaches write a protocol: copy, change, take back, put in order by keyboard, meet in one draft, publish what differs.
import type { Page } from "@playwright/test";
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { expect, looksRight, test } from "./support/test.ts";

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

test("a protocol is copied, changed, put in order, kept through a reload, and published", async ({
  place,
  as,
}) => {
  const page = await as(place.practice.owner.userId, "desktop");
  await page.goto("/coach/protocols");
  await page.getByRole("link", { name: "Strength S1: base" }).click();

  await test.step("a copy is a draft of its own", async () => {
    await page.getByRole("button", { name: "Copy as a protocol of our own" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Strength S1: base (copy)" })).toBeVisible();
    await page.getByText("Name, purpose, for whom").click();
    await page.getByLabel("Name of the protocol").fill("Our base");
    await saved(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Strength S1: base (copy)" })).toBeVisible();
    await page.getByRole("button", { name: "Do again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Our base" })).toBeVisible();
    await page.getByText("Name, purpose, for whom").click();
  });

  const levels = page.getByRole("navigation", { name: "Levels" });
  await test.step("a level is duplicated and moved up with the arrow keys; the focus goes with it", async () => {
    const count = await levels.getByRole("listitem").count();
    await levels.getByRole("button", { name: /^More for Level 1/ }).click();
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await expect(levels.getByRole("listitem")).toHaveCount(count + 1);
    await page.getByLabel("Name of level 2").fill("Twin");
    const handle = levels.getByRole("button", { name: /^Move Level 2: Twin/ });
    await handle.press("ArrowUp");
    await expect(levels.getByRole("button", { name: /^Move Level 1: Twin/ })).toBeFocused();
    await expect(levels.getByRole("status")).toHaveText(`Level 2: Twin is now 1 of ${count + 1}.`);
  });

  await test.step("an exercise is found and added; a figure that cannot be is said at its place", async () => {
    await page.getByRole("button", { name: "Add an exercise" }).first().click();
    const picker = page.getByRole("dialog", { name: "Choose an exercise" });
    await picker.getByLabel("For").selectOption({ label: "Landings" });
    await picker.getByLabel("Leave out what needs care with").selectOption({ label: "no hopping" });
    await expect(picker.getByRole("status")).toHaveText(/^\d+ exercise|No exercise/);
    await picker.getByLabel("For").selectOption({ label: "Calf" });
    await looksRight(page, "builder-picker");
    await picker.getByRole("button", { name: /^Calf raise Springs/ }).click();
    const session = page
      .locator("section")
      .filter({ has: page.getByLabel("Session 1", { exact: true }) })
      .last();
    const row = session
      .locator("details")
      .filter({ has: page.locator("summary", { hasText: /^Calf raise/ }) })
      .last();
    await row.locator("summary").click();
    const box = row.getByLabel("Sets", { exact: true });
    await box.fill("21");
    await expect(page.getByText("Too large: at most 20.").first()).toBeVisible();
    await looksRight(page, "builder-problem");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("One thing to mend before this can be published")).toBeVisible();
    await dialog.getByRole("button", { name: /^Level 1, session/ }).click();
    await expect(box).toBeFocused();
    await box.fill("3");
    // What a prescription may say as well is one press away, and one press takes it out.
    await row.getByRole("button", { name: "Tempo", exact: true }).click();
    await row.getByLabel("Tempo, down").fill("11");
    await expect(row.getByText("Tempo, down: Too large: at most 10.")).toBeVisible();
    await row.getByLabel("Tempo, down").fill("4");
    await row.getByRole("button", { name: "Effort", exact: true }).click();
    await row.getByLabel("Effort, to").fill("5");
    await row.getByRole("button", { name: "Left in reserve" }).click();
    await row.getByRole("button", { name: "Remove: Left in reserve" }).click();
    await row.getByLabel("Load", { exact: true }).selectOption({ label: "a weight" });
    await row.getByRole("button", { name: "Kilograms" }).click();
    await row.getByLabel("Kilograms", { exact: true }).fill("7,5");
    await expect(row.locator("summary")).toContainText(
      "7.5 kg, 4 s down, 1 s still, 1 s up, effort 3 to 5 of 10",
    );
    await looksRight(page, "builder-prescription");
    await saved(page);
  });

  await test.step("its shorter version, what opens a level, what stops it and its sources are written too", async () => {
    const first = page.getByText("Shorter versions").first();
    await first.click();
    await page.getByRole("button", { name: "Write it yourself" }).first().click();
    await expect(page.getByRole("button", { name: "Make it from the whole again" })).toBeVisible();
    await page.getByText("Phase, own criteria, sources").click();
    await page
      .getByLabel("Add to “This level also needs”")
      .selectOption({ label: "At least 12 weeks since the birth" });
    await page.getByRole("textbox", { name: "Weeks" }).fill("105");
    await expect(page.getByText("Too large: at most 104.").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Weeks" }).fill("16");
    await expect(page.getByText("At least 16 weeks since the birth")).toBeVisible();
    await looksRight(page, "builder-level");
    await page.getByText("When something is felt").click();
    await page.getByLabel("Repeat the level with pain up to; above it she stops").fill("9");
    await expect(page.getByText(/^Too large: at most/).first()).toBeVisible();
    await page.getByLabel("Repeat the level with pain up to; above it she stops").fill("4");
    await expect(
      page.getByText("Pain up to 3 of 10: carry on. Up to 4: repeat this level. Above: stop."),
    ).toBeVisible();
    await page.getByText(/^\d+ sources?$/).click();
    await page.getByRole("button", { name: "Add a source" }).click();
    const source = page.getByLabel(/^Source \d+$/).last();
    await source.fill("Our own notes");
    await page
      .getByLabel("What was taken from it, in your words")
      .last()
      .fill("Two sets are enough for a start.");
    await looksRight(page, "builder-about");
    await saved(page);
  });

  await test.step("a reload loses nothing; the mum's view shows what was added", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Our base" })).toBeVisible();
    await expect(levels.getByRole("button", { name: "Level 1: Twin", exact: true })).toBeVisible();
    await looksRight(page, "builder");
    await page.getByRole("button", { name: "See it as she does" }).click();
    await expect(page.getByRole("dialog").getByText("Calf raise", { exact: true }).first()).toBeVisible();
    await looksRight(page, "builder-preview");
    await page.keyboard.press("Escape");
  });

  await test.step("published, it is version 1 of their own; the next version says what differs", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Publish version 1" }).click();
    await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Write the next version" }).click();
    await page.getByLabel("Name of level 1").fill("Twins");
    await saved(page);
  });

  await test.step("her colleague writes in the same draft: the later save overwrites nothing", async () => {
    const colleague = await place.practice.coach("Anna Sefo", `anna.${Date.now()}@example.org`);
    const theirs = await as(colleague.userId, "phone");
    await theirs.goto(page.url());
    await theirs.getByLabel("Name of level 1").fill("Anna's name");
    await saved(theirs);
    await looksRight(theirs, "builder-phone");
    await page.getByLabel("Name of level 1").fill("Claire's name");
    await expect(page.getByText(/^Anna Sefo saved this draft at/)).toBeVisible();
    await expect(page.getByLabel("Name of level 1")).toHaveValue("Claire's name");
    await looksRight(page, "builder-conflict");
    await page.getByRole("button", { name: "Go on with what Anna Sefo saved" }).click();
    await expect(page.getByLabel("Name of level 1")).toHaveValue("Anna's name");
    await saved(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.getByText("What changes from version 1")).toBeVisible();
    await expect(page.getByText("Called “Twin” before")).toBeVisible();
    await looksRight(page, "builder-publish");
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Move clients to this version" }).click();
    await expect(page.getByText("Nobody is on an earlier version.")).toBeVisible();
  });
});

test("a draft is held against a mum, its warnings follow her; moved to the next version she can be put back", async ({
  place,
  as,
  address,
}) => {
  const name = "Mere Aroha Whatarangi-Featherstonehaugh";
  const mum = await place.practice.mum({ name, email: address("mere"), joinedDaysAgo: 330 });
  const goal = { daysPerWeek: 3, minutesPerRun: 30 };
  SITUATIONS.running({ mum, physio: place.physio, birth: { daysAgo: 400 }, goal });
  await mum.save();
  const page = await as(place.practice.owner.userId, "desktop");
  await page.goto("/coach/protocols");
  await page.getByRole("link", { name: "Walk/run", exact: true }).click();
  await page.getByRole("button", { name: "Write the next version" }).click();
  const levels = page.getByRole("navigation", { name: "Levels" });

  await test.step("found by a part of her name", async () => {
    await page.getByLabel("Hold it against a client").fill("feather");
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByText(`Held against ${name}`)).toBeVisible();
  });

  const main = page.locator("details").filter({ has: page.locator("summary", { hasText: /^Main set/ }) });
  await test.step("what is written is judged at once: her limit, and how much further than she ran; twice as far needs a reason", async () => {
    await levels.getByRole("button", { name: /^Level 12:/ }).click();
    await main.locator("summary").click();
    await main.getByLabel("Time", { exact: true }).fill("23:00");
    await expect(levels.getByText("More than the 20 min her sign-off allows")).toBeVisible();
    await expect(levels.getByText(/% more than her longest run$/)).toBeVisible();
    await main.getByLabel("Time", { exact: true }).fill("30:00");
    await expect(levels.getByText(/% more than her longest run: a big step$/)).toBeVisible();
    await looksRight(page, "builder-measured");
    await main.getByLabel("Time", { exact: true }).fill("60:00");
    await expect(levels.getByText(/% more than her longest run: needs a written reason$/)).toBeVisible();
    await main.getByLabel("Time", { exact: true }).press("ControlOrMeta+z");
    await expect(main.getByLabel("Time", { exact: true })).toHaveValue("1200");
  });

  await test.step("two things harder at once are said while they are written; nine hours and no repeat are refused", async () => {
    await levels.getByRole("button", { name: /^Level 2:/ }).click();
    await main.locator("summary").click();
    const first = main.getByRole("listitem").first();
    await first.getByLabel("Time", { exact: true }).fill("1:30");
    await expect(first.getByText("seconds (1 min 30 s)")).toBeVisible();
    await expect(page.getByText(/^More than one thing gets harder at once: [23]$/)).toBeVisible();
    await first.getByLabel("Time", { exact: true }).fill("540:00");
    await expect(first.getByText("Too large: at most 18,000.")).toBeVisible();
    await first.getByLabel("Time", { exact: true }).fill("60");
    await main.getByLabel("All of it, times").fill("0");
    await expect(main.getByText("Too small: at least 1.")).toBeVisible();
    await main.getByLabel("All of it, times").fill("10000");
    await expect(main.getByText("Too large: at most 50.")).toBeVisible();
    await expect(levels.getByText("Something to mend here")).toBeVisible();
    await main.getByLabel("All of it, times").fill("8");
    await expect(page.getByText(/^More than one thing gets harder/)).toHaveCount(0);
  });

  await test.step("intervals are nested once, and taken apart again", async () => {
    await main.getByRole("button", { name: /^More for run 1 min/ }).click();
    await page.getByRole("menuitem", { name: "Repeat it, with others" }).click();
    await main.getByLabel("These, times").fill("3");
    await expect(main.locator("summary")).toContainText("8 times: (3 times: run 1 min");
    await page.setViewportSize({ width: 390, height: 844 });
    await looksRight(page, "builder-nested");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "See it as she does" }).click();
    await expect(page.getByText("8 x (3 x (run 1 min), walk 2 min)")).toBeVisible();
    await page.keyboard.press("Escape");
    await main.getByRole("button", { name: /^More for \(3 times/ }).click();
    await page.getByRole("menuitem", { name: "Take the group apart" }).click();
    await expect(main.getByLabel("These, times")).toHaveCount(0);
  });

  await test.step("a level is pulled to another place, and undo puts it back", async () => {
    const handles = levels.getByRole("button", { name: /^Move Level/ });
    const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()];
    if (!from || !to) throw new Error("no handle");
    const title = await handles.nth(2).getAttribute("aria-label");
    const level = title?.replace(/^Move (Level 3: .*): with.*$/, "$1");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 5 });
    await page.mouse.up();
    await expect(levels.getByRole("status")).toHaveText(new RegExp(`^${level} is now 1 of \\d+\\.$`));
    await page.keyboard.press("ControlOrMeta+z");
    await expect(handles.nth(2)).toHaveAttribute("aria-label", title ?? "");
  });

  await test.step("published, she stays; moved with what changes told before, and put back", async () => {
    await page.getByText("Name, purpose, for whom").click();
    await page.getByLabel("Name of the protocol").fill("Walk/run, our way");
    await saved(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await page.getByRole("button", { name: "Move clients to this version" }).click();
    const dialog = page.getByRole("dialog", { name: "Move clients to version 2" });
    await expect(dialog.getByText(/^Now: version 1, level \d+/)).toBeVisible();
    await looksRight(page, "builder-moving");
    await dialog.getByRole("button", { name: "Move one client" }).click();
    await expect(dialog.getByText("One client was moved", { exact: true })).toBeVisible();
    await looksRight(page, "builder-moved");
    await dialog.getByRole("button", { name: `Put back ${name}` }).click();
    await expect(dialog.getByText("One client is back where she was")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Move one client" })).toBeVisible();
  });
});
