import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { inspectImage } from "./inspect-image.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { extensionOf, shownName } from "../../lib/file-name.ts";
import { type Kind, KINDS, LIMITS, looksExecutable, type Problem } from "./kinds.ts";

/** A file that may be kept: the bytes to store, which for a photo are a clean copy without its metadata. */
export type Sound = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  readonly pages: number | null;
  /** SHA-256 of the bytes as they arrived: what the sender can check against her own copy. */
  readonly sha256: Buffer<ArrayBuffer>;
};
export type Verdict =
  | { readonly ok: true; readonly file: Sound }
  | { readonly ok: false; readonly problem: Problem };

export type Received = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly declaredType: string;
};

const no = (problem: Problem): Verdict => ({ ok: false, problem });

// What a browser says when it does not know.
const UNDECLARED = new Set(["", "application/octet-stream"]);

/**
 * Looks at an uploaded file before anybody else does. Its name, its declared type, its first bytes and a real parser
 * must all agree; then it is fully parsed. Never throws for what a file holds: a broken one is a verdict.
 */
export async function inspectDocument({ bytes, fileName, declaredType }: Received): Promise<Verdict> {
  const extension = extensionOf(fileName);
  if (bytes.length === 0) return no("empty");
  if (bytes.length > LIMITS.bytes) return no("too_big");
  if (looksExecutable(bytes, extension)) return no("executable");
  const sniffed = await sniff(bytes);
  if (/^hei[cf]$/.test(extension) || /^image\/hei[cf]/.test(sniffed ?? "")) return no("heic");

  const named = KINDS.find((row) => (row.extensions as readonly string[]).includes(extension));
  const kind = KINDS.find((row) => row.mime === sniffed);
  if (!named && !kind) return no("unsupported");
  const declared = declaredType.split(";")[0]?.trim().toLowerCase().replace("image/jpg", "image/jpeg") ?? "";
  if (!kind || !named || named.kind !== kind.kind) return no("disguised");
  if (!UNDECLARED.has(declared) && declared !== kind.mime) return no("disguised");

  const looked = await parse(kind.kind, bytes);
  if ("problem" in looked) return no(looked.problem);
  const sha256 = createHash("sha256").update(bytes).digest();
  const shown = shownName(fileName);
  return {
    ok: true,
    file: {
      bytes: looked.bytes,
      mime: looked.mime,
      // A photo is kept as a JPEG, so its name says so.
      fileName: looked.mime === "image/jpeg" ? shown.replace(/\.(png|webp|jpeg)$/i, ".jpg") : shown,
      pages: looked.pages,
      sha256,
    },
  };
}

async function sniff(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    return null;
  }
}

type Parsed = { bytes: Uint8Array; mime: string; pages: number | null } | { problem: Problem };

async function parse(kind: Kind, bytes: Uint8Array): Promise<Parsed> {
  if (kind !== "pdf") return inspectImage(bytes);
  const looked = await inspectPdf(bytes);
  return "problem" in looked ? looked : { bytes, mime: "application/pdf", pages: looked.pages };
}
