import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { USUAL_CUES } from "./cue-settings.ts";
import { play } from "./sound.ts";

const said: string[] = [];
const buzzed: unknown[] = [];
beforeEach(() => {
  said.length = 0;
  buzzed.length = 0;
  vi.stubGlobal("navigator", { vibrate: (pattern: unknown) => buzzed.push(pattern) });
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      lang = "";
      volume = 1;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  vi.stubGlobal("speechSynthesis", {
    cancel: () => said.push("(quiet)"),
    speak: ({ text, volume }: { text: string; volume: number }) => said.push(`${text} ${volume}`),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a voice says what begins, as loud as she set it, and never two at once; it is silent until asked for", () => {
  play("run", USUAL_CUES, "Run");
  expect(said).toEqual([]);
  play("run", { ...USUAL_CUES, voice: true, volume: 0.7 }, "Run");
  expect(said).toEqual(["(quiet)", "Run 0.7"]);
  play("tick", { ...USUAL_CUES, voice: true }, null);
  expect(said).toHaveLength(2);
});

test("the phone buzzes unless she switched it off, and a phone that can do none of it fails at nothing", () => {
  play("walk", USUAL_CUES, "Walk");
  expect(buzzed).toHaveLength(1);
  play("walk", { ...USUAL_CUES, buzz: false }, "Walk");
  expect(buzzed).toHaveLength(1);
  vi.unstubAllGlobals();
  vi.stubGlobal("navigator", {});
  expect(() => play("walk", { ...USUAL_CUES, voice: true }, "Walk")).not.toThrow();
});
