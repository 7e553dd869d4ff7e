import { gunzipSync, inflateRawSync } from "node:zlib";

/** Why a packed file, or one file in it, could not be taken out. */
export type PackProblem = "damaged" | "encrypted" | "too_big" | "too_many" | "packed_twice";

export type Unpacked = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly problem: PackProblem }
);

export type PackLimits = {
  /** Of one file, unpacked. */
  readonly bytes: number;
  /** Of all of them together. */
  readonly allBytes: number;
  readonly files: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

class Refused extends Error {
  readonly problem: PackProblem;
  constructor(problem: PackProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The files in a zip or gzip, or the file itself when it is neither. Nothing is unpacked beyond the limits, whatever the
 * archive claims about itself: the unpacking itself stops there. What is packed inside a packed file stays packed.
 */
export function unpack(name: string, bytes: Uint8Array, limits: PackLimits): readonly Unpacked[] {
  try {
    if (isZip(bytes)) return unzip(bytes, limits);
    if (isGzip(bytes)) {
      const inner = inflated(() => gunzipSync(bytes, { maxOutputLength: limits.bytes }));
      return [once(name.replace(/\.gz$/i, ""), inner)];
    }
    return [{ name, bytes }];
  } catch (error) {
    if (error instanceof Refused) return [{ name, problem: error.problem }];
    throw error;
  }
}

function once(name: string, bytes: Uint8Array): Unpacked {
  return isZip(bytes) || isGzip(bytes) ? { name, problem: "packed_twice" } : { name, bytes };
}

function inflated(work: () => Uint8Array): Uint8Array {
  try {
    return work();
  } catch (error) {
    throw new Refused((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too_big" : "damaged");
  }
}

type Entry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
};

/** The list at the end of a zip. Folders and what an archiver hid are no files. */
function entriesOf(view: Buffer, limits: PackLimits): readonly Entry[] {
  const from = Math.max(0, view.length - 22 - 0xffff);
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < from || end + 22 > view.length || view.readUInt32LE(end) !== END) throw new Refused("damaged");
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || view.readUInt32LE(at) !== ENTRY) throw new Refused("damaged");
    const [nameBytes, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset));
    const name = view.toString("utf8", at + 46, at + 46 + (nameBytes ?? 0));
    const isFile = !name.endsWith("/") && !/(^|\/)(\.|__MACOSX\/)/.test(name);
    if (isFile) {
      entries.push({
        name,
        flags: view.readUInt16LE(at + 8),
        method: view.readUInt16LE(at + 10),
        packed: view.readUInt32LE(at + 20),
        at: view.readUInt32LE(at + 42),
      });
    }
    if (entries.length > limits.files) throw new Refused("too_many");
    at += 46 + (nameBytes ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function entryBytes(view: Buffer, { flags, method, packed, at }: Entry, limit: number): Uint8Array {
  if ((flags & 1) !== 0) throw new Refused("encrypted");
  if (at + 30 > view.length || view.readUInt32LE(at) !== LOCAL) throw new Refused("damaged");
  const begin = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (begin + packed > view.length) throw new Refused("damaged");
  const raw = view.subarray(begin, begin + packed);
  if (method === 0) {
    if (raw.length > limit) throw new Refused("too_big");
    return new Uint8Array(raw);
  }
  if (method !== 8) throw new Refused("damaged");
  return inflated(() => inflateRawSync(raw, { maxOutputLength: Math.max(1, limit) }));
}

function unzip(bytes: Uint8Array, limits: PackLimits): readonly Unpacked[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limits.allBytes;
  return entriesOf(view, limits).map((entry) => {
    const name = entry.name.split("/").at(-1) ?? entry.name;
    try {
      const inner = entryBytes(view, entry, Math.min(limits.bytes, left));
      left -= inner.length;
      return once(name, inner);
    } catch (error) {
      // One bad file leaves the others as they are.
      if (error instanceof Refused) return { name, problem: error.problem };
      throw error;
    }
  });
}
