import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { zipOf } from "../test/recordings.ts";
import { unpack } from "./unpack.ts";

const LIMITS = { bytes: 1_000, allBytes: 2_500, files: 3 };
const file = (name: string, size = 10) => ({ name, bytes: new Uint8Array(size).fill(65) });
const told = (bytes: Uint8Array, name = "pack") =>
  unpack(name, bytes, LIMITS).map((one) =>
    "problem" in one ? [one.name, one.problem] : [one.name, one.bytes.length],
  );

describe("files out of a packed one", () => {
  test("a zip, folders left out; a gzip; and a file that is packed by nobody", () => {
    expect(told(zipOf([file("a.fit"), file("x/y/b.gpx", 20), file("x/"), file("__MACOSX/._a.fit")]))).toEqual(
      [
        ["a.fit", 10],
        ["b.gpx", 20],
      ],
    );
    expect(told(new Uint8Array(gzipSync(file("a").bytes)), "run.fit.gz")).toEqual([["run.fit", 10]]);
    expect(told(file("a").bytes, "a.gpx")).toEqual([["a.gpx", 10]]);
  });

  test("a bomb goes off nowhere: unpacking stops at the limit, and the others are taken", () => {
    expect(told(zipOf([file("bomb", 2_000_000), file("a.fit")]))).toEqual([
      ["bomb", "too_big"],
      ["a.fit", 10],
    ]);
    expect(told(new Uint8Array(gzipSync(file("a", 2_000_000).bytes)), "a.gz")).toEqual([["a.gz", "too_big"]]);
    expect(told(zipOf([file("a", 1_000), file("b", 1_000), file("c", 1_000)]))).toEqual([
      ["a", 1_000],
      ["b", 1_000],
      ["c", "too_big"],
    ]);
  });

  test("too many, locked, packed twice, cut short", () => {
    expect(told(zipOf([file("a"), file("b"), file("c"), file("d")]))).toEqual([["pack", "too_many"]]);
    expect(told(zipOf([{ ...file("a"), flags: 1 }, file("b")]))).toEqual([
      ["a", "encrypted"],
      ["b", 10],
    ]);
    expect(told(zipOf([{ name: "inner.zip", bytes: zipOf([file("a")]) }]))).toEqual([
      ["inner.zip", "packed_twice"],
    ]);
    const whole = zipOf([file("a")]);
    for (const cut of [3, 20, whole.length - 5])
      expect(told(whole.slice(0, cut))).toEqual([["pack", "damaged"]]);
    expect(told(new Uint8Array([0x1f, 0x8b, 8, 0]))).toEqual([["pack", "damaged"]]);
  });
});
