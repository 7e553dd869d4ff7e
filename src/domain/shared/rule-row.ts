/** One figure of the care. */
export type RuleRow = {
  readonly id: string;
  readonly value: number;
  readonly unit:
    | "days"
    | "weeks"
    | "minutes"
    | "hours"
    | "nights"
    | "sessions"
    | "levels"
    | "percent"
    | "per_minute"
    | "metres_per_minute"
    | "of_ten"
    | "of_six";
  /** Author and year where there is one. */
  readonly source: string;
  /**
   * How firm the ground is, so that people see it beside the rule: guideline = published guideline; consensus = expert
   * panel (Delphi); cohort = observed in people; expert_opinion = one author or clinic; method = the seven steps' own
   * author; design = chosen by us, no source.
   */
  readonly strength: "guideline" | "consensus" | "cohort" | "expert_opinion" | "method" | "design";
  /** Who may set another value for one client or practice. "nobody" is a floor. */
  readonly editableBy: "nobody" | "physio" | "practice" | "coach";
  /** What the figure does, in a sentence a coach can read. */
  readonly says: string;
};

/** Where figures come from. */
export const SOURCE = {
  goom: "Goom, Donnelly, Brockwell 2019",
  deering: "Deering et al. 2024 (Delphi, programme)",
  christopher: "Christopher et al. 2024 (Delphi, readiness)",
  runsafe: "Frandsen, Nielsen et al. 2025 (Garmin-RUNSAFE)",
  silbernagel: "Silbernagel 2007 (pain model)",
  method: "Seven steps, North Shore Running & Outdoor Fitness",
  military: "Military return-to-run trial (Trials 2023)",
  hreljac: "Hreljac 1993 (change from walk to run)",
  delaware: "Delaware soreness rules, clinic practice",
  own: "Sevenstride",
} as const;

/** A row, with its id as a type of its own. */
export function row<const Id extends string>(
  id: Id,
  value: number,
  unit: RuleRow["unit"],
  source: string,
  strength: RuleRow["strength"],
  editableBy: RuleRow["editableBy"],
  says: string,
): RuleRow & { readonly id: Id } {
  return { id, value, unit, source, strength, editableBy, says };
}
