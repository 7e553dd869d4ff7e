"use client";

import { useTranslations } from "use-intl";
import type { Reason } from "@/domain/journey/reasons.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { useSay } from "@/words/use-say.ts";

type Preview = Outputs["plans"]["previewAssign"];
type Row = Preview["rows"][number];

/** Who may, on which days, and who may not and why: in words, before anything is pressed. */
export function BulkPreview({ preview }: { preview: Preview | null }) {
  const t = useTranslations("coach.bulk");
  const coach = useTranslations("coach");
  if (!preview) return <LoadingState label={coach("loading")} shape="rows" count={4} />;
  const may = preview.rows.filter((row) => row.refusal === null);
  const not = preview.rows.filter((row) => row.refusal !== null);
  return (
    <div className="space-y-6">
      {not.length > 0 && (
        <section aria-labelledby="bulk-not">
          <h3 id="bulk-not">{t("not", { count: not.length })}</h3>
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {not.map((row) => (
              <NotLine key={row.clientId} row={row} />
            ))}
          </ul>
        </section>
      )}
      {may.length > 0 && (
        <section aria-labelledby="bulk-may">
          <h3 id="bulk-may">{t("may", { count: may.length })}</h3>
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {may.map((row) => (
              <li key={row.clientId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <span className="font-semibold">{row.name}</span>
                <span className="text-ink-soft text-sm">
                  {row.weekdays.map((day) => coach(`days.${day}`)).join(", ")}
                </span>
                {row.replaces && (
                  <Badge size="small" tone="wait">
                    {t("replaces", { title: row.replaces })}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function NotLine({ row }: { row: Row }) {
  const say = useSay("coach");
  const { refusal } = row;
  if (!refusal) return null;
  const reasons: readonly Reason[] = "reasons" in refusal ? refusal.reasons : [];
  return (
    <li className="py-2">
      <span className="font-semibold">{row.name}</span>{" "}
      <span className="text-ink-soft">{say.refusal(refusal)}</span>
      {reasons.length > 0 && (
        <ul className="list-disc ps-5 text-sm">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
          ))}
        </ul>
      )}
      {refusal.code === "level_not_earned" && <p className="text-sm">{say.progress(refusal.because)}</p>}
    </li>
  );
}
