/** The words exercises are told in, and what each of them must say. */

/**
 * Reasons not to give an exercise without the physio's word. From domain.md: lifting is limited for 6 weeks and the wound
 * is whole about 12 weeks after a caesarean (6.3: what lifts, folds, twists or opens the belly); running waits 16 weeks and
 * longer after a sphincter injury (6.4: landings, breath-held lifts, squeezing); any heaviness stops what is done standing
 * under load (5.6); doming asks for the easier version (5.6); pelvic girdle pain goes to a physio first (6.3: standing on
 * one leg, opening the hips against weight).
 */
export const CAUTIONS = [
  "caesarean_early",
  "sphincter_injury_early",
  "pelvic_heaviness",
  "doming",
  "pelvic_girdle_pain",
  "tight_pelvic_floor",
  "wrist_pain",
  "no_hopping",
  "not_cleared_to_run",
] as const;
type Caution = (typeof CAUTIONS)[number];

export const EQUIPMENT = ["mat", "chair", "wall", "step", "band", "weight", "bench"] as const;
type Equipment = (typeof EQUIPMENT)[number];

export const AREAS = [
  "breath",
  "pelvic_floor",
  "core",
  "hip",
  "leg",
  "calf",
  "upper_back",
  "balance",
  "impact",
  "technique",
] as const;
export type Area = (typeof AREAS)[number];

export type Exercise = {
  readonly id: string;
  readonly area: Area;
  readonly equipment: readonly Equipment[];
  readonly easier: string | null;
  readonly harder: string | null;
  readonly cautions: readonly Caution[];
  /** Landings on one foot or both: none, so many in a repetition, or so many in a second of timed work. */
  readonly contacts: { readonly per: "rep" | "second"; readonly count: number } | null;
};

/**
 * What an exercise must be kept from, said for every one: at least one caution, or why there is none. A forgotten list
 * does not compile.
 */
type Cautions = readonly [Caution, ...Caution[]] | NoCaution;
type NoCaution = { readonly none: string };
export const none = (because: string): NoCaution => ({ none: because });

type Rest = Partial<Omit<Exercise, "id" | "area" | "cautions">>;
/** An exercise; what is not said it does not need, and it has no easier or harder one. */
export function exercise<const Id extends string>(
  id: Id,
  area: Area,
  cautions: Cautions,
  rest: Rest = {},
): Exercise & { readonly id: Id } {
  return {
    area,
    equipment: [],
    easier: null,
    harder: null,
    contacts: null,
    ...rest,
    cautions: "none" in cautions ? [] : cautions,
    id,
  };
}
