import { inflateSync } from "node:zlib";
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from "pdf-lib";
import { LIMITS, type Problem } from "./kinds.ts";

/** Structure inside a file that a parser unpacks at once may not grow beyond this. */
const UNPACKED_BYTES = 32 * 1024 * 1024;

type Looked = { pages: number } | { problem: Problem };

/**
 * Opens a PDF for real and refuses everything that is more than pages: scripts, actions that start something, files
 * inside the file, forms that are programs, and two formats in one skin.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Looked> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const skin = disguise(text);
  if (skin) return { problem: skin };
  // Said in the trailer, which is never encrypted itself. Our parser could not tell: its error has lost its class.
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/.test(text)) return { problem: "encrypted" };
  if (hasBomb(text, bytes)) return { problem: "damaged" };
  try {
    const pdf = await PDFDocument.load(bytes, {
      throwOnInvalidObject: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Medium,
    });
    if (isActive(pdf)) return { problem: "active" };
    const pages = pdf.getPages();
    if (pages.length === 0) return { problem: "no_pages" };
    if (pages.length > LIMITS.pages) return { problem: "too_many_pages" };
    const huge = pages.some((page) => Math.max(page.getWidth(), page.getHeight()) > LIMITS.pageUnits);
    return huge ? { problem: "damaged" } : { pages: pages.length };
  } catch {
    return { problem: "damaged" };
  }
}

/** A PDF that is also something else: HTML that a careless browser would run, or an archive behind the last page. */
function disguise(text: string): Problem | null {
  if (!/^%PDF-[12]\.\d/.test(text)) return "disguised";
  if (/<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)\b/i.test(text)) return "disguised";
  const end = text.lastIndexOf("%%EOF");
  if (end === -1) return "damaged";
  // biome-ignore lint: NUL padding is what some scanners append
  if (!/^[\s\0]*$/.test(text.slice(end + 5))) return "disguised";
  if (text.slice(-66_000).includes("PK\x05\x06")) return "disguised";
  return null;
}

const unescapeName = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Streams of objects and of cross references are unpacked by any parser at once: a small file can fill a machine. */
function hasBomb(text: string, bytes: Uint8Array): boolean {
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(match.index - 3, match.index) === "end") continue;
    const from = text.lastIndexOf("obj", match.index);
    const dictionary = unescapeName(text.slice(Math.max(from, match.index - 4096), match.index));
    if (!/\/(?:ObjStm|XRef)\b/.test(dictionary)) continue;
    if ((dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)?.length ?? 0) > 1)
      return true;
    try {
      inflateSync(bytes.subarray(match.index + match[0].length), { maxOutputLength: UNPACKED_BYTES });
    } catch (error) {
      // Not deflate at all is for the parser to judge.
      if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") return true;
    }
  }
  return false;
}

// Actions that run, send, open or play something. Jumps inside the letter and links a person has to press are fine.
const ACTIVE_ACTIONS = new Set(
  "JavaScript Launch SubmitForm ImportData ResetForm GoToR GoToE Movie Sound Rendition RichMediaExecute GoTo3DView SetOCGState Trans".split(
    " ",
  ),
);
const ACTIVE_KEYS = new Set(
  "JS JavaScript XFA EF EmbeddedFiles RichMediaContent RichMediaSettings AF 3DD".split(" "),
);
const ACTIVE_TYPES = new Set("EmbeddedFile RichMedia".split(" "));

function nameIn(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

function isActiveDict(dict: PDFDict): boolean {
  for (const key of dict.keys()) if (ACTIVE_KEYS.has(key.decodeText())) return true;
  const action = nameIn(dict, "S");
  if (action !== null && ACTIVE_ACTIONS.has(action)) return true;
  if (ACTIVE_TYPES.has(nameIn(dict, "Type") ?? "") || ACTIVE_TYPES.has(nameIn(dict, "Subtype") ?? ""))
    return true;
  // What opens by itself, on opening the file or a page, may only jump.
  for (const key of ["OpenAction", "AA"]) {
    const opened = dict.lookup(PDFName.of(key));
    if (opened instanceof PDFDict && !(key === "OpenAction" && nameIn(opened, "S") === "GoTo")) return true;
  }
  return false;
}

function isActive(pdf: PDFDocument): boolean {
  const waiting: PDFObject[] = [pdf.context.trailerInfo.Root, pdf.context.trailerInfo.Info].filter(
    (part): part is PDFObject => part !== undefined,
  );
  for (const [, object] of pdf.context.enumerateIndirectObjects()) waiting.push(object);
  // References are not followed: every object they could lead to is in the list already.
  while (waiting.length > 0) {
    const object = waiting.pop();
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      if (isActiveDict(dict)) return true;
      waiting.push(...dict.values());
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
  }
  return false;
}
