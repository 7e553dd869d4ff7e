// Recordings as watches and programs write them, made here: no file of anybody's is kept in the repository.
import { crc32, deflateRawSync } from "node:zlib";
import { fitTime, MESSAGE } from "../lib/fit/format.ts";
import { type FitField, fitFile } from "../lib/fit/write.ts";

/** A piece of moving: so long, at so many metres a second, with so many steps a minute where they were counted. */
export type Piece = { readonly seconds: number; readonly speed: number; readonly steps?: number };

export type Outing = {
  readonly startedAt: Date;
  readonly sport?: "run" | "walk" | "bike" | "none";
  readonly pieces: readonly Piece[];
  /** A treadmill knows no place. */
  readonly indoor?: boolean;
  /** Nor what was between two laps (FIT): a lap a piece and no moments. */
  readonly onlyLaps?: boolean;
};

/** Twenty minutes: walk two, run one, six times, and two to cool down. */
export const WALK_RUN: readonly Piece[] = [
  ...Array.from({ length: 6 }, () => [
    { seconds: 120, speed: 1.4, steps: 110 },
    { seconds: 60, speed: 2.4, steps: 160 },
  ]).flat(),
  { seconds: 120, speed: 1.4, steps: 110 },
];

type Moment = {
  at: number;
  metres: number;
  speed: number;
  steps: number | undefined;
  lat: number;
  lon: number;
};

const HOME = { lat: -36.8485, lon: 174.7633 };
const METRES_PER_DEGREE = 111_320;

/** Every second of an outing, straight north from home. */
function momentsOf({ startedAt, pieces }: Outing): readonly Moment[] {
  const moments: Moment[] = [];
  let metres = 0;
  let at = startedAt.getTime();
  const add = ({ speed, steps }: Piece) =>
    moments.push({ at, metres, speed, steps, lat: HOME.lat + metres / METRES_PER_DEGREE, lon: HOME.lon });
  for (const piece of pieces) {
    if (moments.length === 0) add(piece);
    for (let second = 0; second < piece.seconds; second += 1) {
      at += 1000;
      metres += piece.speed;
      add(piece);
    }
  }
  return moments;
}

const lengthOf = ({ pieces }: Outing): number => pieces.reduce((sum, piece) => sum + piece.seconds, 0);
const metresOf = ({ pieces }: Outing): number =>
  pieces.reduce((sum, piece) => sum + piece.seconds * piece.speed, 0);
const SEMICIRCLES = 2 ** 31 / 180;

/** One FIT lap a piece. */
function lapsOf({ startedAt, pieces }: Outing): readonly FitField[][] {
  let start = fitTime(startedAt);
  return pieces.map(({ seconds, speed }) => {
    const began = start;
    start += seconds;
    return [
      { number: 253, base: "uint32", value: start },
      { number: 2, base: "uint32", value: began },
      { number: 7, base: "uint32", value: seconds * 1000 },
      { number: 8, base: "uint32", value: seconds * 1000 },
      { number: 9, base: "uint32", value: Math.round(seconds * speed * 100) },
    ];
  });
}

/** As a watch writes it. */
export function fitRecording(outing: Outing): Uint8Array<ArrayBuffer> {
  const { startedAt, sport = "run", indoor = false, onlyLaps = false } = outing;
  const start = fitTime(startedAt);
  const seconds = lengthOf(outing);
  const summary: FitField[] = [
    { number: 253, base: "uint32", value: start + seconds },
    { number: 2, base: "uint32", value: start },
    { number: 7, base: "uint32", value: seconds * 1000 },
    { number: 8, base: "uint32", value: seconds * 1000 },
    { number: 9, base: "uint32", value: Math.round(metresOf(outing) * 100) },
  ];
  return fitFile([
    {
      message: MESSAGE.fileId,
      fields: [
        { number: 0, base: "enum", value: 4 },
        { number: 4, base: "uint32", value: start },
      ],
    },
    ...(onlyLaps ? [] : momentsOf(outing)).map((moment) => ({
      message: MESSAGE.record,
      fields: [
        { number: 253, base: "uint32", value: fitTime(new Date(moment.at)) },
        ...(indoor
          ? []
          : [
              { number: 0, base: "sint32", value: Math.round(moment.lat * SEMICIRCLES) } as const,
              { number: 1, base: "sint32", value: Math.round(moment.lon * SEMICIRCLES) } as const,
            ]),
        { number: 5, base: "uint32", value: Math.round(moment.metres * 100) },
        { number: 6, base: "uint16", value: Math.round(moment.speed * 1000) },
        { number: 4, base: "uint8", value: moment.steps === undefined ? 0xff : Math.round(moment.steps / 2) },
      ] as FitField[],
    })),
    ...(onlyLaps ? lapsOf(outing) : [summary]).map((fields) => ({ message: MESSAGE.lap, fields })),
    {
      message: MESSAGE.session,
      fields: [
        ...summary,
        { number: 5, base: "enum", value: { run: 1, walk: 11, bike: 2, none: 0 }[sport] },
        { number: 6, base: "enum", value: indoor ? 1 : 0 },
      ],
    },
  ]);
}

const iso = (at: number): string => new Date(at).toISOString();
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** As a phone's app exports it: places and times, no speed. */
export function gpxRecording(outing: Outing): Uint8Array<ArrayBuffer> {
  const type = { run: "running", walk: "walking", bike: "cycling", none: "" }[outing.sport ?? "run"];
  const points = momentsOf(outing).map(({ at, lat, lon, steps }) => {
    const cad =
      steps === undefined
        ? ""
        : `<extensions><x:TrackPointExtension><x:cad>${steps / 2}</x:cad></x:TrackPointExtension></extensions>`;
    return `<trkpt lat="${lat}" lon="${lon}"><ele>12</ele><time>${iso(at)}</time>${cad}</trkpt>`;
  });
  return bytesOf(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="urn:x">` +
      `<metadata><time>${iso(outing.startedAt.getTime())}</time></metadata><trk><name>A &amp; B</name><type>${type}</type><trkseg>${points.join("\n")}</trkseg></trk></gpx>`,
  );
}

/** As a treadmill's or an older watch's: one lap a piece; without moments when it was indoors. */
export function tcxRecording(outing: Outing): Uint8Array<ArrayBuffer> {
  const sport = { run: "Running", walk: "Other", bike: "Biking", none: "Other" }[outing.sport ?? "run"];
  const all = momentsOf(outing);
  let second = 0;
  const laps = outing.pieces.map((piece) => {
    const startedAt = outing.startedAt.getTime() + second * 1000;
    // The moment between two laps stands in both, as watches write it.
    const moments = outing.indoor ? [] : all.slice(second, second + piece.seconds + 1);
    second += piece.seconds;
    const points = moments.map(
      (moment) =>
        `<Trackpoint><Time>${iso(moment.at)}</Time><Position><LatitudeDegrees>${moment.lat}</LatitudeDegrees><LongitudeDegrees>${moment.lon}</LongitudeDegrees></Position><DistanceMeters>${moment.metres}</DistanceMeters></Trackpoint>`,
    );
    return `<Lap StartTime="${iso(startedAt)}"><TotalTimeSeconds>${piece.seconds}</TotalTimeSeconds><DistanceMeters>${piece.seconds * piece.speed}</DistanceMeters><Track>${points.join("")}</Track></Lap>`;
  });
  return bytesOf(
    `<?xml version="1.0"?><TrainingCenterDatabase xmlns="urn:tcx"><Activities><Activity Sport="${sport}"><Id>${iso(outing.startedAt.getTime())}</Id>${laps.join("")}</Activity></Activities></TrainingCenterDatabase>`,
  );
}

/** A zip of some files, as any archiver writes it. */
export function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly flags?: number }[],
): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, flags = 0 } of files) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    list.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, tail, Buffer.from(name)]),
    );
    parts.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, entries, Buffer.from("PK\x05\x06"), end]));
}
