import { trackFromFit } from "./from-fit.ts";
import { trackFromGpx } from "./from-gpx.ts";
import { trackFromTcx } from "./from-tcx.ts";
import { type Track, TrackBroken } from "./track.ts";

export const TRACK_FORMATS = ["fit", "gpx", "tcx"] as const;
export type TrackFormat = (typeof TRACK_FORMATS)[number];

const READERS = { fit: trackFromFit, gpx: trackFromGpx, tcx: trackFromTcx } as const satisfies Record<
  TrackFormat,
  (bytes: Uint8Array) => Track
>;

/** What the bytes are, whatever the name says. */
export function formatOf(bytes: Uint8Array): TrackFormat | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString("latin1");
  if (head.slice(8, 12) === ".FIT") return "fit";
  if (/<gpx[\s>]/i.test(head)) return "gpx";
  if (/<TrainingCenterDatabase[\s>]/i.test(head)) return "tcx";
  return null;
}

/** Reads a recording of any of the three kinds. Throws TrackBroken and nothing else for what a file may hold. */
export function readTrack(bytes: Uint8Array): { readonly format: TrackFormat; readonly track: Track } {
  const format = formatOf(bytes);
  if (!format) throw new TrackBroken("unsupported");
  return { format, track: READERS[format](bytes) };
}
