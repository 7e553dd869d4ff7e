import { createHash } from "node:crypto";
import { PDFName } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  active,
  encrypted,
  heic,
  html,
  joined,
  letter,
  packedBomb,
  photo,
  svg,
  zip,
} from "../../test/letters.ts";
import { inspectDocument } from "./inspect.ts";
import { shownName } from "../../lib/file-name.ts";
import { LIMITS, type Problem } from "./kinds.ts";

const MIME: Record<string, string> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  svg: "image/svg+xml",
  html: "text/html",
};
const look = async (
  fileName: string,
  made: Uint8Array | Promise<Uint8Array>,
  declaredType = MIME[fileName.split(".").at(-1) ?? ""] ?? "",
) => inspectDocument({ bytes: await made, fileName, declaredType });

describe("what a letter may be", () => {
  test.each([1, 2, LIMITS.pages])("given a PDF of %i pages, then it is taken as it is", async (pages) => {
    const bytes = await letter(pages);
    const verdict = await look("letter.pdf", bytes);
    expect(verdict).toMatchObject({
      ok: true,
      file: { mime: "application/pdf", pages, fileName: "letter.pdf" },
    });
    expect(verdict.ok && verdict.file.bytes).toEqual(bytes);
    expect(verdict.ok && verdict.file.sha256).toEqual(createHash("sha256").update(bytes).digest());
  });

  test("given a PDF with packed objects, a jump on opening or blank lines at its end, then it is taken", async () => {
    expect(await look("a.pdf", letter(2, undefined, true))).toMatchObject({ ok: true });
    const jump = letter(1, (pdf) =>
      pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj([pdf.getPage(0).ref, "Fit"])),
    );
    expect(await look("b.pdf", jump)).toMatchObject({ ok: true });
    expect(await look("c.pdf", joined(await letter(), "\r\n\r\n"))).toMatchObject({ ok: true });
  });

  test.each([
    ["letter.jpg", photo.jpeg],
    ["LETTER.JPEG", photo.jpeg],
    ["letter.png", photo.png],
    ["letter.webp", photo.webp],
  ])("given the photo %s, then a JPEG copy is kept under the hash of what arrived", async (name, make) => {
    const bytes = await make();
    const verdict = await look(name, bytes, "");
    if (!verdict.ok) throw new Error(verdict.problem);
    expect(verdict.file).toMatchObject({ mime: "image/jpeg", pages: null });
    expect(verdict.file.fileName).toMatch(/\.(jpg|JPEG)$/);
    expect(verdict.file.sha256.toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect((await sharp(verdict.file.bytes).metadata()).format).toBe("jpeg");
  });

  test("given a photo that says where it was taken, then nothing of that is kept, nor what hides behind it", async () => {
    const bytes = joined(await photo.withLocation(), zip(), "<script>CANARY-TAIL</script>");
    expect(Buffer.from(bytes).toString("latin1")).toContain("CANARY-EXIF");
    const verdict = await look("letter.jpg", bytes);
    if (!verdict.ok) throw new Error(verdict.problem);
    const { exif, xmp, icc, iptc } = await sharp(verdict.file.bytes).metadata();
    expect({ exif, xmp, icc, iptc }).toEqual({});
    expect(Buffer.from(verdict.file.bytes).toString("latin1")).not.toMatch(/CANARY|GPS|PK\x05\x06/);
  });
});

const program = (start: Uint8Array) => joined(start, new Uint8Array(200));
const refused: [string, Problem, string, () => Uint8Array | Promise<Uint8Array>, string?][] = [
  ["nothing", "empty", "letter.pdf", () => new Uint8Array()],
  ["one byte over the limit", "too_big", "letter.pdf", () => new Uint8Array(LIMITS.bytes + 1)],
  ["12 MB", "too_big", "letter.pdf", () => new Uint8Array(12 * 1024 * 1024)],
  ["a Windows program", "executable", "letter.pdf", () => program(joined("MZ\x90\0"))],
  ["a Linux program", "executable", "letter.pdf", () => program(joined("\x7fELF"))],
  ["a Mac program", "executable", "letter.png", () => program(joined("\xcf\xfa\xed\xfe"))],
  ["a shell script", "executable", "letter.pdf", () => joined("#!/bin/sh\nrm -rf /\n")],
  ["a letter named .exe", "executable", "letter.pdf.exe", () => letter()],
  ["a letter named .js", "executable", "letter.js", () => letter()],
  ["an iPhone's photo", "heic", "IMG_1.HEIC", heic, "image/heic"],
  ["an iPhone's photo renamed", "heic", "IMG_1.jpg", heic],
  ["a drawing with a script", "unsupported", "letter.svg", svg],
  ["a drawing named PNG", "disguised", "letter.png", svg],
  ["a page of the web", "unsupported", "letter.html", html],
  ["a page of the web named PDF", "disguised", "letter.pdf", html],
  ["words in a text file", "unsupported", "letter.txt", () => joined("cleared to run"), "text/plain"],
  ["an archive", "unsupported", "letter.zip", zip, "application/zip"],
  ["an archive named PDF", "disguised", "letter.pdf", zip],
  ["a PDF named photo", "disguised", "letter.jpg", () => letter()],
  ["a photo named PDF", "disguised", "letter.pdf", photo.jpeg],
  ["a JPEG named PNG", "disguised", "letter.png", photo.jpeg],
  ["a PDF declared a page of the web", "disguised", "letter.pdf", () => letter(), "text/html"],
  ["%PDF and then HTML", "disguised", "letter.pdf", () => joined("%PDF-1.7\n", html())],
  [
    "a whole PDF with HTML in its head",
    "disguised",
    "letter.pdf",
    async () => joined("%PDF-1.4\n%<HTML onload=alert(1)>\n", await letter()),
  ],
  ["a PDF with an archive behind it", "disguised", "letter.pdf", async () => joined(await letter(), zip())],
  ["a PDF with HTML behind it", "disguised", "letter.pdf", async () => joined(await letter(), "\n", html())],
  ["HTML before the PDF", "disguised", "letter.pdf", async () => joined(html(), await letter())],
  ["only the first words of a PDF", "damaged", "letter.pdf", () => joined("%PDF-1.7\n")],
  [
    "a PDF without a page tree",
    "damaged",
    "letter.pdf",
    () =>
      joined(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
      ),
  ],
  ["a PDF of no pages", "no_pages", "letter.pdf", () => letter(0)],
  ["a PDF of 31 pages", "too_many_pages", "letter.pdf", () => letter(31)],
  ["a PDF of 400 pages, packed", "too_many_pages", "letter.pdf", () => letter(400, undefined, true)],
  [
    "a page of 300 inches",
    "damaged",
    "letter.pdf",
    () => letter(1, (pdf) => pdf.getPage(0).setSize(21_600, 100)),
  ],
  ["an encrypted PDF", "encrypted", "letter.pdf", encrypted],
  ["packed objects that unpack to 64 MB", "damaged", "letter.pdf", packedBomb],
  ["half a JPEG", "damaged", "letter.jpg", async () => (await photo.jpeg(400, 400)).subarray(0, 600)],
  [
    "half a PNG",
    "damaged",
    "letter.png",
    async () => {
      const whole = await sharp({
        create: {
          width: 200,
          height: 200,
          channels: 3,
          background: "#123",
          noise: { type: "gaussian", mean: 90, sigma: 60 },
        },
      })
        .png()
        .toBuffer();
      return whole.subarray(0, whole.length / 2);
    },
  ],
  ["half a WebP", "damaged", "letter.webp", async () => (await photo.webp(400, 400)).subarray(0, 60)],
  ["a small PNG of 64 megapixels", "too_many_pixels", "letter.png", () => photo.png(8_000, 8_000)],
  ["a moving picture", "moving", "letter.webp", photo.moving],
  ...Object.entries(active).map(([name, make]): (typeof refused)[number] => [
    `a PDF with ${name}`,
    "active",
    "letter.pdf",
    make,
  ]),
];

describe("what is refused, with the reason", () => {
  test.each(refused)("given %s, then %s", async (_, problem, name, make, declared) => {
    expect(await look(name, await make(), declared)).toEqual({ ok: false, problem });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])("given a PDF cut off at %i tenths, then damaged", async (tenths) => {
    const whole = await letter(3);
    const verdict = await look("letter.pdf", whole.subarray(0, Math.floor((whole.length * tenths) / 10)));
    expect(verdict).toEqual({ ok: false, problem: "damaged" });
  });
});

describe("a file's name is only text", () => {
  const long = "ā".repeat(5_000);
  test.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\me\\letter.pdf", "letter.pdf"],
    ["letter\u202egpj.pdf", "lettergpj.pdf"],
    ["a\0b\r\nc.pdf", "abc.pdf"],
    [".pdf", "letter.pdf"],
    ["Whakamārama 👶.pdf", "Whakamārama 👶.pdf"],
  ])("given %j, then it is shown as %j", (given, shown) => {
    expect(shownName(given)).toBe(shown);
  });

  test("given 5000 letters, then the first 110 and the ending", () => {
    expect(shownName(`${long}.pdf`)).toBe(`${long.slice(0, 110)}.pdf`);
  });
});
