import PDFDocument from "pdfkit";
import qrcode from "qrcode";
import { FONT_NAMES, type FontName, fontBytes } from "./fonts.ts";
import type { Paper, Part } from "./paper.ts";

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc["struct"]>;

// A4 in points. Wide enough margins that a hole punch takes no word.
const MARGIN = { top: 64, bottom: 72, left: 68, right: 68 };
const INK = "#1c2925";
const SOFT = "#55605a";
const LINE = "#c9c2b2";
const SIZE = { text: 10.5, small: 8.5, heading: 13, title: 20 } as const;
const QR_SIDE = 116;
const SEAM = 0.2;

const widthOf = (doc: Doc) => doc.page.width - MARGIN.left - MARGIN.right;
const bottomOf = (doc: Doc) => doc.page.height - MARGIN.bottom;

/** A new page when `height` does not fit any more: a heading is never left alone at the foot. */
function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc)) doc.addPage();
}

type Style = { readonly font?: FontName; readonly size?: number; readonly colour?: string };
type Lines = { readonly width?: number; readonly lineGap?: number; readonly align?: "right" };

/** pdfkit knows which letters a font has and does not say so in its types. */
type Embedded = { readonly _font: { readonly font: { hasGlyphForCodePoint: (code: number) => boolean } } };

function hasAll(doc: Doc, text: string): boolean {
  const { font } = (doc as unknown as Embedded)._font;
  return [...text].every(
    (letter) => letter === "\n" || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  );
}

/** Sets the pen, and answers with what can be printed: the spare font for rarer letters, a question mark for what no font of ours has. */
function pen(doc: Doc, text: string, { font = "text", size = SIZE.text, colour = INK }: Style = {}): string {
  // A letter and its accent as one, the way the fonts hold them.
  const whole = text.normalize("NFC").replaceAll("\t", " ").replaceAll("\r", "");
  doc.font(font).fontSize(size).fillColor(colour);
  if (hasAll(doc, whole)) return whole;
  doc.font("spare");
  return [...whole].map((letter) => (hasAll(doc, letter) ? letter : "?")).join("");
}

/** Words at a place. */
const put = (doc: Doc, text: string, x: number, y: number, style?: Style, lines?: Lines) =>
  doc.text(pen(doc, text, style), x, y, { ...lines });
const heightOf = (doc: Doc, text: string, style: Style, width: number) =>
  doc.heightOfString(pen(doc, text || " ", style), { width });

/** A line means nothing to whoever listens: it is marked as such. */
function rule(doc: Doc, y: number): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + widthOf(doc), y)
    .lineWidth(0.6)
    .strokeColor(LINE)
    .stroke();
  doc.endMarkedContent();
}

function head(doc: Doc, root: Element, { head: from, to, title }: Paper): void {
  const width = widthOf(doc);
  const say = (tag: string, text: string, style?: Style) =>
    root.add(doc.struct(tag, {}, () => put(doc, text, MARGIN.left, doc.y, style, { width })));
  say("P", from.name, { font: "heading", size: SIZE.heading });
  for (const line of from.lines) say("P", line, { size: SIZE.small, colour: SOFT });
  rule(doc, doc.y + 6);
  doc.y += 22;
  for (const line of to) say("P", line);
  doc.y += to.length > 0 ? 14 : 2;
  say("H1", title, { font: "heading", size: SIZE.title });
  doc.y += 8;
}

function list(doc: Doc, root: Element, items: readonly string[]): void {
  const element = doc.struct("L");
  root.add(element);
  const width = widthOf(doc) - 18;
  for (const item of items) {
    keepTogether(doc, 20);
    const line = doc.struct("LI");
    element.add(line);
    const top = doc.y;
    line.add(doc.struct("Lbl", {}, () => put(doc, "•", MARGIN.left + 4, top)));
    line.add(doc.struct("LBody", {}, () => put(doc, item, MARGIN.left + 18, top, {}, { width })));
    line.end();
    doc.y += 2;
  }
  element.end();
}

const NAMED = 132;

function facts(doc: Doc, root: Element, rows: readonly (readonly [string, string])[]): void {
  const element = doc.struct("L");
  root.add(element);
  const width = widthOf(doc) - NAMED - 12;
  for (const [name, value] of rows) {
    keepTogether(doc, Math.min(120, heightOf(doc, value, {}, width)));
    const line = doc.struct("LI");
    element.add(line);
    const top = doc.y;
    const label = () => put(doc, name, MARGIN.left, top, { colour: SOFT }, { width: NAMED });
    line.add(doc.struct("Lbl", {}, label));
    const after = doc.y;
    line.add(doc.struct("LBody", {}, () => put(doc, value, MARGIN.left + NAMED + 12, top, {}, { width })));
    line.end();
    // A long value may have gone on to the next page; then its end is what counts.
    doc.y = (doc.y >= top ? Math.max(after, doc.y) : doc.y) + 4;
  }
  element.end();
}

type Table = Extract<Part, { type: "table" }>;

/** Columns: the first is wider, it names what the others say. */
function columnsOf(doc: Doc, count: number) {
  const first = widthOf(doc) * (count > 2 ? 0.34 : 0.62);
  const other = (widthOf(doc) - first) / Math.max(1, count - 1);
  return (column: number) => ({
    left: MARGIN.left + (column === 0 ? 0 : first + other * (column - 1)),
    width: (column === 0 ? first : other) - 8,
  });
}

function row(doc: Doc, element: Element, cells: readonly string[], isHead: boolean): void {
  const column = columnsOf(doc, cells.length);
  const style: Style = isHead ? { font: "strong" } : {};
  const tall = Math.max(...cells.map((cell, n) => heightOf(doc, cell, style, column(n).width)));
  keepTogether(doc, tall + 8);
  const top = doc.y;
  const line = doc.struct("TR");
  element.add(line);
  for (const [n, cell] of cells.entries()) {
    const { left, width } = column(n);
    const draw = () => put(doc, cell || " ", left, top, style, { width });
    line.add(doc.struct(isHead ? "TH" : "TD", (isHead ? { scope: "Column" } : {}) as object, draw));
  }
  line.end();
  rule(doc, top + tall + 2.5);
  doc.y = top + tall + 7;
}

function table(doc: Doc, root: Element, { head: headings, rows }: Table): void {
  const element = doc.struct("Table");
  root.add(element);
  row(doc, element, headings, true);
  for (const cells of rows) row(doc, element, cells, false);
  element.end();
}

/** The code as squares of ink and as letters beside them. */
function code(doc: Doc, root: Element, { code: text, address, alt }: Extract<Part, { type: "code" }>): void {
  doc.y += 6;
  keepTogether(doc, QR_SIDE + 16);
  const top = doc.y;
  const { modules } = qrcode.create(address, { errorCorrectionLevel: "M" });
  const step = QR_SIDE / modules.size;
  const bbox = [MARGIN.left, top, MARGIN.left + QR_SIDE, top + QR_SIDE];
  const draw = () => {
    // Rows of ink, a hair over their edge: square by square, screens and printers leave light seams that cameras trip over.
    for (let y = 0; y < modules.size; y += 1)
      for (let x = 0, end = 0; x < modules.size; x = end + 1) {
        for (end = x; modules.get(y, end) && end < modules.size; end += 1);
        if (end > x) doc.rect(MARGIN.left + x * step, top + y * step, (end - x) * step, step + SEAM);
      }
    doc.fill("#000000");
  };
  root.add(doc.struct("Figure", { alt, bbox } as { alt: string }, draw));
  const x = MARGIN.left + QR_SIDE + 24;
  const style = { font: "strong", size: 20 } as const;
  root.add(doc.struct("P", {}, () => put(doc, text, x, top + QR_SIDE / 2 - 14, style)));
  doc.y = top + QR_SIDE + 14;
}

const TEXT = { soft: { colour: SOFT }, strong: { font: "strong" } } as const;

function write(doc: Doc, root: Element, part: Part): void {
  const say = (tag: string, text: string, style?: Style) => {
    const draw = () => put(doc, text, MARGIN.left, doc.y, style, { width: widthOf(doc), lineGap: 2 });
    root.add(doc.struct(tag, {}, draw));
  };
  switch (part.type) {
    case "heading":
      keepTogether(doc, 60);
      doc.y += 10;
      say("H2", part.text, { font: "heading", size: SIZE.heading });
      break;
    case "text":
      keepTogether(doc, 30);
      say("P", part.text, part.tone && TEXT[part.tone]);
      break;
    case "list":
      list(doc, root, part.items);
      break;
    case "facts":
      facts(doc, root, part.rows);
      break;
    case "table":
      table(doc, root, part);
      break;
    case "code":
      code(doc, root, part);
      break;
  }
  doc.y += 4;
}

/** Page numbers are known when all is written, and repeat on every page: nothing to listen to. */
function feet(doc: Doc, { foot, pageOf }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    const y = doc.page.height - 44;
    const width = widthOf(doc);
    const style = { size: SIZE.small, colour: SOFT };
    put(doc, foot, MARGIN.left, y, style, { width: width - 90 });
    put(doc, pageOf(page + 1, count), MARGIN.left, y, style, { width, align: "right" });
    doc.endMarkedContent();
  }
}

/**
 * A paper as PDF 1.7: fonts embedded, tagged for readers aloud (headings, lists, tables with their heads, the picture with
 * its words), with title and language. The same paper gives the same pages.
 */
export async function writePaper(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margins: MARGIN,
    bufferPages: true,
    tagged: true,
    lang: paper.lang,
    displayTitle: true,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    info: { Title: paper.title, Author: paper.head.name, Creator: "Sevenstride", CreationDate: paper.madeAt },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve());
    doc.on("error", reject);
  });
  for (const name of FONT_NAMES) doc.registerFont(name, fontBytes(name));
  const root = doc.struct("Document");
  doc.addStructure(root);
  head(doc, root, paper);
  for (const part of paper.parts) write(doc, root, part);
  root.end();
  feet(doc, paper);
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
