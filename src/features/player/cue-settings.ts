import { z } from "zod";

/** How a phone tells that something begins: chosen once, kept on it, the same for whoever trains with it. */
const settingsSchema = z.object({
  beeps: z.boolean(),
  voice: z.boolean(),
  buzz: z.boolean(),
  /** 0 to 1, of beeps and voice. */
  volume: z.number().min(0).max(1),
});
export type CueSettings = z.infer<typeof settingsSchema>;

/** A voice in a sleeping house is asked for, not given. */
export const USUAL_CUES: CueSettings = { beeps: true, voice: false, buzz: true, volume: 0.4 };

const KEY = "sevenstride.cues";

/** What this phone keeps, or the usual when it keeps nothing it can read. */
export function readCueSettings(): CueSettings {
  try {
    return settingsSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ""));
  } catch {
    return USUAL_CUES;
  }
}

export function writeCueSettings(settings: CueSettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A full or forbidden store costs her the memory of it, not the session.
  }
}
