"use client";

import { FileText, Image as Picture } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { DocumentPages } from "./document-pages.tsx";

export type ListedDocument = {
  readonly id: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly pages: number | null;
  readonly receivedAt: Date;
};

/** Files with what they are, a way to look at them and a way to fetch them. `area` says for whom the download speaks. */
export function DocumentList({
  documents,
  area,
}: {
  documents: readonly ListedDocument[];
  area: "physio" | "coach" | "client";
}) {
  const t = useTranslations("physio.upload");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line">
      {documents.map((one) => {
        const Icon = one.mime.startsWith("image/") ? Picture : FileText;
        const facts = [
          one.pages === null ? null : t("pages", { pages: one.pages }),
          format.number(one.size / 1024, { maximumFractionDigits: 0, style: "unit", unit: "kilobyte" }),
          t("received", { date: format.dateTime(one.receivedAt, { day: "numeric", month: "short" }) }),
        ];
        return (
          <li key={one.id} className="flex flex-wrap items-center gap-3 py-3">
            <Icon aria-hidden className="size-6 shrink-0 text-primary" />
            <span className="min-w-40 flex-1">
              <span className="block font-semibold [overflow-wrap:anywhere]">{one.fileName}</span>
              <span className="text-ink-soft text-sm">{facts.filter(Boolean).join(" · ")}</span>
            </span>
            <DocumentPages document={one} area={area} />
            <Button asChild size="compact" variant="secondary">
              <a
                href={`/api/documents/${one.id}?as=${area}`}
                download
                aria-label={`${t("download")}: ${one.fileName}`}
              >
                {t("download")}
              </a>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
