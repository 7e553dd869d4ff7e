"use client";

import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import { dayInWords } from "@/words/days.ts";

/** What pain in muscles and joints means for her, by her own traffic light when her coach set one. */
export function MyPain({ pain }: { pain: PainBands & { readonly setOn: Day | null } }) {
  const t = useTranslations("mum.pain");
  const { greenMax, amberMax, setOn } = pain;
  const from = greenMax + 1;
  return (
    <div className="space-y-3">
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("green", { max: greenMax })}</li>
        {amberMax > from && <li>{t("amber", { from, max: amberMax })}</li>}
        {amberMax === from && <li>{t("amberOne", { max: amberMax })}</li>}
        <li>{t("red", { max: amberMax })}</li>
      </ul>
      {setOn && <p>{t("own", { day: dayInWords(setOn) })}</p>}
      <p className="text-ink-soft text-sm">{t("other")}</p>
    </div>
  );
}
