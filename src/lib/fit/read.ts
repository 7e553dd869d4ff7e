import { fitChecksum } from "./format.ts";

/** Not a FIT file, or not a whole one. */
export class FitBroken extends Error {
  override name = "FitBroken";
}

/** A message's numbers by field. Text, lists and what the device did not know are left out. */
export type FitFields = ReadonlyMap<number, number>;

type FieldShape = { readonly number: number; readonly size: number; readonly code: number };
type Shape = {
  readonly message: number;
  readonly isLittle: boolean;
  readonly fields: readonly FieldShape[];
  readonly size: number;
};

const TIMESTAMP = 253;
/** A message may be a single byte: without an end a small file would keep a server busy for long. */
const MOST_MESSAGES = 500_000;

/** What a device writes for "I do not know", by base type (the low five bits of its code). */
const NUMBERS: Readonly<Record<number, { readonly bytes: number; readonly unknown: number }>> = {
  0: { bytes: 1, unknown: 0xff },
  1: { bytes: 1, unknown: 0x7f },
  2: { bytes: 1, unknown: 0xff },
  3: { bytes: 2, unknown: 0x7fff },
  4: { bytes: 2, unknown: 0xffff },
  5: { bytes: 4, unknown: 0x7fffffff },
  6: { bytes: 4, unknown: 0xffffffff },
  10: { bytes: 1, unknown: 0 },
  11: { bytes: 2, unknown: 0 },
  12: { bytes: 4, unknown: 0 },
};
const SIGNED = new Set([1, 3, 5]);

/**
 * Reads a FIT file message by message, as a stream would: nothing is kept, and no length it claims is believed beyond
 * the bytes that are there. Both checksums must hold. Throws FitBroken.
 */
export function readFit(bytes: Uint8Array, take: (message: number, fields: FitFields) => void): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  // A watch may put several files behind each other.
  while (at < view.length) at = readOne(view, at, take);
  if (at === 0) throw new FitBroken("empty");
}

function readOne(view: Buffer, begin: number, take: (message: number, fields: FitFields) => void): number {
  const head = view[begin] ?? 0;
  if ((head !== 12 && head !== 14) || view.length < begin + head + 2) throw new FitBroken("no header");
  if (view.toString("latin1", begin + 8, begin + 12) !== ".FIT") throw new FitBroken("no mark");
  const end = begin + head + view.readUInt32LE(begin + 4);
  if (end + 2 > view.length) throw new FitBroken("cut short");
  if (fitChecksum(view.subarray(begin, end)) !== view.readUInt16LE(end)) throw new FitBroken("checksum");
  new Body(view, begin + head, end, take).read();
  return end + 2;
}

class Body {
  private at: number;
  private time = 0;
  private readonly shapes = new Map<number, Shape>();
  private readonly view: Buffer;
  private readonly end: number;
  private readonly take: (message: number, fields: FitFields) => void;

  constructor(view: Buffer, begin: number, end: number, take: (message: number, fields: FitFields) => void) {
    this.view = view;
    this.at = begin;
    this.end = end;
    this.take = take;
  }

  read(): void {
    for (let messages = 0; this.at < this.end; messages += 1) {
      if (messages > MOST_MESSAGES) throw new FitBroken("too many messages");
      const header = this.view.readUInt8(this.skip(1));
      if ((header & 0x80) !== 0) this.data((header >> 5) & 3, header & 31);
      else if ((header & 0x40) !== 0) this.define(header & 15, (header & 0x20) !== 0);
      else this.data(header & 15, null);
    }
  }

  /** Where the next so many bytes begin; they are taken. */
  private skip(bytes: number): number {
    const here = this.at;
    if (here + bytes > this.end) throw new FitBroken("cut short");
    this.at += bytes;
    return here;
  }

  private define(local: number, hasOwnFields: boolean): void {
    const here = this.skip(5);
    const isLittle = this.view[here + 1] === 0;
    const message = isLittle ? this.view.readUInt16LE(here + 2) : this.view.readUInt16BE(here + 2);
    const fields: FieldShape[] = [];
    for (let left = this.view[here + 4] ?? 0; left > 0; left -= 1) {
      const field = this.skip(3);
      const [number = 0, size = 0, code = 0] = this.view.subarray(field, field + 3);
      fields.push({ number, size, code: code & 31 });
    }
    let size = fields.reduce((sum, field) => sum + field.size, 0);
    // What a maker added of his own is jumped over.
    if (hasOwnFields) {
      for (let left = this.view[this.skip(1)] ?? 0; left > 0; left -= 1)
        size += this.view[this.skip(3) + 1] ?? 0;
    }
    this.shapes.set(local, { message, isLittle, fields, size });
  }

  private data(local: number, offset: number | null): void {
    const shape = this.shapes.get(local);
    if (!shape) throw new FitBroken("undefined message");
    let here = this.skip(shape.size);
    const found = new Map<number, number>();
    for (const { number, size, code } of shape.fields) {
      const value = this.number(here, size, code, shape.isLittle);
      if (value !== null) found.set(number, value);
      here += size;
    }
    this.time = found.get(TIMESTAMP) ?? (offset === null ? this.time : after(this.time, offset));
    if (offset !== null) found.set(TIMESTAMP, this.time);
    this.take(shape.message, found);
  }

  private number(at: number, size: number, code: number, isLittle: boolean): number | null {
    const type = NUMBERS[code];
    if (!type || type.bytes !== size) return null;
    const value = isLittle
      ? SIGNED.has(code)
        ? this.view.readIntLE(at, size)
        : this.view.readUIntLE(at, size)
      : SIGNED.has(code)
        ? this.view.readIntBE(at, size)
        : this.view.readUIntBE(at, size);
    return value === type.unknown ? null : value;
  }
}

/** A time told by its last five bits only: the first such second that is not before the last one told. */
function after(time: number, offset: number): number {
  const base = time - (time % 32) + offset;
  return offset >= time % 32 ? base : base + 32;
}
