/**
 * Every colour of the product, by meaning, in three themes. `tokens.css` is written from this file
 * (`node src/ui/tokens-css.ts`) and `tokens.test.ts` proves that the two agree and that every pair below can be read.
 *
 * Light is paper and evergreen ink; the trail is evergreen, the way back clay, waiting ochre. Dark is a forest at dusk.
 * Night is for 3 am in a dark room: black, and only red and amber light, because blue and green light wake people up.
 */
export const THEMES = ["light", "dark", "night"] as const;
export type Theme = (typeof THEMES)[number];

type Row = Record<Theme, string>;

export const COLOURS = {
  // Grounds, from the page up to what lies on it and down to what is sunk into it.
  surface: { light: "#f7f3ea", dark: "#141a18", night: "#000000" },
  raised: { light: "#fffdf8", dark: "#1d2623", night: "#0e0200" },
  sunken: { light: "#ede7d9", dark: "#0d1211", night: "#190500" },
  // Text and lines. `line` only decorates; `line-strong` draws the edge of a control (3:1).
  ink: { light: "#1c2925", dark: "#efe9dc", night: "#ee6400" },
  "ink-soft": { light: "#55605a", dark: "#adb6af", night: "#dd4e00" },
  line: { light: "#d8d0bf", dark: "#34403b", night: "#3b1200" },
  "line-strong": { light: "#857f70", dark: "#74827b", night: "#b03a00" },
  // The one colour that asks to be pressed. `-fill` carries text, the plain one is text.
  primary: { light: "#1b5449", dark: "#8fcab6", night: "#ff6a00" },
  "primary-fill": { light: "#1b5449", dark: "#8fcab6", night: "#541b00" },
  "primary-hover": { light: "#123f37", dark: "#a9dac9", night: "#6b2400" },
  "primary-ink": { light: "#fffdf8", dark: "#0b211b", night: "#ff9100" },
  "primary-soft": { light: "#dce8e0", dark: "#20372f", night: "#240900" },
  // Clay: the way back, and what deserves warmth. Never a warning.
  accent: { light: "#a0472a", dark: "#eba583", night: "#f07800" },
  "accent-fill": { light: "#a0472a", dark: "#eba583", night: "#541b00" },
  "accent-ink": { light: "#fffdf8", dark: "#2c1108", night: "#ff9100" },
  "accent-soft": { light: "#f5e3d8", dark: "#3a261d", night: "#240900" },
  // Tones. The plain one is text or a mark, `-soft` the ground under it, `-fill` and `-ink` a solid sign.
  good: { light: "#2d6537", dark: "#a0d09a", night: "#d07c00" },
  "good-fill": { light: "#2d6537", dark: "#a0d09a", night: "#462400" },
  "good-ink": { light: "#fffdf8", dark: "#10230f", night: "#ff9100" },
  "good-soft": { light: "#e0ebdb", dark: "#22351f", night: "#1c0b00" },
  wait: { light: "#765000", dark: "#e9c173", night: "#e27400" },
  "wait-fill": { light: "#765000", dark: "#e9c173", night: "#4a2000" },
  "wait-ink": { light: "#fffdf8", dark: "#2a1d02", night: "#ff9100" },
  "wait-soft": { light: "#f6e8c6", dark: "#3a2f15", night: "#200c00" },
  stop: { light: "#8f2719", dark: "#f7a594", night: "#ff4600" },
  "stop-fill": { light: "#8f2719", dark: "#f7a594", night: "#6a1000" },
  "stop-ink": { light: "#fffdf8", dark: "#330c05", night: "#ff8a00" },
  "stop-soft": { light: "#f7e0d9", dark: "#43201a", night: "#2a0500" },
  info: { light: "#2a5470", dark: "#9cc6e2", night: "#d46a00" },
  "info-fill": { light: "#2a5470", dark: "#9cc6e2", night: "#401c00" },
  "info-ink": { light: "#fffdf8", dark: "#0a1f2d", night: "#ff9100" },
  "info-soft": { light: "#dee8ee", dark: "#1d313d", night: "#1c0900" },
  // The ring around what has the keyboard's focus.
  focus: { light: "#a0472a", dark: "#f0c27a", night: "#ff9100" },
} as const satisfies Record<string, Row>;

export type ColourToken = keyof typeof COLOURS;

/** What a message or a mark can mean. `stop` is serious; a missed day is never `stop`, it is `neutral`. */
export const TONES = ["neutral", "info", "good", "wait", "stop", "accent"] as const;
export type Tone = (typeof TONES)[number];

const GROUNDS = ["surface", "raised", "sunken"] as const;
const MEANINGS = ["primary", "accent", "good", "wait", "stop", "info"] as const;

export type Pair = { front: ColourToken; back: ColourToken; least: number };

/**
 * Which colour may stand on which, and the least contrast it has there: 4.5 for text, 3 for the edge of a control
 * (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const PAIRS: readonly Pair[] = [
  ...GROUNDS.flatMap((back) =>
    (["ink", "ink-soft", ...MEANINGS] as const).map((front) => ({ front, back, least: 4.5 })),
  ),
  ...MEANINGS.flatMap((meaning): Pair[] => [
    { front: `${meaning}-ink`, back: `${meaning}-fill`, least: 4.5 },
    { front: meaning, back: `${meaning}-soft`, least: 4.5 },
    { front: "ink", back: `${meaning}-soft`, least: 4.5 },
    { front: "ink-soft", back: `${meaning}-soft`, least: 4.5 },
  ]),
  { front: "primary-ink", back: "primary-hover", least: 4.5 },
  ...GROUNDS.flatMap((back): Pair[] => [
    { front: "line-strong", back, least: 3 },
    { front: "focus", back, least: 3 },
  ]),
];
