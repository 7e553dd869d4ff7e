import { spawnSync } from "node:child_process";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { CORPUS } from "../../../test/hostile.ts";
import { joined, letter } from "../../../test/letters.ts";
import { LONGER_SIDE } from "./limits.ts";
import { JAIL, renderPages } from "./pages.ts";

describe("the pages of a letter as pictures", () => {
  test("given a letter of two pages, then each is a picture that shows its words and holds nothing else", async () => {
    const drawn = (await renderPages(await letter(2), 2))!;
    expect(drawn.length).toBe(2);
    for (const page of drawn) {
      const { format, width, height, exif, xmp } = await sharp(page).metadata();
      expect([format, height, exif, xmp]).toEqual(["jpeg", LONGER_SIDE, undefined, undefined]);
      expect(width).toBeLessThan(LONGER_SIDE);
      // White paper with ink on it.
      const { channels } = await sharp(page).greyscale().stats();
      expect(channels[0]!.max).toBe(255);
      expect(channels[0]!.min).toBeLessThan(80);
    }
  });

  test("given PDFs made to fill a machine, then what can be drawn is drawn", {
    timeout: 30_000,
  }, async () => {
    const bombs = CORPUS.filter(({ what }) => /picture of 400 megapixels|form that draws itself/.test(what));
    expect(bombs.length).toBe(2);
    const drawn = await Promise.all(bombs.map(async ({ make }) => renderPages(await make(), 1)));
    expect(drawn.map((pages) => pages?.length)).toEqual([1, 1]);
  });

  test("given what is not a PDF, or another number of pages than was counted, then nothing is drawn", async () => {
    const [none, other] = await Promise.all([
      renderPages(joined("%PDF-1.7\nno more than this\n%%EOF"), 1),
      renderPages(await letter(2), 1),
    ]);
    expect([none, other]).toEqual([null, null]);
  });
});

describe("the jail they are drawn in", () => {
  test("given code that got in, then it reads no file, writes none, starts nothing and reaches nobody", () => {
    const escape = `
      const tried = {};
      const tries = {
        read: () => require("node:fs").readFileSync("/etc/hostname"),
        secrets: () => require("node:fs").readdirSync(${JSON.stringify(process.cwd())} + "/.data"),
        write: () => require("node:fs").writeFileSync("here.txt", "x"),
        start: () => require("node:child_process").spawnSync("id"),
        thread: () => new (require("node:worker_threads").Worker)("1", { eval: true }),
        made: () => new Function("return 1")(),
      };
      for (const [name, go] of Object.entries(tries)) {
        try { go(); tried[name] = "done"; } catch (error) { tried[name] = error.code ?? error.name; }
      }
      const socket = require("node:net").connect(9, "127.0.0.1");
      socket.on("error", (error) => console.log(JSON.stringify({ ...tried, reach: error.code })));
    `;
    const { stdout } = spawnSync(process.execPath, [...JAIL, "-e", escape], { env: {} as NodeJS.ProcessEnv });
    const denied = "ERR_ACCESS_DENIED";
    expect(JSON.parse(stdout.toString("utf8"))).toEqual({
      read: denied,
      secrets: denied,
      write: denied,
      start: denied,
      thread: denied,
      made: "EvalError",
      reach: denied,
    });
  });
});
