import type { RuleRow } from "./rule-row.ts";
import { RULES_OF_LIFE } from "./rules-of-life.ts";
import { RULES_OF_THE_ROAD } from "./rules-of-the-road.ts";

/**
 * Every number a rule of the care uses, once, with where it comes from. Code asks `ruleValue(id)`; no clinical
 * figure is a literal elsewhere. `docs/rules.md` is written from them.
 */
export const RULE_GROUPS = [...RULES_OF_THE_ROAD, ...RULES_OF_LIFE] as const;

export type RuleId = (typeof RULE_GROUPS)[number]["rows"][number]["id"];
export type Rule = RuleRow & { readonly id: RuleId };

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap((group): readonly Rule[] => group.rows);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((row) => [row.id, row]));

/** The rule with its value, unit and source. Total: an unknown id does not compile. */
export function rule(id: RuleId): Rule {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no such rule: ${id}`);
  return found;
}

/** The rule's number, in the rule's unit. */
export function ruleValue(id: RuleId): number {
  return rule(id).value;
}
