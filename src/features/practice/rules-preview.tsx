"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { PracticeChoices } from "@/domain/journey/practice-rules.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Progress } from "@/ui/progress.tsx";

const LINES = ["locked", "opened", "held", "waysBack"] as const;

/** Asks page after page until every present client is counted. */
function usePreview(choices: PracticeChoices) {
  const client = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: ["practice", "previewRules", choices],
    queryFn: ({ pageParam: cursor }) => client.practice.previewRules.query({ choices, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = query.data?.pages ?? [];
  const sum = (key: "clients" | (typeof LINES)[number]) => pages.reduce((all, page) => all + page[key], 0);
  const counts = {
    clients: sum("clients"),
    locked: sum("locked"),
    opened: sum("opened"),
    held: sum("held"),
    waysBack: sum("waysBack"),
  };
  return { counts, present: pages[0]?.present ?? 0, isDone: query.isSuccess && !hasNextPage, isError };
}

/** What the change would do to the present clients, before anything is saved. */
export function RulesPreview({ choices }: { choices: PracticeChoices }) {
  const t = useTranslations("physio.practice.rules");
  const { counts, present, isDone, isError } = usePreview(choices);
  if (isError) return <Notice tone="wait">{t("noPreview")}</Notice>;
  if (!isDone) {
    const label = t("counting");
    return present === 0 ? (
      <p className="text-ink-soft">{label}</p>
    ) : (
      <Progress
        kind="progress"
        label={label}
        value={counts.clients}
        max={present}
        text={t("counted", { done: counts.clients, all: present })}
      />
    );
  }
  const { clients } = counts;
  const lines = LINES.filter((key) => counts[key] > 0);
  return (
    <Notice tone="info" live title={t("preview.title")}>
      {lines.length === 0 ? (
        <p>{t("preview.nothing", { clients })}</p>
      ) : (
        <ul className="list-disc space-y-1 ps-5">
          {lines.map((key) => (
            <li key={key}>{t(`preview.${key}`, { count: counts[key], clients })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
