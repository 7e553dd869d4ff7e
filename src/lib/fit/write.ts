import { BASE, type Base, fitChecksum } from "./format.ts";

/** One field of a message: its number, its type, its value. Text is cut to `bytes` with its end mark. */
export type FitField =
  | { readonly number: number; readonly base: Exclude<Base, "string">; readonly value: number }
  | { readonly number: number; readonly base: "string"; readonly value: string; readonly bytes: number };

export type FitMessage = { readonly message: number; readonly fields: readonly FitField[] };

const sizeOf = (field: FitField): number => (field.base === "string" ? field.bytes : BASE[field.base].bytes);

/** The text in so many bytes with a zero at its end; a character is never cut in two. */
function textBytes(text: string, bytes: number): Buffer {
  let kept = "";
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes - 1) break;
    kept += character;
  }
  const room = Buffer.alloc(bytes);
  room.write(kept, "utf8");
  return room;
}

function valueBytes(field: FitField): Buffer {
  if (field.base === "string") return textBytes(field.value, field.bytes);
  const { bytes } = BASE[field.base];
  const room = Buffer.alloc(bytes);
  if (field.base === "sint32") room.writeInt32LE(field.value);
  else room.writeUIntLE(field.value, 0, bytes);
  return room;
}

function definition({ message, fields }: FitMessage): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt8(0x40, 0);
  head.writeUInt16LE(message, 3);
  head.writeUInt8(fields.length, 5);
  const each = fields.map((field) => Buffer.from([field.number, sizeOf(field), BASE[field.base].code]));
  return Buffer.concat([head, ...each]);
}

/** What tells two definitions apart; messages in a row that share one are written under it. */
const shapeOf = ({ message, fields }: FitMessage): string =>
  [message, ...fields.map((field) => `${field.number}:${field.base}:${sizeOf(field)}`)].join(" ");

/** A whole file. Throws RangeError for a value that does not fit its type. */
export function fitFile(messages: readonly FitMessage[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  let shape = "";
  for (const one of messages) {
    const next = shapeOf(one);
    if (next !== shape) parts.push(definition(one));
    shape = next;
    parts.push(Buffer.from([0]), ...one.fields.map(valueBytes));
  }
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(14);
  header.writeUInt8(14, 0);
  header.writeUInt8(0x10, 1);
  header.writeUInt16LE(2132, 2);
  header.writeUInt32LE(body.length, 4);
  header.write(".FIT", 8, "latin1");
  header.writeUInt16LE(fitChecksum(header.subarray(0, 12)), 12);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(fitChecksum(Buffer.concat([header, body])));
  return new Uint8Array(Buffer.concat([header, body, sum]));
}
