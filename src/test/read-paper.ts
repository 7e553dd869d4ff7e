// Reads a PDF back with another library than the one that wrote it.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

/** The words of each page in reading order, its tags outside in, and what the file says of itself. */
export async function readPaper(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  const alts: string[] = [];
  const walk = (node: Node) => {
    if (node.role) roles.push(node.role);
    if (node.alt) alts.push(node.alt);
    node.children?.forEach(walk);
  };
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
    walk((await page.getStructTree()) as Node);
  }
  const { info } = await file.getMetadata();
  await task.destroy();
  const { Title, Language } = info as { Title?: string; Language?: string };
  return { pages, text: pages.join(" ").replace(/\s+/g, " "), roles, alts, title: Title, lang: Language };
}
