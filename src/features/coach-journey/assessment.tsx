"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { WithClient } from "./with-client.tsx";

/** What the physio found and advises, in her own words. A coach reads it and cannot change it. */
export function Assessment({ clientId }: { clientId: string }) {
  const t = useTranslations("coach.care");
  return (
    <WithClient clientId={clientId}>
      {({ assessment, names }) =>
        assessment && (
          <Card
            title={t("assessment")}
            over={t("assessed", {
              name: names[assessment.physioId] ?? "",
              day: dayInWords(assessment.assessedOn, "year"),
            })}
            aside={
              <Badge tone={assessment.restorationOk ? "good" : "wait"}>
                {t(assessment.restorationOk ? "restorationYes" : "restorationNo")}
              </Badge>
            }
          >
            {!assessment.hasSigned && <p className="mb-3 font-semibold">{t("notSigned")}</p>}
            <dl className="space-y-3">
              {assessment.findings && (
                <div>
                  <dt className="font-semibold">{t("findings")}</dt>
                  <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{assessment.findings}</dd>
                </div>
              )}
              {assessment.homeProgramme && (
                <div>
                  <dt className="font-semibold">{t("programme")}</dt>
                  <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{assessment.homeProgramme}</dd>
                </div>
              )}
            </dl>
          </Card>
        )
      }
    </WithClient>
  );
}
