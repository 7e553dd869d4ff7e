// The jail: a process of its own that turns the pages of one PDF into pictures, started by `pages.ts` with Node's
// permission model. It may read this folder and the packages it draws with; it may not write, start anything, reach the
// network or see the environment. The PDF comes in on standard input, each page goes out as its length (4 bytes) and a
// JPEG. What it says on standard error is for nobody.
import { createRequire } from "node:module";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { JPEG_QUALITY, LONGER_SIDE, MOST_PIXELS } from "./limits.ts";

const packaged = (folder: string) =>
  path.join(path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), folder, "/");

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);

const pdf = await getDocument({
  data: new Uint8Array(Buffer.concat(parts)),
  enableXfa: false,
  // Letters are drawn as outlines: no font of this machine is asked for, those a PDF may leave out come with pdfjs.
  disableFontFace: true,
  useSystemFonts: false,
  standardFontDataUrl: packaged("standard_fonts"),
  cMapUrl: packaged("cmaps"),
  wasmUrl: packaged("wasm"),
  iccUrl: packaged("iccs"),
  maxImageSize: MOST_PIXELS,
  stopAtErrors: false,
  verbosity: VerbosityLevel.ERRORS,
}).promise;

for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = LONGER_SIDE / Math.max(natural.width, natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, annotationMode: 0 })
    .promise;
  const jpeg = await canvas.encode("jpeg", JPEG_QUALITY);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(jpeg.length);
  process.stdout.write(head);
  process.stdout.write(jpeg);
  page.cleanup();
}
