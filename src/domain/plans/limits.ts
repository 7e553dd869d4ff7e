import type { ProtocolKind } from "../journey/steps.ts";
import type { Condition } from "../shared/vocabulary.ts";

/** What a level asks of her body that a sign-off may not allow. */
export type Asked = {
  readonly kind: ProtocolKind;
  readonly minutesRun: number;
  readonly impact: boolean;
};

/** A limit that a level goes beyond. `minutes` is the limit's own; 0 for the one that has none. */
export type Beyond =
  | { readonly condition: "max_run_minutes"; readonly minutes: number }
  | { readonly condition: "no_hopping"; readonly minutes: 0 };

/**
 * The limit of the sign-off that a level goes beyond, or null. Longer running than the physio allows, or hopping and
 * bounding where she said no hopping (running is not hopping: its own lock and its own minutes hold it).
 */
export function beyondLimit(
  limits: readonly Condition[],
  { kind, minutesRun, impact }: Asked,
): Beyond | null {
  const isRun = kind === "walk_run" || kind === "technique";
  for (const limit of limits) {
    if (limit.kind === "max_run_minutes" && minutesRun > limit.minutes) {
      return { condition: limit.kind, minutes: limit.minutes };
    }
    if (limit.kind === "no_hopping" && impact && !isRun) return { condition: limit.kind, minutes: 0 };
  }
  return null;
}
