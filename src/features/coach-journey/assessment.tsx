"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import { dayInWords } from "@/words/days.ts";
import { WithClient } from "./with-client.tsx";

/** What the physio found and advises, in her own words. A coach reads it and cannot change it. */
export function Assessment({ clientId }: { clientId: string }) {
  const t = useTranslations("coach.care");
  const papers = useTranslations("common.papers");
  return (
    <WithClient clientId={clientId}>
      {({ assessment, names, journey: { clearance } }) =>
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
            {assessment.hasSigned && clearance.status !== "none" && (
              <div className="mt-4 flex flex-wrap gap-2 print:hidden">
                <FileLink href={`/api/papers/summary/${clearance.clearanceId}?as=coach`}>
                  {papers("summary")}
                </FileLink>
                {clearance.status === "standing" && (
                  <FileLink href={`/api/papers/passport/${clearance.clearanceId}?as=coach`}>
                    {papers("passport")}
                  </FileLink>
                )}
              </div>
            )}
          </Card>
        )
      }
    </WithClient>
  );
}
