// Letters a physio might choose, made on the spot.
import { PDFDocument } from "pdf-lib";

/** A plain PDF letter as Playwright's file chooser takes it, so many bytes longer than it need be. */
export async function letter(name = "letter.pdf", pages = 1, padding = 0) {
  const pdf = await PDFDocument.create();
  pdf.setSubject("x".repeat(padding / 4));
  for (let page = 0; page < pages; page += 1)
    pdf.addPage([595, 842]).drawText(`Assessment, page ${page + 1}`, { x: 60, y: 760 });
  return {
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from(await pdf.save({ useObjectStreams: padding === 0 })),
  };
}

/** Files that are not letters, and a piece of the sentence that says why. */
export const notLetters = [
  { name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0), says: /is empty/ },
  {
    name: "big.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.alloc(12 * 1024 * 1024, 32),
    says: /larger than 10 MB/,
  },
  {
    name: "disguised.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n<html><script>document.title='run'</script></html>\n%%EOF"),
    says: /says one thing and its contents another/,
  },
  {
    name: "letter.exe",
    mimeType: "application/x-msdownload",
    buffer: Buffer.from("MZ\x90\0 program"),
    says: /is a program/,
  },
  {
    name: "IMG_1.HEIC",
    mimeType: "image/heic",
    buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    says: /iPhone photo/,
  },
  {
    name: "locked.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 2 0 R >>\nstartxref\n9\n%%EOF\n",
    ),
    says: /locked with a password/,
  },
];
