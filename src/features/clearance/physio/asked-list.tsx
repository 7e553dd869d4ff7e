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

type Line = Outputs["clearance"]["askedOfMe"]["lines"][number];

/** Everything she was asked, one line each: with an account in whichever practice. */
export function AskedList() {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const asked = useQuery(trpc.clearance.askedOfMe.queryOptions({}));
  const lines = asked.data?.lines ?? [];
  const hasAccount = asked.data?.hasAccount ?? false;
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          hasAccount && (
            <Link variant="alone" href="/account">
              {t("list.account")}
            </Link>
          )
        }
      />
      {asked.isPending && <LoadingState label={t("loading")} shape="rows" />}
      {asked.isError && (
        <ErrorState
          title={t("errors.failed")}
          actions={<Button onClick={() => void asked.refetch()}>{t("upload.retry")}</Button>}
        />
      )}
      {asked.data?.lines.length === 0 && (
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
                  <Title line={one} />
                  <p className="text-ink-soft text-sm">
                    {`${one.practice.name} · ${t("request.dates", { asked: dayInWords(one.askedOn, "year"), due: dayInWords(one.dueOn, "year") })}`}
                  </p>
                  {!one.canOpen && <p className="text-ink-soft text-sm">{t("list.closed")}</p>}
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

/** Through the practice's door: which one she is in is remembered there, and asked again behind it. */
function Title({ line }: { line: Line }) {
  const t = useTranslations("physio");
  const title = t(`request.kind.${line.kind}`, { name: line.clientName });
  if (!line.canOpen) return <p className="font-semibold">{title}</p>;
  const next = encodeURIComponent(`/physio/request?id=${line.requestId}`);
  return (
    <a
      className="inline-flex min-h-12 items-center font-semibold text-primary underline decoration-1 hover:decoration-2"
      href={`/doors/enter?area=physio&practice=${line.practice.id}&next=${next}`}
    >
      {title}
    </a>
  );
}
