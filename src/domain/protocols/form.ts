import { MOVES, PARTS, WEIGHTS, WORKED_SIDES } from "./blocks.ts";
import { type Criterion, ONWARD_MOVE, STRENGTHS, VARIANTS } from "./grammar.ts";
import { SCOPES } from "../shared/vocabulary.ts";

/**
 * Every figure and every choice of the grammar, once: the builder draws its forms from these lists, and a test holds
 * them against the grammar, so that nothing a file can say is out of reach of a hand.
 */

/** Where in its piece a field stands. */
type At = readonly string[];

type Field = {
  /** What people call it: a key of `words/en/protocols.json`. */
  readonly name: string;
  readonly at: At;
  /** Pieces that have it at all; without it, every piece. */
  readonly when?: (piece: unknown) => boolean;
};

/** One of a few words. `null` among them: none of the others. */
export type ChoiceField = Field & { readonly is: "choice"; readonly of: readonly (string | null)[] };

/** A part of several shapes (`by`): each as it begins when it is chosen. */
export type ShapeField = Field & { readonly is: "shape"; readonly of: { readonly [by: string]: object } };

/** Figures that stand together; none named: the field itself is the figure. With `begins` they may be left out. */
export type FigureField = Field & {
  readonly is: "figures";
  readonly of: readonly string[];
  readonly begins?: number | object;
};

export type FormField = ChoiceField | ShapeField | FigureField;
export type Form = readonly FormField[];

/** True of a piece in which the place says this. */
const says =
  (at: At, ...values: readonly string[]) =>
  (piece: unknown) =>
    values.includes(String(readAt(piece, at)));

const RANGE = ["from", "to"] as const;
const PART: ChoiceField = { is: "choice", name: "part", at: ["part"], of: PARTS };
const EFFORT: FigureField = {
  is: "figures",
  name: "effort",
  at: ["effort"],
  of: RANGE,
  begins: { from: 3, to: 4 },
};

/** An exercise and its prescription; which exercise it is, is picked. */
export const EXERCISE_FORM: Form = [
  { is: "figures", name: "sets", at: ["sets"], of: [] },
  {
    is: "shape",
    name: "dose",
    at: ["dose"],
    of: { reps: { by: "reps", reps: { from: 8, to: 10 } }, time: { by: "time", seconds: 30 } },
  },
  { is: "figures", name: "reps", at: ["dose", "reps"], of: RANGE, when: says(["dose", "by"], "reps") },
  { is: "figures", name: "seconds", at: ["dose", "seconds"], of: [], when: says(["dose", "by"], "time") },
  { is: "figures", name: "rest", at: ["restSeconds"], of: [] },
  { is: "choice", name: "side", at: ["side"], of: WORKED_SIDES },
  {
    is: "shape",
    name: "load",
    at: ["load"],
    of: {
      body: { by: "body" },
      band: { by: "band", weight: "light" },
      weight: { by: "weight", weight: "light" },
      rep_max: { by: "rep_max", reps: { from: 8, to: 10 } },
    },
  },
  {
    is: "choice",
    name: "weight",
    at: ["load", "weight"],
    of: WEIGHTS,
    when: says(["load", "by"], "band", "weight"),
  },
  { is: "figures", name: "repMax", at: ["load", "reps"], of: RANGE, when: says(["load", "by"], "rep_max") },
  PART,
  {
    is: "figures",
    name: "kg",
    at: ["load", "kg"],
    of: [],
    begins: 5,
    when: says(["load", "by"], "weight"),
  },
  {
    is: "figures",
    name: "hold",
    at: ["dose", "holdSeconds"],
    of: [],
    begins: 5,
    when: says(["dose", "by"], "reps"),
  },
  {
    is: "figures",
    name: "release",
    at: ["dose", "releaseSeconds"],
    of: [],
    begins: 5,
    when: says(["dose", "by"], "reps"),
  },
  {
    is: "figures",
    name: "tempo",
    at: ["tempo"],
    of: ["lower", "pause", "lift"],
    begins: { lower: 3, pause: 1, lift: 1 },
  },
  EFFORT,
  { is: "figures", name: "inReserve", at: ["inReserve"], of: RANGE, begins: { from: 2, to: 3 } },
];

/** One stretch of walking or running. */
export const INTERVAL_FORM: Form = [
  { is: "choice", name: "move", at: ["move"], of: MOVES },
  {
    is: "shape",
    name: "length",
    at: ["length"],
    of: { time: { by: "time", seconds: 60 }, distance: { by: "distance", metres: 400 } },
  },
  { is: "figures", name: "time", at: ["length", "seconds"], of: [], when: says(["length", "by"], "time") },
  {
    is: "figures",
    name: "distance",
    at: ["length", "metres"],
    of: [],
    when: says(["length", "by"], "distance"),
  },
  EFFORT,
];

/** Intervals as a block, and a group of them inside it. */
export const GROUP_FORM: Form = [{ is: "figures", name: "times", at: ["repeats"], of: [] }];
export const INTERVALS_FORM: Form = [{ is: "figures", name: "repeats", at: ["repeats"], of: [] }, PART];

/** How often a level is done. */
export const LEVEL_FORM: Form = [{ is: "figures", name: "perWeek", at: ["perWeek"], of: RANGE }];

/** What a protocol does when something is felt. Pelvic symptoms always stop it: there is nothing to choose. */
export const SYMPTOM_FORM: Form = [
  { is: "figures", name: "painGreenMax", at: ["painGreenMax"], of: [] },
  { is: "figures", name: "painAmberMax", at: ["painAmberMax"], of: [] },
  { is: "choice", name: "doming", at: ["doming"], of: ["easier", "stop"] },
  { is: "choice", name: "bleedingMore", at: ["bleedingMore"], of: ["rest", "stop"] },
];

/** Whom a protocol is for, and whether it goes on to her goal. */
export const PROTOCOL_FORM: Form = [
  { is: "choice", name: "variant", at: ["variant"], of: [null, ...VARIANTS] },
  {
    is: "figures",
    name: "onwardMinutes",
    at: ["onwardMinutes"],
    of: [],
    begins: 2,
    when: says(["kind"], ...Object.keys(ONWARD_MOVE)),
  },
];

/** How firm the ground is on which a source stands. */
export const SOURCE_FORM: Form = [
  {
    is: "choice",
    name: "strength",
    at: ["strength"],
    of: STRENGTHS,
  },
];

/** What can be asked before something opens, or before it is done; each as it begins. */
export const CRITERIA: readonly Criterion[] = [
  { code: "intake_complete" },
  { code: "assessment_recorded" },
  { code: "no_red_flag" },
  { code: "no_pelvic_symptom" },
  { code: "restoration_foundation" },
  { code: "weeks_since_birth", weeks: 12 },
  { code: "clearance_covers", scope: "walk_run" },
  { code: "battery_passed", battery: "strength" },
  { code: "walking_met" },
  { code: "symptom_free_walk", minutes: 30 },
  { code: "running_unlocked" },
  { code: "clean_sessions", sessions: 2 },
  { code: "next_day_answered" },
  { code: "running_continuous" },
  { code: "running_goal_met" },
  { code: "coach_decides" },
  { code: "physio_decides" },
];

/** The figure or choice a criterion carries, where it carries one. */
export const CRITERION_FORM: Form = [
  { is: "figures", name: "weeks", at: ["weeks"], of: [], when: says(["code"], "weeks_since_birth") },
  { is: "choice", name: "scope", at: ["scope"], of: SCOPES, when: says(["code"], "clearance_covers") },
  {
    is: "choice",
    name: "battery",
    at: ["battery"],
    of: ["strength", "load_impact"],
    when: says(["code"], "battery_passed"),
  },
  { is: "figures", name: "minutes", at: ["minutes"], of: [], when: says(["code"], "symptom_free_walk") },
  { is: "figures", name: "sessions", at: ["sessions"], of: [], when: says(["code"], "clean_sessions") },
];

/** What stands at a place of a piece; undefined when nothing does. */
export function readAt(piece: unknown, at: At): unknown {
  return at.reduce<unknown>(
    (here, key) =>
      typeof here === "object" && here !== null
        ? (here as Readonly<Record<string, unknown>>)[key]
        : undefined,
    piece,
  );
}

/**
 * The piece with another value at a place; `undefined` takes the field out. What is around it is copied, never changed;
 * a piece that says so already comes back itself.
 */
export function writeAt<T extends object>(piece: T, at: At, value: unknown): T {
  const [key, ...rest] = at;
  if (key === undefined) return piece;
  const all = piece as Readonly<Record<string, unknown>>;
  const inner = all[key];
  const next = rest.length === 0 ? value : writeAt(isObject(inner) ? inner : {}, rest, value);
  if (next === inner && key in all) return piece;
  if (next !== undefined) return { ...piece, [key]: next };
  if (!(key in all)) return piece;
  const { [key]: _, ...others } = all;
  return others as T;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** The fields of a piece as it is: those it has, and those it might have. */
export function fieldsOf(
  form: Form,
  piece: object,
): { readonly has: Form; readonly may: readonly FigureField[] } {
  const fitting = form.filter((field) => field.when?.(piece) ?? true);
  const isThere = (field: FormField) =>
    field.is !== "figures" || field.begins === undefined || readAt(piece, field.at) !== undefined;
  return {
    has: fitting.filter(isThere),
    may: fitting.filter((field): field is FigureField => !isThere(field)),
  };
}
