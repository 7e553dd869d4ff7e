import { crc32, deflateRawSync } from "node:zlib";

/** A file for a zip. The name may have folders ("letters/note.pdf"). */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, the first day a zip knows: when it was written says nothing about what is in it. */
const DAY = 0x0021;
const MOST = 0xffff_ffff;

/** The fields that a file's own head and its line in the list share. */
function about({ name, bytes }: ZipFile, packed: Uint8Array): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(FLAGS, 2);
  head.writeUInt16LE(DEFLATED, 4);
  head.writeUInt16LE(DAY, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function numbers(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    values.map(([value, size]) => {
      const field = Buffer.alloc(size);
      field.writeUIntLE(value, 0, size);
      return field;
    }),
  );
}

/**
 * A zip (APPNOTE 6.3.10, without zip64) of files as they come, one in memory at a time. Throws when it would pass 4 GB.
 */
export async function* zipOf(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const list: Buffer[] = [];
  let at = 0;
  for await (const file of files) {
    const packed = deflateRawSync(file.bytes);
    const name = Buffer.from(file.name);
    const head = Buffer.concat([numbers([LOCAL, 4]), about(file, packed), name]);
    list.push(
      Buffer.concat([
        numbers([ENTRY, 4], [VERSION, 2]),
        about(file, packed),
        // No comment, first disk, no attributes, and where its head stands.
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
        name,
      ]),
    );
    at += head.length + packed.length;
    if (at > MOST) throw new Error("more than a zip can hold");
    yield head;
    yield packed;
  }
  const all = Buffer.concat(list);
  yield all;
  const count = list.length;
  yield numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [all.length, 4], [at, 4], [0, 2]);
}
