"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import NextLink from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isWaiting } from "@/domain/clearance/request-state.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { dayInWords } from "@/words/days.ts";
import { refusalOf, useSay } from "@/words/use-say.ts";

type Line = Outputs["clearance"]["requests"][number];

const TONES: Record<Line["state"], Tone> = {
  sent: "info",
  opened: "info",
  answered: "good",
  declined: "stop",
  cancelled: "neutral",
  expired: "wait",
};

/** What is with which physio since when: of the whole practice, or of one client on her page. */
export function RequestsList({ clientId }: { clientId?: string | undefined }) {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const requests = useQuery(trpc.clearance.requests.queryOptions(clientId ? { clientId } : {}));
  if (requests.isPending) return <LoadingState label={t("loading")} shape="rows" count={4} />;
  if (requests.isError) {
    return (
      <ErrorState
        title={t("requests.failed.title")}
        actions={<Button onClick={() => void requests.refetch()}>{t("upload.retry")}</Button>}
      >
        <p>{t("requests.failed.body")}</p>
      </ErrorState>
    );
  }
  const waits = (line: Line) => isWaiting(line.state);
  const waiting = requests.data.filter(waits);
  const closed = requests.data.filter((line) => !waits(line));
  if (requests.data.length === 0) {
    return (
      <EmptyState title={t("requests.empty.title")}>
        <p>{t("requests.empty.body")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="space-y-8">
      {waiting.length > 0 && (
        <Group title={t("requests.waiting")} lines={waiting} isOfOne={clientId !== undefined} />
      )}
      {closed.length > 0 && (
        <Group title={t("requests.closed")} lines={closed} isOfOne={clientId !== undefined} />
      )}
    </div>
  );
}

function Group({ title, lines, isOfOne }: { title: string; lines: readonly Line[]; isOfOne: boolean }) {
  return (
    <Card title={`${title} (${lines.length})`} level={isOfOne ? 3 : 2}>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.requestId} className="py-4 first:pt-0 last:pb-0">
            <RequestRow line={line} isOfOne={isOfOne} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RequestRow({ line, isOfOne }: { line: Line; isOfOne: boolean }) {
  const t = useTranslations("physio");
  const waits = isWaiting(line.state);
  // One that ran out is asked anew: with its reason as it is today.
  const mayBeSent = line.state !== "cancelled" && line.state !== "declined" && line.state !== "expired";
  return (
    <div className="grid gap-3 md:grid-cols-[1fr_auto] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {!isOfOne && (
            <Link variant="plain" href={`/coach/clients/${line.clientId}`} className="font-semibold text-lg">
              {line.clientName}
            </Link>
          )}
          <span>{t("requests.to", { physio: line.physio.name, clinic: line.physio.clinic ?? "none" })}</span>
          <Badge tone={TONES[line.state]}>{t(`request.state.${line.state}`)}</Badge>
          {line.remindNow && <Badge tone="wait">{t("requests.remind")}</Badge>}
        </p>
        <p className="text-ink-soft text-sm">
          {[
            t(`requests.kind.${line.kind}`),
            waits ? t("requests.waits", { days: line.waitingDays }) : dayInWords(line.askedOn, "year"),
            waits
              ? t(line.isOverdue ? "requests.overdue" : "requests.due", { date: dayInWords(line.dueOn) })
              : null,
            line.askedBy === "client" ? t("requests.askedByHer", { name: line.clientName }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="mt-1 line-clamp-2">{line.reason}</p>
        {isOfOne && <Papers requestId={line.requestId} />}
      </div>
      <Actions line={line} canSend={mayBeSent} canCancel={waits || line.state === "expired"} />
    </div>
  );
}

/** For a clinic that works on paper: made when asked for, with what the mum shares at that moment. */
function Papers({ requestId }: { requestId: string }) {
  const t = useTranslations("common.papers");
  return (
    <div className="mt-3 flex flex-wrap gap-2 print:hidden">
      <FileLink href={`/api/papers/request/${requestId}?as=coach`}>{t("request")}</FileLink>
      <FileLink href={`/api/papers/update/${requestId}?as=coach`}>{t("update")}</FileLink>
    </div>
  );
}

function Actions({ line, canSend, canCancel }: { line: Line; canSend: boolean; canCancel: boolean }) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isSure, setIsSure] = useState(false);
  const refresh = { onSuccess: () => queries.invalidateQueries() };
  const again = useMutation(trpc.clearance.sendAgain.mutationOptions(refresh));
  const cancel = useMutation(trpc.clearance.cancelRequest.mutationOptions(refresh));
  const about = () => ({ key: crypto.randomUUID(), requestId: line.requestId });
  const error = again.error ?? cancel.error;
  const refusal = refusalOf(error);
  return (
    <div className="space-y-2 md:max-w-72">
      {!isSure && (
        <div className="flex flex-wrap gap-2 md:justify-end">
          {canSend && (
            <Button
              size="compact"
              variant="secondary"
              loading={again.isPending}
              onClick={() => again.mutate(about())}
            >
              {t("requests.sendAgain")}
            </Button>
          )}
          {line.state === "expired" && (
            <Button asChild size="compact" variant="secondary">
              <NextLink href={`/coach/clients/${line.clientId}?ask=now`}>{t("requests.askAnew")}</NextLink>
            </Button>
          )}
          {canCancel && (
            <Button size="compact" variant="quiet" onClick={() => setIsSure(true)}>
              {t("requests.cancel")}
            </Button>
          )}
        </div>
      )}
      {isSure && (
        <Notice
          tone="wait"
          live
          actions={
            <>
              <Button
                size="compact"
                variant="secondary"
                loading={cancel.isPending}
                onClick={() => cancel.mutate(about())}
              >
                {t("requests.cancelYes")}
              </Button>
              <Button size="compact" variant="quiet" onClick={() => setIsSure(false)}>
                {t("requests.keep")}
              </Button>
            </>
          }
        >
          {t("requests.cancelSure", { physio: line.physio.name })}
        </Notice>
      )}
      {again.isSuccess && (
        <p role="status" className="text-good text-sm">
          {t("requests.sentAgain")}
        </p>
      )}
      {error && (
        <p role="alert" className="text-sm text-stop">
          {(refusal && say.refusal(refusal)) ?? t("errors.failed")}
        </p>
      )}
    </div>
  );
}
