import { createHash } from "node:crypto";
import { PDFName } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { CORPUS, typeOf } from "../../test/hostile.ts";
import { joined, letter, photo, zip } from "../../test/letters.ts";
import { inspectDocument } from "./inspect.ts";
import { shownName } from "../../lib/file-name.ts";
import { LIMITS } from "./kinds.ts";

const look = async (fileName: string, made: Uint8Array | Promise<Uint8Array>, type?: string) =>
  inspectDocument({
    bytes: await made,
    fileName,
    declaredType: typeOf({ fileName, ...(type === undefined ? {} : { type }) }),
  });

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

describe("what may come instead of a letter (src/test/hostile.ts)", () => {
  test.each(CORPUS)("given $what, then $expected", async (file) => {
    const bytes = await file.make();
    const verdict = await inspectDocument({ bytes, fileName: file.fileName, declaredType: typeOf(file) });
    expect(verdict.ok ? "taken" : verdict.problem).toBe(file.expected);
  });

  test("there are as many as were asked for, and no two of a name", () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(CORPUS.map(({ what }) => what)).size).toBe(CORPUS.length);
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
