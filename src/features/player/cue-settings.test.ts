import { afterEach, expect, test, vi } from "vitest";
import { readCueSettings, USUAL_CUES, writeCueSettings } from "./cue-settings.ts";

function phoneWith(store: Map<string, string>) {
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
}
afterEach(() => vi.unstubAllGlobals());

test("what she chose is there the next time, on this phone", () => {
  phoneWith(new Map());
  expect(readCueSettings()).toEqual(USUAL_CUES);
  const chosen = { beeps: false, voice: true, buzz: false, volume: 0.8 };
  writeCueSettings(chosen);
  expect(readCueSettings()).toEqual(chosen);
});

test("what cannot be read or kept leaves the usual, and no session fails over it", () => {
  for (const broken of ["", "{", `{"beeps":1}`, `{"beeps":true,"voice":true,"buzz":true,"volume":9}`]) {
    phoneWith(new Map([["sevenstride.cues", broken]]));
    expect(readCueSettings()).toEqual(USUAL_CUES);
  }
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new Error("full");
    },
  });
  expect(() => writeCueSettings(USUAL_CUES)).not.toThrow();
  expect(readCueSettings()).toEqual(USUAL_CUES);
});
