"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { PhysiosPart } from "./physios.tsx";
import { RulesPart } from "./rules.tsx";
import { TeamPart } from "./team.tsx";

/** The practice itself: its physios and their credentials first, because mums wait for them; then its team. */
export function PracticeRoom() {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const overview = useQuery(trpc.practice.overview.queryOptions({}));
  const physios = useQuery(trpc.practice.physios.queryOptions({}));
  const again = () => void Promise.all([overview.refetch(), physios.refetch()]);
  return (
    <>
      <PageHeader
        title={overview.data?.name ?? t("practice.title")}
        over={overview.data ? t("practice.title") : undefined}
      />
      {(overview.isError || physios.isError) && (
        <ErrorState
          title={t("practice.failed.title")}
          actions={<Button onClick={again}>{t("upload.retry")}</Button>}
        >
          <p>{t("practice.failed.body")}</p>
        </ErrorState>
      )}
      {!(overview.isError || physios.isError) && (overview.isPending || physios.isPending) && (
        <LoadingState label={t("loading")} shape="cards" />
      )}
      {overview.data && physios.data && (
        <div className="grid gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:items-start">
          <PhysiosPart data={physios.data} overview={overview.data} />
          <TeamPart overview={overview.data} />
          <RulesPart isOwner={overview.data.isOwner} />
        </div>
      )}
    </>
  );
}
