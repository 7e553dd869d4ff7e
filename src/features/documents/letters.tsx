"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { DocumentList } from "./document-list.tsx";

/** The letters about one mum, for her coach. */
export function Letters({ clientId }: { clientId: string }) {
  const t = useTranslations("coach");
  const query = useQuery(useTRPC().documents.ofClient.queryOptions({ clientId }));
  if (query.isPending) return <LoadingState label={t("loading")} shape="rows" count={2} />;
  if (query.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
      />
    );
  }
  if (query.data.length === 0) return <p className="text-ink-soft">{t("care.noDocuments")}</p>;
  return <DocumentList documents={query.data} area="coach" />;
}
