// The corpus: files that somebody may send instead of a letter, each made by script, with the verdict we expect of it.
// Read by the tests and by `npm run hostile`, which prints the table.
import { deflateSync } from "node:zlib";
import { PDFName, PDFNumber } from "pdf-lib";
import { LIMITS, type Problem } from "../server/documents/kinds.ts";
import {
  active,
  encrypted,
  heic,
  html,
  joined,
  letter,
  openingWith,
  packedBomb,
  photo,
  rawPdf,
  svg,
  zip,
} from "./letters.ts";

/** What becomes of it. `taken`: kept, and shown as pictures that hold nothing of what was hidden in it. */
export type Expected = "taken" | Problem;
export type Hostile = {
  readonly what: string;
  readonly expected: Expected;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** The type it claims; what belongs to its ending when left out. */
  readonly type?: string;
};

const one = (
  what: string,
  expected: Expected,
  fileName: string,
  make: Hostile["make"],
  type?: string,
): Hostile => ({ what, expected, fileName, make, ...(type === undefined ? {} : { type }) });

const whole = {
  pdf: () => letter(),
  jpg: () => photo.noisy("jpeg"),
  png: () => photo.noisy("png"),
  webp: () => photo.noisy("webp"),
} as const;
const kinds = Object.keys(whole) as (keyof typeof whole)[];

// In two parts, so that a scanner does not take this file itself for what it looks for.
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

const programs: Hostile[] = [
  ...Object.entries({
    "a Windows program": "MZ\x90\0",
    "a Linux program": "\x7fELF",
    "a Mac program": "\xcf\xfa\xed\xfe",
    "an old Mac program": "\xfe\xed\xfa\xce",
    "a Java class": "\xca\xfe\xba\xbe",
    "a shell script": "#!/bin/sh\n",
  }).map(([what, start]) =>
    one(`${what} named PDF`, "executable", "letter.pdf", () => joined(start, new Uint8Array(200))),
  ),
  ..."exe js jse vbs ps1 apk jar hta lnk sh bat msi dmg scr"
    .split(" ")
    .map((ending) => one(`a letter named .${ending}`, "executable", `letter.pdf.${ending}`, whole.pdf)),
];

const disguises: Hostile[] = [
  ...kinds.flatMap((is) =>
    kinds
      .filter((says) => says !== is)
      .map((says) => one(`a ${is} named ${says}`, "disguised", `letter.${says}`, whole[is], "")),
  ),
  one("a PDF declared a page of the web", "disguised", "letter.pdf", whole.pdf, "text/html"),
  one("a photo declared a drawing", "disguised", "letter.png", whole.png, "image/svg+xml"),
  one("a photo declared a PDF", "disguised", "letter.jpg", whole.jpg, "application/pdf"),
  one("a PDF that declares nothing", "taken", "letter.pdf", whole.pdf, "application/octet-stream"),
];

const DRAWINGS = {
  "a drawing with a script": svg,
  "a drawing that starts by itself": () =>
    joined('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  "a drawing with a page in it": () =>
    joined(
      '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><script>alert(1)</script></foreignObject></svg>',
    ),
  "a drawing that fetches": () =>
    joined('<svg xmlns="http://www.w3.org/2000/svg"><use href="http://evil.example/x.svg#a"/></svg>'),
} as const;
const OTHERS = {
  html: html,
  xhtml: () =>
    joined(
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    ),
  mhtml: () =>
    joined("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<script>alert(1)</script>"),
  xml: () => joined('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  rtf: () => joined("{\\rtf1\\ansi hello}"),
  docx: zip,
  zip: zip,
  gz: () => joined("\x1f\x8b\x08\0", new Uint8Array(40)),
  txt: () => joined("cleared to run"),
  eml: () => joined("From: a@b.example\r\nSubject: x\r\n\r\nhello"),
  gif: () => joined("GIF89a/*", new Uint8Array(12), "*/=1;alert(1)//"),
  tiff: () => joined("II*\0", new Uint8Array(60)),
  bmp: () => joined("BM", new Uint8Array(60)),
  avif: () => joined("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", new Uint8Array(40)),
  ico: () => joined("\0\0\x01\0\x01\0", new Uint8Array(40)),
  ps: () => joined("%!PS-Adobe-3.0\n(x) show\n"),
} as const;
const foreign: Hostile[] = [
  ...Object.entries(DRAWINGS).flatMap(([what, make]) => [
    one(what, "unsupported", "letter.svg", make, "image/svg+xml"),
    one(`${what} named PNG`, "disguised", "letter.png", make, "image/png"),
  ]),
  ...Object.entries(OTHERS).flatMap(([ending, make]) => [
    one(`a ${ending} file`, "unsupported", `letter.${ending}`, make, ""),
    one(`a ${ending} file named PDF`, "disguised", "letter.pdf", make),
  ]),
  one("an iPhone's photo", "heic", "IMG_1.HEIC", heic, "image/heic"),
  one("an iPhone's photo named JPEG", "heic", "IMG_1.jpg", heic),
  one(
    "the test file of virus scanners as text",
    "unsupported",
    "letter.com.txt",
    () => joined(EICAR),
    "text/plain",
  ),
];

const twoInOne: Hostile[] = [
  one("%PDF and then HTML", "disguised", "letter.pdf", () => joined("%PDF-1.7\n", html())),
  one("a PDF with HTML in its head", "disguised", "letter.pdf", async () =>
    joined("%PDF-1.4\n%<HTML onload=alert(1)>\n", await letter()),
  ),
  one("HTML before the PDF", "disguised", "letter.pdf", async () => joined(html(), await letter())),
  one("a PDF with HTML behind it", "disguised", "letter.pdf", async () =>
    joined(await letter(), "\n", html()),
  ),
  one("a PDF with an archive behind it", "disguised", "letter.pdf", async () =>
    joined(await letter(), zip()),
  ),
  one("a PDF with a program behind it", "disguised", "letter.pdf", async () =>
    joined(await letter(), "MZ\x90\0"),
  ),
  one("a PDF with PHP in it", "disguised", "letter.pdf", async () =>
    joined("%PDF-1.4\n%<?php x ?>\n", await letter()),
  ),
  one("a JPEG with a PDF behind it", "taken", "letter.jpg", async () =>
    joined(await whole.jpg(), await letter()),
  ),
  one("a JPEG with HTML behind it", "taken", "letter.jpg", async () => joined(await whole.jpg(), html())),
  one("a PNG with an archive behind it", "taken", "letter.png", async () => joined(await whole.png(), zip())),
  one("a photo that tells where it was taken", "taken", "letter.jpg", photo.withLocation),
  one("a moving picture", "moving", "letter.webp", photo.moving),
];

const ACTIONS = [
  "JavaScript",
  "Launch",
  "URI",
  "SubmitForm",
  "ImportData",
  "GoToR",
  "GoToE",
  "Movie",
  "Sound",
  "Rendition",
];
const doing: Hostile[] = [
  ...Object.entries(active).map(([name, make]) => one(`a PDF with ${name}`, "active", "letter.pdf", make)),
  ...ACTIONS.map((name) =>
    one(`a PDF that opens with ${name}`, "active", "letter.pdf", () => openingWith(name)),
  ),
  one("a PDF that jumps to its first page", "taken", "letter.pdf", () =>
    letter(1, (pdf) =>
      pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj([pdf.getPage(0).ref, "Fit"])),
    ),
  ),
  one("the test file of virus scanners in a PDF's text", "taken", "letter.pdf", () =>
    letter(1, (pdf) => pdf.setSubject(EICAR)),
  ),
];

const cut: Hostile[] = kinds.flatMap((kind) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenths) =>
    one(`${tenths} tenths of a ${kind}`, "damaged", `letter.${kind}`, async () => {
      const bytes = await whole[kind]();
      return bytes.subarray(0, Math.floor((bytes.length * tenths) / 10));
    }),
  ),
);

const bombs: Hostile[] = [
  one("nothing", "empty", "letter.pdf", () => new Uint8Array()),
  one("one byte over the limit", "too_big", "letter.pdf", () => new Uint8Array(LIMITS.bytes + 1)),
  one("a PDF of no pages", "no_pages", "letter.pdf", () => letter(0)),
  one("a PDF of 31 pages", "too_many_pages", "letter.pdf", () => letter(31)),
  one("a PDF of 400 pages, packed", "too_many_pages", "letter.pdf", () => letter(400, undefined, true)),
  one("a page of 300 inches", "damaged", "letter.pdf", () =>
    letter(1, (pdf) => pdf.getPage(0).setSize(21_600, 100)),
  ),
  one("an encrypted PDF", "encrypted", "letter.pdf", encrypted),
  one("packed objects that unpack to 64 MB", "damaged", "letter.pdf", packedBomb),
  one("a page tree that is its own child", "damaged", "letter.pdf", () =>
    rawPdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
  ),
  one("a page tree that says more than it holds", "no_pages", "letter.pdf", () =>
    rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
      "null",
    ]),
  ),
  one("a catalogue that is not one", "damaged", "letter.pdf", () => rawPdf(["[1 2 3]"])),
  one("a page whose words unpack to 64 MB", "taken", "letter.pdf", () =>
    rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
      { head: "/Filter /FlateDecode", body: deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { level: 9 }) },
    ]),
  ),
  one("a page with a picture of 400 megapixels", "taken", "letter.pdf", () =>
    rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
      { head: "", body: Buffer.from("595 0 0 842 0 0 cm /X Do") },
      {
        head: "/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
        body: deflateSync(Buffer.alloc(1024 * 1024), { level: 9 }),
      },
    ]),
  ),
  one("a form that draws itself", "taken", "letter.pdf", () =>
    rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
      { head: "", body: Buffer.from("/X Do") },
      {
        head: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
        body: Buffer.from("/X Do /X Do"),
      },
    ]),
  ),
  one("a page of no size", "taken", "letter.pdf", () =>
    letter(1, (pdf) => pdf.getPage(0).node.set(PDFName.of("MediaBox"), pdf.context.obj([0, 0, 0, 0]))),
  ),
  one("a page turned by a seventh", "taken", "letter.pdf", () =>
    letter(1, (pdf) => pdf.getPage(0).node.set(PDFName.of("Rotate"), PDFNumber.of(51))),
  ),
  one("a small PNG of 64 megapixels", "too_many_pixels", "letter.png", () => photo.png(8_000, 8_000)),
  one("a PNG with 64 MB of packed words", "taken", "letter.png", photo.wordy),
];

const NAMES = {
  "a name that climbs": "../../etc/passwd.pdf",
  "a name from another system": "C:\\Users\\me\\letter.pdf",
  "a name that reads backwards": "letter\u202egpj.pdf",
  "a name with an end in it": "a\0b\r\nSet-Cookie: x.pdf",
  "a name of nothing": ".pdf",
  "a name of 4,000 letters": `${"ā".repeat(4_000)}.pdf`,
  "a name with a face": "Whakamārama 👶.pdf",
  "a name that is markup": "<img src=x onerror=alert(1)>.pdf",
} as const;
const named: Hostile[] = Object.entries(NAMES).map(([what, name]) => one(what, "taken", name, whole.pdf));

const MIME: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  svg: "image/svg+xml",
  html: "text/html",
};
/** The type it comes with. */
export const typeOf = ({ fileName, type }: Pick<Hostile, "fileName" | "type">): string =>
  type ?? MIME[fileName.split(".").at(-1)?.toLowerCase() ?? ""] ?? "";

/** Everything, in the order of the table. */
export const CORPUS: readonly Hostile[] = [
  ...programs,
  ...disguises,
  ...foreign,
  ...twoInOne,
  ...doing,
  ...cut,
  ...bombs,
  ...named,
];
