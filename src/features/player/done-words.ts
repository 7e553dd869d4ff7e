import { useTranslations } from "use-intl";
import type { DoneExercise, DoneSet } from "@/domain/journey/performance.ts";

/** "left: 10, 8 times", "6 kg", "effort 4 of 10": what she did of one exercise, a line each. */
export function useDoneWords() {
  const t = useTranslations("protocols.log");
  const amounts = (sets: readonly DoneSet[]): string => {
    const isTimed = sets.some((set) => set.seconds !== null);
    const each = sets.map((set) => (isTimed ? set.seconds : set.reps) ?? "?").join(", ");
    return isTimed ? t("seconds", { amounts: each }) : t("times", { amounts: each });
  };
  const weights = (sets: readonly DoneSet[]): string => {
    const said = sets.flatMap((set) => (set.kg === null ? [] : [set.kg]));
    const each = new Set(said).size === 1 ? said.slice(0, 1) : said;
    return each.map((kg) => t("kilograms", { kg })).join(", ");
  };
  return ({ sets, effort, pain }: DoneExercise): readonly string[] => {
    const sides = (["left", "right", "both"] as const).flatMap((side) => {
      const mine = sets.filter((set) => set.side === side);
      if (mine.length === 0) return [];
      const what = [amounts(mine), weights(mine)].filter(Boolean).join(", ");
      return [t("side", { side, what })];
    });
    return [
      ...(sets.length === 0 ? [t("leftOut")] : sides),
      ...(effort === null ? [] : [t("effort", { effort })]),
      ...(pain === null ? [] : [t("pain", { pain })]),
    ];
  };
}
