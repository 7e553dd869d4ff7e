import type { Refusal } from "../journey/decision.ts";
import type { ProtocolOutline } from "../journey/facts.ts";
import { WEEKDAYS, type Weekday } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

export type WeekdaysRefusal = Extract<
  Refusal,
  { code: "impact_days_without_rest" | "no_rest_day" | "run_days_add_to_walking" }
>;

/**
 * What speaks against doing a protocol on these days of the week, before it is assigned and when it is. Running, and any
 * level with landings, needs its days of rest between; strength leaves a day of the week free; and runs replace walks,
 * they do not add to them. Restoration and walks may be every day.
 * @param walkingDays days of her walking plan, empty when she has none
 */
export function weekdaysRefusal(
  { kind, levels }: Pick<ProtocolOutline, "kind" | "levels">,
  weekdays: readonly Weekday[],
  walkingDays: readonly number[],
): WeekdaysRefusal | null {
  const hasImpact = kind === "walk_run" || kind === "technique" || levels.some((level) => level.impact);
  if (hasImpact && !hasRestBetween(weekdays)) return { code: "impact_days_without_rest" };
  const daysOff = WEEKDAYS.length - new Set(weekdays).size;
  if (kind === "strength" && daysOff < ruleValue("strength_days_off_a_week")) return { code: "no_rest_day" };
  if (kind !== "walk_run" || walkingDays.length === 0) return null;
  const extra = weekdays.filter((day) => !walkingDays.includes(day));
  return extra.length > 0 ? { code: "run_days_add_to_walking", weekdays: extra } : null;
}

/** Every two days have the days of rest between them that the rule asks for, over the weekend too. */
function hasRestBetween(weekdays: readonly Weekday[]): boolean {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const apart = ruleValue("rest_days_between_impact") + 1;
  return days.every((day, index) => {
    const next = days[index + 1] ?? (days[0] ?? day) + 7;
    return days.length === 1 || next - day >= apart;
  });
}
