import { useTranslations } from "use-intl";
import { MEASURES, readMeasure } from "@/domain/clearance/measures.ts";
import { isDay } from "@/domain/shared/day.ts";
import { dayInWords } from "@/words/days.ts";
import { sayMeasure } from "@/words/say-measure.ts";
import { useSay } from "@/words/use-say.ts";
import { conditionsOf, type Draft } from "./draft.ts";

/** All that her signature will cover, once more in one place: nothing is signed that does not stand here. */
export function WhatIsSigned({ draft }: { draft: Draft }) {
  const t = useTranslations("physio.form");
  const say = useSay("coach");
  const isCleared = draft.decision === "cleared" || draft.decision === "cleared_with_conditions";
  const measured = MEASURES.filter((measure) => (draft.measures[measure.id] ?? "").trim() !== "");
  const lines: readonly [string, string | false][] = [
    [t("running"), draft.decision && t(`decisions.${draft.decision}`)],
    [t("scope"), isCleared && draft.scope.map((one) => t(`scopes.${one}`)).join(", ")],
    [t("conditions"), conditionsOf(draft).map(say.condition).join("; ")],
    [t("reviewBy"), isDay(draft.reviewBy) && dayInWords(draft.reviewBy, "year")],
    [
      t("early"),
      isCleared &&
        draft.isEarly &&
        isDay(draft.earlyOn) &&
        `${dayInWords(draft.earlyOn, "year")}: ${draft.earlyReason}`,
    ],
    [t("earlierTests"), isCleared && draft.earlierTests && t("restorationYes")],
    [
      t("restoration"),
      draft.restoration && t(draft.restoration === "yes" ? "restorationYes" : "restorationNo"),
    ],
    [t("findings"), draft.findings.trim()],
    [t("homeProgramme"), draft.homeProgramme.trim()],
    [
      t("measures.title"),
      measured
        .map((measure) => {
          const value = readMeasure(measure, draft.measures[measure.id] ?? "");
          const said =
            value === null || value === undefined
              ? "…"
              : sayMeasure(measure, value, (word) => t(`measures.choice.${word as "yes"}`));
          return `${t(`measures.name.${measure.id}`)}: ${said}`;
        })
        .join("; "),
    ],
  ];
  return (
    <dl className="mt-4 space-y-2 text-sm">
      {lines
        .filter(([, value]) => value !== false && value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
