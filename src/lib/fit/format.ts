// The bones of a FIT file (the open binary format of sports watches): a header, messages that each say before what
// they hold, a checksum. Own code from the public description of the format; no vendor's kit.

/** Seconds between 1970 and the first second of the format's own clock, 1989-12-31T00:00:00Z. */
const EPOCH_SECONDS = 631_065_600;

/** An instant as the format counts it, whole seconds. */
export const fitTime = (at: Date): number => Math.floor(at.getTime() / 1000) - EPOCH_SECONDS;
/** The format's seconds as milliseconds since 1970. */
export const fitMillis = (seconds: number): number => (seconds + EPOCH_SECONDS) * 1000;

/** Base types: their code in a definition, and their bytes. */
export const BASE = {
  enum: { code: 0x00, bytes: 1 },
  uint8: { code: 0x02, bytes: 1 },
  uint16: { code: 0x84, bytes: 2 },
  sint32: { code: 0x85, bytes: 4 },
  uint32: { code: 0x86, bytes: 4 },
  uint32z: { code: 0x8c, bytes: 4 },
  string: { code: 0x07, bytes: 1 },
} as const;
export type Base = keyof typeof BASE;

/** Numbers of the messages we speak of. */
export const MESSAGE = {
  fileId: 0,
  session: 18,
  lap: 19,
  record: 20,
  workout: 26,
  workoutStep: 27,
} as const;

const NIBBLES = [
  0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000,
  0x9c01, 0x8801, 0x4400,
] as const;

/** The format's checksum (CRC-16) over some bytes. */
export function fitChecksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    for (const nibble of [byte & 15, byte >> 4]) {
      sum = ((sum >> 4) & 0x0fff) ^ (NIBBLES[sum & 15] ?? 0) ^ (NIBBLES[nibble] ?? 0);
    }
  }
  return sum;
}
