"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { LogDetail } from "./log-detail.tsx";

/** One log of a client for her coach: planned and done beside each other. */
export function LogOfClient({ clientId, logId }: { clientId: string; logId: string }) {
  const t = useTranslations("coach");
  const query = useQuery(useTRPC().plans.logOf.queryOptions({ clientId, logId }));
  if (query.isPending) return <LoadingState label={t("loading")} shape="rows" count={2} />;
  if (query.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
      >
        <p>{t("failed.body")}</p>
      </ErrorState>
    );
  }
  return <LogDetail log={query.data} />;
}
