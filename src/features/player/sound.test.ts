import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { USUAL_CUES } from "./cue-settings.ts";
import { allowSound, play } from "./sound.ts";

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

/** A context that plays nothing and writes down what it was asked to: each tone, and how loud it got. */
function deafContext() {
  const contexts: { state: string }[] = [];
  const tones: { hertz: number; from: number; to: number; loud: number; isAudible: boolean }[] = [];
  class Deaf {
    readonly currentTime = 5;
    readonly destination = {};
    state = "suspended";
    constructor() {
      contexts.push(this);
    }
    resume() {
      this.state = "running";
      return Promise.resolve();
    }
    createGain() {
      const node = {
        loudest: 0,
        isOut: false,
        gain: {
          setValueAtTime: (value: number) => {
            node.loudest = Math.max(node.loudest, value);
          },
          linearRampToValueAtTime: (value: number) => {
            node.loudest = Math.max(node.loudest, value);
          },
        },
        connect: (to: unknown) => {
          node.isOut = to === this.destination;
        },
      };
      return node;
    }
    createOscillator() {
      const tone = { from: 0, through: null as ReturnType<Deaf["createGain"]> | null };
      const frequency = { value: 0 };
      return {
        frequency,
        connect: (node: ReturnType<Deaf["createGain"]>) => {
          tone.through = node;
          return node;
        },
        start: (from: number) => {
          tone.from = from;
        },
        stop: (to: number) => {
          const { loudest = 0, isOut = false } = tone.through ?? {};
          tones.push({ hertz: frequency.value, from: tone.from, to, loud: loudest, isAudible: isOut });
        },
      };
    }
  }
  return { Deaf, tones, contexts };
}

test("beeps come after each other, as loud as she set them, and none when she switched them off", () => {
  const { Deaf, tones, contexts } = deafContext();
  vi.stubGlobal("AudioContext", Deaf);
  // Nothing may sound before a tap.
  play("run", USUAL_CUES, null);
  expect(tones).toEqual([]);
  allowSound();
  play("run", { ...USUAL_CUES, volume: 0.25 }, null);
  expect(tones.map(({ hertz, loud, isAudible }) => ({ hertz, loud, isAudible }))).toEqual([
    { hertz: 784, loud: 0.25, isAudible: true },
    { hertz: 1047, loud: 0.25, isAudible: true },
  ]);
  const [first, second] = tones;
  expect(first?.from).toBeGreaterThanOrEqual(5);
  expect(second?.from).toBeGreaterThan(first?.to ?? 0);
  play("last_set", { ...USUAL_CUES, volume: 1 }, null);
  expect(tones.slice(2).map((tone) => tone.loud)).toEqual([1, 1, 1]);
  play("run", { ...USUAL_CUES, beeps: false }, null);
  expect(tones).toHaveLength(5);
  // A call came in between: the next cue wakes it up.
  const [context] = contexts;
  expect(context?.state).toBe("running");
  if (context) context.state = "interrupted";
  play("walk", USUAL_CUES, null);
  expect(contexts.map(({ state }) => state)).toEqual(["running"]);
});
