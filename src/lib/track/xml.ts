import { SaxesParser } from "saxes";
import { TrackBroken } from "./track.ts";

/** Deeper than any recording goes. */
const DEEPEST = 32;
/** More than sixteen hours, second by second, with all that a device may say. */
const MOST_ELEMENTS = 1_000_000;
/** Characters of one value: a time or a number is short. */
const LONGEST_TEXT = 200;

type Tag = {
  /** Without its prefix, in small letters. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
};
export type XmlReader = {
  readonly open?: (tag: Tag, path: readonly string[]) => void;
  /** The text between begin and end of an innermost element. */
  readonly close: (name: string, text: string, path: readonly string[]) => void;
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

/**
 * Reads XML element by element and keeps nothing. No document type, so nothing can be defined in it that grows when it
 * is read; only the five entities of XML itself. Throws TrackBroken for what is not well formed.
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const path: string[] = [];
  let text = "";
  let elements = 0;
  const broken = (): never => {
    throw new TrackBroken("damaged");
  };
  parser.on("doctype", broken);
  parser.on("error", broken);
  parser.on("opentag", (node) => {
    const name = local(node.name);
    path.push(name);
    elements += 1;
    if (path.length > DEEPEST || elements > MOST_ELEMENTS) broken();
    text = "";
    reader.open?.({ name, attributes: node.attributes }, path);
  });
  parser.on("text", (more) => {
    if (text.length < LONGEST_TEXT) text += more.slice(0, LONGEST_TEXT);
  });
  parser.on("closetag", (node) => {
    reader.close(local(node.name), text.trim(), path);
    path.pop();
    text = "";
  });
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TrackBroken("damaged");
  }
  parser.write(source).close();
}

/** A number as text, or null. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined || !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim())) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** An instant as ISO text in milliseconds, or null. Without a zone it would mean another moment on every machine. */
export function instantIn(text: string): number | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isFinite(at) ? at : null;
}
