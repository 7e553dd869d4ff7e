import { useTranslations } from "use-intl";
import { MEASURE_GROUPS, MEASURES } from "@/domain/clearance/measures.ts";
import { Disclosure } from "@/ui/disclosure.tsx";
import { sayMeasure } from "@/words/say-measure.ts";
import type { Outputs } from "@/trpc/wire.ts";

type Mine = Outputs["clearance"]["mine"];

/** What her physio measured, in plain words: hers to read, folded away, and never a verdict. */
export function MyMeasures({ measures }: { measures: Mine["assessments"][number]["measures"] }) {
  const t = useTranslations("mum.care.measures");
  if (!measures) return null;
  const { values } = measures;
  const said = MEASURES.flatMap((measure) => {
    const value = values[measure.id];
    if (value === undefined) return [];
    return [{ ...measure, said: sayMeasure(measure, value, (word) => t(`choice.${word as "yes"}`)) }];
  });
  return (
    <Disclosure summary={t("title")} className="mt-3">
      <p className="mb-3 text-ink-soft text-sm">{t("lead")}</p>
      {MEASURE_GROUPS.filter((group) => said.some((row) => row.group === group)).map((group) => (
        <section key={group} className="mb-4">
          <h4 className="mb-1 font-semibold text-sm">{t(`group.${group}`)}</h4>
          <dl>
            {said
              .filter((row) => row.group === group)
              .map((row) => (
                <div
                  key={row.id}
                  className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5 last:border-0"
                >
                  <dt className="text-ink-soft">{t(`name.${row.id}`)}</dt>
                  <dd className="font-semibold [overflow-wrap:anywhere]">{row.said}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Disclosure>
  );
}
