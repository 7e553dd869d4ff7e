import fc from "fast-check";
import FitParser from "fit-file-parser";
import { describe, expect, test } from "vitest";
import { fitRecording, gpxRecording, type Outing, tcxRecording, WALK_RUN } from "../../test/recordings.ts";
import { fitFile } from "../fit/write.ts";
import { readTrack } from "./read-track.ts";
import { collector, TrackBroken } from "./track.ts";

const startedAt = new Date("2026-11-22T06:30:00Z");
const outing: Outing = { startedAt, pieces: WALK_RUN };
const text = (xml: string) => new Uint8Array(Buffer.from(xml));

const problemOf = (bytes: Uint8Array): string => {
  try {
    readTrack(bytes);
    return "read";
  } catch (error) {
    if (error instanceof TrackBroken) return error.problem;
    throw error;
  }
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("a recording is the same, whoever wrote it", () => {
  test.each([
    ["fit", fitRecording],
    ["gpx", gpxRecording],
    ["tcx", tcxRecording],
  ] as const)("%s", (name, write) => {
    const { format, track } = readTrack(write(outing));
    expect(format).toBe(name);
    expect(track).toMatchObject({ sport: "run", startedAt: startedAt.getTime() });
    expect(sum(track.stretches.map((stretch) => stretch.seconds))).toBe(1200);
    expect(sum(track.stretches.map(({ seconds, speed }) => seconds * (speed ?? 0)))).toBeCloseTo(
      sum(WALK_RUN.map(({ seconds, speed }) => seconds * speed)),
      -1,
    );
    expect(track.metres).toBeCloseTo(2_040, -1);
    expect(track.route).toHaveLength(name === "tcx" ? 1213 : 1201);
    expect(track.route[0]?.lat).toBeCloseTo(-36.8485, 4);
  });

  test("our own FIT recording is one to another parser too", async () => {
    const back = (await new FitParser({
      mode: "list",
      force: false,
      speedUnit: "m/s",
      lengthUnit: "m",
    }).parseAsync(fitRecording(outing).buffer)) as unknown as {
      sessions: { sport: string; total_timer_time: number }[];
      records: object[];
    };
    expect(back.sessions[0]).toMatchObject({ sport: "running", total_timer_time: 1200 });
    expect(back.records).toHaveLength(1201);
  });

  test("a treadmill has laps and no places", () => {
    const { track } = readTrack(tcxRecording({ ...outing, indoor: true }));
    expect([track.laps, track.route, track.seconds]).toEqual([13, [], 1200]);
    expect(track.stretches.map((stretch) => stretch.seconds)).toEqual(WALK_RUN.map((piece) => piece.seconds));
    expect(readTrack(fitRecording({ ...outing, indoor: true })).track.route).toEqual([]);
  });

  test("a treadmill's FIT file with nothing but its laps is those laps, and so reads another parser", async () => {
    const file = fitRecording({ ...outing, indoor: true, onlyLaps: true });
    const { track } = readTrack(file);
    expect([track.laps, track.route, track.seconds, track.startedAt]).toEqual([
      13,
      [],
      1200,
      startedAt.getTime(),
    ]);
    expect(track.stretches.map(({ seconds, speed }) => [seconds, speed])).toEqual(
      WALK_RUN.map((piece) => [piece.seconds, piece.speed]),
    );
    const back = (await new FitParser({ mode: "list", force: false }).parseAsync(file.buffer)) as unknown as {
      laps: { total_timer_time: number }[];
    };
    expect(back.laps.map((lap) => lap.total_timer_time)).toEqual(WALK_RUN.map((piece) => piece.seconds));
  });

  test("a pause is no moving", () => {
    const half = { startedAt, pieces: [{ seconds: 300, speed: 1.4 }] };
    const later = { ...half, startedAt: new Date(startedAt.getTime() + 1_800_000) };
    const [first = "", second = ""] = [half, later].map((one) => Buffer.from(gpxRecording(one)).toString());
    const both = first.replace("</trkseg>", `</trkseg>${/<trkseg>.*<\/trkseg>/s.exec(second)?.[0] ?? ""}`);
    const { track } = readTrack(text(both));
    expect([track.laps, sum(track.stretches.map((stretch) => stretch.seconds))]).toEqual([2, 600]);
  });
});

describe("what is no recording is said, never thrown about", () => {
  test.each([
    ["nothing", new Uint8Array(), "unsupported"],
    ["a letter", text("Dear coach"), "unsupported"],
    ["cut short", fitRecording(outing).slice(0, 5_000), "damaged"],
    ["a byte changed", fitRecording(outing).map((byte, at) => (at === 4_000 ? byte ^ 1 : byte)), "damaged"],
    ["half of a GPX", gpxRecording(outing).slice(0, 20_000), "damaged"],
    [
      "a GPX without a time",
      text(`<gpx><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>`),
      "no_time",
    ],
    ["a TCX of nothing", text(`<TrainingCenterDatabase></TrainingCenterDatabase>`), "no_time"],
    [
      "a plan for a watch",
      fitFile([{ message: 0, fields: [{ number: 0, base: "enum", value: 5 }] }]),
      "unsupported",
    ],
    ["not UTF-8", new Uint8Array([...text("<gpx>"), 0xff, 0xfe, ...text("</gpx>")]), "damaged"],
  ])("%s", (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  test("nothing in it is looked up or multiplied: a document type ends it", () => {
    const laughs = `<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>`;
    expect(problemOf(text(laughs))).toBe("damaged");
    const outside = `<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx></gpx>`;
    expect(problemOf(text(outside))).toBe("damaged");
    expect(problemOf(text("<gpx><trk><name>&b;</name></trk></gpx>"))).toBe("damaged");
    expect(problemOf(text(`<gpx>${"<a>".repeat(40)}${"</a>".repeat(40)}</gpx>`))).toBe("damaged");
  });

  test("more points than anybody can move in a day", () => {
    const { add } = collector();
    const point = { at: 0, speed: null, steps: null, metres: null, place: null };
    for (let at = 0; at < 60_000; at += 1) add(point);
    expect(() => add(point)).toThrow("too_long");
  });

  test("any bytes at all, and any damage to a real file", () => {
    const small = { startedAt, pieces: [{ seconds: 20, speed: 2 }] };
    const real = [fitRecording(small), gpxRecording(small), tcxRecording(small)];
    const hurt = fc
      .record({ file: fc.constantFrom(...real), at: fc.nat(400), bytes: fc.uint8Array({ maxLength: 8 }) })
      .map(
        ({ file, at, bytes }) =>
          new Uint8Array([...file.slice(0, at), ...bytes, ...file.slice(at + bytes.length)]),
      );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), hurt), (bytes) => {
        expect(["read", "damaged", "unsupported", "no_time", "too_long"]).toContain(problemOf(bytes));
      }),
      { numRuns: 150 },
    );
  });
});
