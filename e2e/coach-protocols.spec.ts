// The owner takes a protocol away as a file, brings it back changed, is told where a bad one is bad, and notes a review.
import { readFileSync } from "node:fs";
import { expect, looksRight, test } from "./support/test.ts";

test("a protocol goes out as a file and comes in as the practice's own; a bad one is refused with place and reason", async ({
  place,
  as,
}) => {
  const page = await as(place.practice.owner.userId, "desktop");
  await page.goto("/coach/protocols");
  await page.getByRole("link", { name: "Strength S1: base" }).click();
  const small = page.getByRole("button", { name: "Show the drawing large: Low step-up" });
  await expect(small).toBeVisible();
  await looksRight(page, "protocol-with-drawings");
  // By keyboard: it fills the screen, and Escape gives the focus back.
  await small.focus();
  await page.keyboard.press("Enter");
  const large = page.getByRole("dialog", { name: "Low step-up" });
  await expect(large.getByRole("img", { name: "Drawing: Low step-up" })).toBeInViewport({ ratio: 1 });
  await looksRight(page, "drawing-large");
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await expect(small).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("strength_s1-1.json");
  const text = readFileSync(await download.path(), "utf8");

  await page.goto("/coach/protocols");
  await page.getByText("Import a protocol from a file").click();
  const bad = text.replace('"sets": 2', '"sets": 0');
  const drop = page.getByLabel("Protocol file");
  const file = (content: string) => ({
    name: "base.json",
    mimeType: "application/json",
    buffer: Buffer.from(content),
  });
  await drop.setInputFiles(file(bad));
  await expect(page.getByText("This file cannot be taken in: one thing is wrong")).toBeVisible();
  await expect(page.getByText("Level 1, session 1, block 1")).toBeVisible();
  await expect(page.getByText("levels[0].sessions[0].blocks[0].sets")).toBeVisible();
  await looksRight(page, "protocol-refused");

  await drop.setInputFiles(file(text));
  await page.getByLabel("Name in your practice").fill("Our base");
  await page.getByRole("button", { name: "Take it in as a draft" }).click();
  await expect(page.getByRole("heading", { name: "Our base" })).toBeVisible();

  await expect(page.getByText("Draft, to be reviewed by a physio", { exact: true })).toBeVisible();
  await page.getByText("A physio has reviewed it").click();
  await page.getByLabel("Name of the physio").fill("Pia Moana");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("6");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await page.getByRole("button", { name: "Note the review" }).click();
  await expect(page.getByText("Pia Moana looked at this version on 1 June 2026.")).toBeVisible();
  await looksRight(page, "protocol-reviewed");
});

test("anybody may read how a protocol file is built; a version only by its practice", async ({
  place,
  as,
}) => {
  const stranger = await as(null, "desktop");
  const schema = await stranger.request.get("/schemas/protocol-1.json");
  expect(schema.status()).toBe(200);
  expect(await schema.json()).toMatchObject({ $id: "urn:sevenstride:schema:protocol-1" });
  const page = await as(place.practice.owner.userId, "desktop");
  await page.goto("/coach/protocols");
  const href = await page.getByRole("link", { name: "Strength S1: base" }).getAttribute("href");
  expect((await stranger.request.get(`${href}/protocol.json`)).status()).toBe(404);
  expect((await page.request.get(`${href}/protocol.json`)).status()).toBe(200);
});
