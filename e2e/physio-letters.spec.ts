// Files that are no letters, a signature pressed twice, a connection that goes: nothing lost, nothing doubled.
import { LONGER_SIDE } from "../src/server/documents/render/limits.ts";
import { asksPhysio, consents, intake } from "../prisma/seed/stories.ts";
import { inspectDocument } from "../src/server/documents/inspect.ts";
import { renderPages } from "../src/server/documents/render/pages.ts";
import { CORPUS, typeOf } from "../src/test/hostile.ts";
import { letter, notLetters } from "./support/letters.ts";
import { fillDate, openRequest } from "./support/physio-link.ts";
import { expect, looksRight, test } from "./support/test.ts";

test("what is no letter is refused with the reason; the form beside it loses nothing, and signing twice is once", async ({
  place,
  address,
  world,
  page,
}) => {
  const { practice, physio } = place;
  const mum = await practice.mum({ name: "Mere Tamihana", email: address("mere"), joinedDaysAgo: 9 });
  consents(mum);
  intake(mum, { daysAgo: 60 });
  const requestId = asksPhysio(mum, physio, 3);
  await mum.save();
  await openRequest(page, `/physio/open#${await practice.link(mum.id, requestId, physio)}`, physio.email);
  const findings = "Lift 3 of 5, holds for four seconds. Scar healed.";
  await page.getByLabel("Findings").fill(findings);
  await page
    .getByRole("group", { name: /May she start/ })
    .getByLabel("Yes")
    .check();
  const chooser = page.locator('input[type="file"]').first();

  await test.step("12 MB, locked, empty, disguised, a program, a photo no browser shows: each hears why", async () => {
    for (const { says, ...file } of notLetters) {
      await chooser.setInputFiles(file);
      await expect(page.getByRole("alert").filter({ hasText: file.name })).toContainText(says);
    }
    await looksRight(page, "physio-refused");
  });

  await test.step("a connection that drops costs a part: it waits, goes on by itself, and after a reload with the same file", async () => {
    const note = await letter("Long note.pdf", 1, 600_000);
    const parts = "**/api/letters/*";
    let left = 1;
    await page.route(parts, (route) => {
      if (route.request().method() !== "PATCH" || left > 0) {
        if (route.request().method() === "PATCH") left -= 1;
        return route.continue();
      }
      return route.abort();
    });
    await chooser.setInputFiles(note);
    await expect(page.getByText("This goes on by itself when it is back.", { exact: false })).toBeVisible();
    await looksRight(page, `physio-dropped-${page.viewportSize()?.width}`);
    await page.reload();
    const half = page.getByRole("note").filter({ hasText: "Long note.pdf" });
    await expect(half).toContainText(/4\d % of this letter is here/);
    await looksRight(page, `physio-half-${page.viewportSize()?.width}`);
    await chooser.setInputFiles(note);
    await expect(page.getByText("This goes on by itself when it is back.", { exact: false })).toBeVisible();
    await expect(half).toBeHidden();
    await page.unroute(parts);
    await expect(page.getByText("Long note.pdf is here.")).toBeVisible();
    expect(left).toBe(0);
  });

  await test.step("one that was dropped here and stopped on its way is gone, here and there", async () => {
    await page.route("**/api/letters/*", (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );
    const wrong = await letter("Wrong letter.pdf");
    const dropped = await page.evaluateHandle(
      ({ name, bytes }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
        return data;
      },
      { name: wrong.name, bytes: [...wrong.buffer] },
    );
    await page
      .getByText("Up to 10 MB and 30 pages.", { exact: false })
      .dispatchEvent("drop", { dataTransfer: dropped });
    await expect(page.getByText("This goes on by itself when it is back.", { exact: false })).toBeVisible();
    // Signed now it would not be covered: she is asked first.
    await fillDate(page, "You saw her on", world.daysAgo(1));
    await page.getByRole("group", { name: "Running" }).getByLabel("Not yet").check();
    await page.getByLabel("Practising certificate runs until").fill(String(new Date().getFullYear() + 1));
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(page.getByText("Wrong letter.pdf is still on its way")).toBeVisible();
    await looksRight(page, `physio-sign-waits-${page.viewportSize()?.width}`);
    await page.getByRole("button", { name: "Wait for it" }).click();
    await expect(page.getByText("Wrong letter.pdf is still on its way")).toBeHidden();
    const stopped = page.waitForResponse((answer) => answer.request().method() === "DELETE");
    await page.getByRole("button", { name: "Stop Wrong letter.pdf" }).click();
    expect((await stopped).status()).toBe(200);
    await expect(page.getByText("Wrong letter.pdf")).toBeHidden();
    await page.unroute("**/api/letters/*");
  });

  await test.step("what she had written is still there, and a real letter is taken as if nothing had been", async () => {
    await expect(page.getByLabel("Findings")).toHaveValue(findings);
    await expect(page.getByRole("group", { name: /May she start/ }).getByLabel("Yes")).toBeChecked();
    await chooser.setInputFiles(await letter("Ruths letter.pdf"));
    await expect(page.getByText("Ruths letter.pdf is here.")).toBeVisible();
  });

  await test.step("what she looks at is a picture of its page, not the file", async () => {
    await page.getByRole("button", { name: "Look at it: Ruths letter.pdf" }).click();
    const picture = page.getByRole("img", { name: "Page 1 of 1: Ruths letter.pdf" });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight))
      .toBe(LONGER_SIDE);
    await looksRight(page, "physio-letter-shown");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(picture).toBeHidden();
  });

  await test.step("signed with an impatient finger while the connection is away: one assessment, one decision, one letter", async () => {
    await page.context().setOffline(true);
    await expect(page.getByText("No connection just now.", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Sign", exact: true }).dblclick();
    await page.context().setOffline(false);
    await expect(page.getByText("Signed. Thank you.")).toBeVisible();
    await expect(page.getByText("No connection just now.", { exact: false })).toBeHidden();
    const { rows } = await world.db.query(
      `SELECT (SELECT count(*)::int FROM assessment WHERE client_id = $1) AS assessments,
              (SELECT count(*)::int FROM clearance WHERE client_id = $1) AS decisions,
              (SELECT count(*)::int FROM document WHERE client_id = $1) AS letters,
              (SELECT findings FROM assessment WHERE client_id = $1) AS findings`,
      [mum.id],
    );
    expect(rows).toEqual([{ assessments: 1, decisions: 1, letters: 2, findings }]);
  });
});

test("of all files made to do harm, no picture that is shown of them runs anything or asks anybody", async ({
  page,
}) => {
  const shown: Uint8Array[] = [];
  for (const file of CORPUS.filter(({ expected }) => expected === "taken")) {
    const verdict = await inspectDocument({
      bytes: await file.make(),
      fileName: file.fileName,
      declaredType: typeOf(file),
    });
    if (!verdict.ok) throw new Error(`${file.what}: ${verdict.problem}`);
    const { bytes, pages } = verdict.file;
    shown.push(...(pages === null ? [bytes] : ((await renderPages(bytes, pages)) ?? [])));
  }
  expect(shown.length).toBeGreaterThan(15);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", () => asked.push("a dialog"));
  // As a careless page would: the bytes as a document of their own, under whatever type the browser makes of them.
  await page.route("**/shown/*", (route) => {
    const number = Number(route.request().url().split("/").at(-1));
    return route.fulfill({ body: Buffer.from(shown[number] ?? []), headers: { "x-nothing": "said" } });
  });
  for (const number of shown.keys()) {
    await page.goto(`/shown/${number}`);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  }
  expect(asked.filter((url) => !/\/shown\/\d+$|\/favicon/.test(url))).toEqual([]);
});
