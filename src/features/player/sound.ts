import { LOCALE } from "@/words/locale.ts";
import type { CueSettings } from "./cue-settings.ts";
import type { Cue } from "./cues.ts";

/** What each cue sounds and feels like: [hertz, seconds] after each other, and a pattern of vibration in milliseconds. */
const FEEL: {
  readonly [K in Cue]: { readonly notes: readonly (readonly [number, number])[]; readonly buzz: number[] };
} = {
  tick: { notes: [[660, 0.09]], buzz: [40] },
  run: {
    notes: [
      [784, 0.14],
      [1047, 0.3],
    ],
    buzz: [120, 60, 240],
  },
  walk: {
    notes: [
      [784, 0.14],
      [523, 0.3],
    ],
    buzz: [400],
  },
  next: { notes: [[784, 0.2]], buzz: [150] },
  half_way: {
    notes: [
      [659, 0.12],
      [659, 0.12],
    ],
    buzz: [80, 60, 80],
  },
  last_run: {
    notes: [
      [880, 0.12],
      [880, 0.12],
      [880, 0.12],
    ],
    buzz: [80, 60, 80, 60, 80],
  },
  last_set: {
    notes: [
      [880, 0.12],
      [880, 0.12],
      [880, 0.12],
    ],
    buzz: [80, 60, 80, 60, 80],
  },
  done: {
    notes: [
      [523, 0.16],
      [659, 0.16],
      [784, 0.4],
    ],
    buzz: [200, 80, 200, 80, 400],
  },
};

let context: AudioContext | null = null;

/** Must be called from a tap: browsers allow no sound before one. Her music goes on. */
export function allowSound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    context = null;
  }
}

/**
 * Gives a cue the ways she chose, or nothing where the device cannot.
 * @param words what the voice says, null when nothing is said
 */
export function play(cue: Cue, settings: CueSettings, words: string | null): void {
  const { notes, buzz } = FEEL[cue];
  if (settings.buzz) navigator.vibrate?.(buzz);
  if (settings.voice && words !== null) say(words, settings.volume);
  if (settings.beeps) beep(notes, settings.volume);
}

function say(words: string, volume: number): void {
  if (!("speechSynthesis" in globalThis)) return;
  const sentence = new SpeechSynthesisUtterance(words);
  sentence.lang = LOCALE;
  sentence.volume = volume;
  // What is over need not be said to its end.
  speechSynthesis.cancel();
  speechSynthesis.speak(sentence);
}

function beep(notes: readonly (readonly [number, number])[], loud: number): void {
  if (!context) return;
  // A call or a locked screen puts it to sleep, and nobody taps again in the middle of a run.
  if (context.state !== "running") void context.resume().catch(() => undefined);
  let at = context.currentTime + 0.01;
  for (const [hertz, seconds] of notes) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    // A short rise and fall: a hard edge would click.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loud, at + 0.015);
    volume.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + 0.05;
  }
}
