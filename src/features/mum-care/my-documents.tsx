"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Card } from "@/ui/card.tsx";
import { dayOfInstant, instantInWords } from "@/words/days.ts";
import { Failed, Loading } from "./states.tsx";

/** "240 kB", "3.1 MB". */
function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Every document about her that somebody else gave: from whom and when. The notice the law asks for (HIPC rule 3A). */
export function MyDocuments() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.documents.mine.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { documents } = query.data;
  if (documents.length === 0) return <p className="text-ink-soft">{t("care.noDocuments")}</p>;
  return (
    <div className="space-y-4">
      {documents.map((document) => {
        const day = dayOfInstant(document.receivedAt, "long");
        return (
          <Card key={document.documentId} level={3}>
            <p suppressHydrationWarning>
              {document.from
                ? t("care.docArrived", { from: document.from, day })
                : t("care.docFromUnknown", { day })}
            </p>
            <a
              className="mt-2 inline-flex min-h-12 items-center gap-2 font-semibold text-primary underline [overflow-wrap:anywhere]"
              href={`/api/documents/${document.documentId}?as=client`}
            >
              <FileText aria-hidden className="size-5 shrink-0" />
              {t("care.docOpen", { file: document.fileName })}
            </a>
            <p className="text-ink-soft text-sm">
              {t("care.docMeta", { pages: document.pages ?? 0, size: sizeInWords(document.size) })}
            </p>
            {document.clientToldAt && (
              <p suppressHydrationWarning className="text-ink-soft text-sm">
                {t("care.docTimes", {
                  arrived: instantInWords(document.receivedAt),
                  told: instantInWords(document.clientToldAt),
                })}
              </p>
            )}
          </Card>
        );
      })}
      <p className="text-ink-soft text-sm">{t("care.docTold")}</p>
    </div>
  );
}
