"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { isWaiting } from "@/domain/clearance/request-state.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { dayInWords } from "@/words/days.ts";

type Line = Outputs["clearance"]["askedOfMe"][number];

/** For a physio with an account: everything she was asked, one line each. */
export function AskedList() {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const asked = useQuery(trpc.clearance.askedOfMe.queryOptions({}));
  const lines = asked.data ?? [];
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      {asked.isPending && <LoadingState label={t("loading")} shape="rows" />}
      {asked.isError && (
        <ErrorState
          title={t("errors.failed")}
          actions={<Button onClick={() => void asked.refetch()}>{t("upload.retry")}</Button>}
        />
      )}
      {asked.data?.length === 0 && (
        <EmptyState title={t("list.empty.title")}>
          <p>{t("list.empty.body")}</p>
        </EmptyState>
      )}
      <Group title={t("list.waiting")} lines={lines.filter(waits)} />
      <Group title={t("list.done")} lines={lines.filter((one) => !waits(one))} />
    </>
  );
}

const waits = ({ state }: Line) => isWaiting(state);

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useTranslations("physio");
  if (lines.length === 0) return null;
  return (
    <section className="mb-10 space-y-3">
      <h2>{title}</h2>
      <ul className="space-y-3">
        {lines.map((one) => (
          <li key={one.requestId}>
            <Card>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <div>
                  <Link variant="alone" href={`/physio/request?id=${one.requestId}`}>
                    {t(`request.kind.${one.kind}`, { name: one.clientName })}
                  </Link>
                  <p className="text-ink-soft text-sm">
                    {t("request.dates", { asked: dayInWords(one.askedOn), due: dayInWords(one.dueOn) })}
                  </p>
                </div>
                <Badge tone={one.state === "answered" ? "good" : "info"}>
                  {t(`request.state.${one.state}`)}
                </Badge>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
