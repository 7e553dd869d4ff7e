import { PDFDict, PDFDocument, PDFName, PDFStream } from "pdf-lib";
import { expect, test } from "vitest";
import { readPaper } from "../../test/read-paper.ts";
import type { Paper } from "./paper.ts";
import { writePaper } from "./write.ts";

const MACRONS = "Ngāmotu, Ōtautahi: āēīōū ĀĒĪŌŪ";
const paper: Paper = {
  title: "An update for Whāingaroa",
  lang: "en-NZ",
  head: { name: "Te Whare Ōranga", lines: ["Made on a day"] },
  // The e with a hook and the i with its accent apart: a phone may send either.
  to: ["Pia Müller-Nguyễn", "Łódź Clinic", "Zoe\u0308 Z\u030C"],
  parts: [
    { type: "heading", text: "Why" },
    { type: "text", text: `${MACRONS} é ü ß ş ğ ő “quotes” – and 跑` },
    { type: "list", items: ["one", "two"] },
    { type: "facts", rows: [["Name", "Mere Kōwhai"]] },
    {
      type: "table",
      head: ["Test", "Left", "Right"],
      rows: Array.from({ length: 30 }, (_, n) => [`Test ${n}`, `${n}`, `${n + 100}`]),
    },
    { type: "code", code: "7K2M-9QXA-31CD", address: "https://a.example/passport#7K2M", alt: "A square" },
  ],
  foot: "From the practice",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  madeAt: new Date("2026-11-22T00:00:00Z"),
};

const written = writePaper(paper);

test("given a paper, then another library reads every word of it, with accents, page numbers, tags, title and language", async () => {
  const read = await readPaper(await written);
  for (const words of ["Te Whare Ōranga", MACRONS, "é ü ß ş ğ ő “quotes” – and ?", "Mere Kōwhai", "Łódź"])
    expect(read.text).toContain(words);
  expect(read.text).toContain("Nguyễn");
  expect(read.text).toContain("Zoë Ž");
  expect(read.pages.map((page) => /Page \d of \d/.exec(page)?.[0])).toEqual(["Page 1 of 2", "Page 2 of 2"]);
  expect(read.text.match(/From the practice/g)).toHaveLength(2);
  expect(read).toMatchObject({ title: paper.title, lang: "en-NZ", alts: ["A square"] });
  expect(read.roles.filter((role) => role === "H1")).toHaveLength(1);
  const tags = "Root Document P H1 H2 L LI Lbl LBody Table TR TH TD Figure".split(" ");
  expect(new Set(read.roles)).toEqual(new Set(tags));
});

test("given a paper, then every font travels with it", async () => {
  const file = await PDFDocument.load(await written, { updateMetadata: false });
  const fonts = file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"));
  expect(fonts.length).toBeGreaterThanOrEqual(4);
  for (const font of fonts)
    expect(font.lookup(PDFName.of("FontFile2")) ?? font.lookup(PDFName.of("FontFile3"))).toBeInstanceOf(
      PDFStream,
    );
});
