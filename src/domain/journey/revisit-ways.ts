import { z } from "zod";
import { SOURCE } from "../shared/rule-row.ts";
import type { RevisitTrigger } from "./reasons.ts";
import { STEP_IDS, type StepId } from "./steps.ts";

/** A way back whose answer a practice may shape. A new pregnancy is none: it ends running, and nothing is to choose. */
export type WayTrigger = Exclude<RevisitTrigger, "new_pregnancy">;

export type WayRow = {
  readonly trigger: WayTrigger;
  /** The steps that are suggested while the practice chose nothing else. */
  readonly steps: readonly StepId[];
  /** Of these, the ones no practice can leave out. */
  readonly needed: readonly StepId[];
  /** Steps a practice may add. */
  readonly more: readonly StepId[];
  /** False for an answer of safety: it is always given. */
  readonly mayBeOff: boolean;
  readonly source: string;
};

/**
 * Which trigger leads back to which steps: the product's table, as data. Running is nobody's target. What safety does
 * at once (a hold, restoration again, a level back) does not read this table, so no choice in it weakens that.
 */
export const REVISIT_WAYS: readonly WayRow[] = [
  {
    trigger: "pelvic_symptom",
    steps: ["assessment", "restoration"],
    needed: ["assessment", "restoration"],
    more: ["walking", "strength"],
    mayBeOff: false,
    source: `${SOURCE.goom}; ${SOURCE.deering}`,
  },
  {
    trigger: "surgery",
    steps: ["assessment"],
    needed: ["assessment"],
    more: ["restoration", "walking", "strength"],
    mayBeOff: false,
    source: SOURCE.goom,
  },
  {
    trigger: "review_near",
    steps: ["assessment"],
    needed: ["assessment"],
    more: ["technique"],
    mayBeOff: false,
    source: SOURCE.own,
  },
  {
    trigger: "gap",
    // After the longest break the strength tests come first; a shorter one only goes levels back.
    steps: ["strength"],
    needed: ["strength"],
    more: ["walking", "technique"],
    mayBeOff: false,
    source: SOURCE.own,
  },
  {
    trigger: "strength_lapse_niggle",
    // The source text says "step 5" where it means strength, step 4: both are offered.
    steps: ["strength", "technique"],
    needed: [],
    more: ["restoration"],
    mayBeOff: true,
    source: SOURCE.method,
  },
  { trigger: "short_sleep", steps: [], needed: [], more: [], mayBeOff: true, source: SOURCE.method },
  {
    trigger: "tune_up",
    steps: ["technique"],
    needed: ["technique"],
    more: ["strength"],
    mayBeOff: true,
    source: SOURCE.method,
  },
];

/** What a practice chose for one trigger. */
export type Way = { readonly on: boolean; readonly steps: readonly StepId[] };
export type Ways = { readonly [T in WayTrigger]: Way };

export const DEFAULT_WAYS = Object.fromEntries(
  REVISIT_WAYS.map(({ trigger, steps }) => [trigger, { on: true, steps }]),
) as Ways;

const waySchema = z.strictObject({
  on: z.boolean(),
  steps: z.array(z.enum(STEP_IDS)).max(STEP_IDS.length).readonly(),
});
export const waysSchema = z.strictObject(
  Object.fromEntries(REVISIT_WAYS.map(({ trigger }) => [trigger, waySchema])) as {
    [T in WayTrigger]: typeof waySchema;
  },
  "rule_not_yours",
);

export type WayProblem =
  | { readonly code: "way_always_on"; readonly trigger: WayTrigger }
  | { readonly code: "way_step_needed"; readonly trigger: WayTrigger; readonly step: StepId }
  | { readonly code: "way_step_not_offered"; readonly trigger: WayTrigger; readonly step: StepId }
  | { readonly code: "way_without_step"; readonly trigger: WayTrigger };

/** Everything that is wrong with the ways back of a practice. A way that is off keeps its steps for when it is on again. */
export function wayProblems(ways: Ways): readonly WayProblem[] {
  return REVISIT_WAYS.flatMap((row) => {
    const { trigger } = row;
    const { on, steps } = ways[trigger];
    const problems: WayProblem[] = [];
    if (!on && !row.mayBeOff) problems.push({ code: "way_always_on", trigger });
    for (const step of row.needed)
      if (!steps.includes(step)) problems.push({ code: "way_step_needed", trigger, step });
    const wrong = steps.find((step, index) => !isOffered(row, step) || steps.indexOf(step) !== index);
    if (wrong !== undefined) problems.push({ code: "way_step_not_offered", trigger, step: wrong });
    if (row.steps.length > 0 && steps.length === 0 && row.needed.length === 0)
      problems.push({ code: "way_without_step", trigger });
    return problems;
  });
}

function isOffered(row: WayRow, step: StepId): boolean {
  return row.steps.includes(step) || row.more.includes(step);
}
