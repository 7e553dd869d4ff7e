"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isWaiting } from "@/domain/clearance/request-state.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { dayInWords } from "@/words/days.ts";
import { FactsPanels } from "./facts-panels.tsx";
import { SignForm } from "./sign-form.tsx";
import { SignedPanel } from "./signed-panel.tsx";
import type { Files, View } from "./view.ts";

type Slots = {
  /** Draws the upload of a letter for this request; the room of documents knows how. */
  readonly upload: (requestId: string) => ReactNode;
  readonly list: (files: Files) => ReactNode;
};

/** The physio's one page: who asks and why, what was shared, and her answer beside it. */
export function PhysioRequest({ requestId, upload, list }: { requestId?: string | undefined } & Slots) {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const view = useQuery(trpc.clearance.forPhysio.queryOptions(requestId ? { requestId } : {}));
  const code = view.error?.data?.code;
  if (view.isPending) return <LoadingState label={t("loading")} shape="cards" />;
  if (code === "UNAUTHORIZED" || code === "NOT_FOUND") {
    return (
      <ErrorState level={1} title={t("ended.title")}>
        <p>{t("ended.body")}</p>
      </ErrorState>
    );
  }
  if (view.isError) {
    return (
      <ErrorState
        level={1}
        title={t("errors.failed")}
        actions={<Button onClick={() => void view.refetch()}>{t("upload.retry")}</Button>}
      />
    );
  }
  return <Request view={view.data} upload={upload} list={list} />;
}

function Request({ view, upload, list }: { view: View } & Slots) {
  const t = useTranslations("physio");
  const papers = useTranslations("common.papers");
  const trpc = useTRPC();
  const { request, client, practice } = view;
  const files = useQuery(trpc.documents.forRequest.queryOptions({ requestId: request.id }));
  const [isAmending, setIsAmending] = useState(false);
  useTellOpened(request);
  const isOver = request.state === "declined" || request.state === "cancelled" || request.state === "expired";
  const isSigned = request.state === "answered" && view.signed.length > 0 && !isAmending;
  const top = useRef<HTMLDivElement>(null);
  const signed = () => {
    setIsAmending(false);
    top.current?.scrollIntoView();
    top.current?.focus();
  };

  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <PageHeader
        className="mt-4"
        over={t("request.over", { practice: practice.name })}
        title={t(`request.kind.${request.kind}`, { name: client.name })}
        actions={
          // Open and waiting is what she sees anyway; only an end needs a word.
          isWaiting(request.state) ? undefined : (
            <Badge tone={request.state === "answered" ? "good" : "wait"}>
              {t(`request.state.${request.state}`)}
            </Badge>
          )
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:items-start">
        {/* Its own scroll on a desk, so that the facts stay beside the form; reachable by keyboard for that. */}
        <section
          aria-label={t("request.facts", { name: client.name })}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="space-y-5 rounded-card lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:pe-1"
        >
          <Card variant="feature" title={t("request.asks", { name: request.askedBy })} level={2}>
            <p className="whitespace-pre-line text-lg">{request.reason}</p>
            <p className="mt-3 text-ink-soft text-sm">
              {t("request.dates", { asked: dayInWords(request.askedOn), due: dayInWords(request.dueOn) })}
            </p>
            <div className="mt-3 flex flex-wrap gap-2 print:hidden">
              <FileLink href={`/api/papers/request/${request.id}?as=physio`}>{papers("request")}</FileLink>
              <FileLink href={`/api/papers/update/${request.id}?as=physio`}>{papers("update")}</FileLink>
            </div>
          </Card>
          <FactsPanels view={view} />
          {files.data && files.data.length > 0 && (
            <Card title={t("upload.list")} level={3}>
              {list(files.data)}
              <p className="mt-2 text-ink-soft text-sm">{t("upload.told", { name: client.name })}</p>
            </Card>
          )}
        </section>
        <section
          aria-label={t("form.title")}
          // On a phone what she signed comes before what it was about.
          className={isSigned || isOver ? "min-w-0 max-lg:order-first" : "min-w-0"}
        >
          {isOver && (
            <Notice tone="wait">
              {request.state === "declined" ? t("request.declined") : t("request.closed")}
            </Notice>
          )}
          {isSigned && <SignedPanel view={view} onAmend={() => setIsAmending(true)} />}
          {!isOver && !isSigned && files.isPending && <LoadingState label={t("loading")} shape="cards" />}
          {!isOver && !isSigned && files.data && (
            <>
              <h2>{t("form.title")}</h2>
              <p className="mt-1 mb-5 text-ink-soft">{t("form.lead")}</p>
              <SignForm view={view} files={files.data} letter={upload(request.id)} onSigned={signed} />
              {request.state !== "answered" && <Decline requestId={request.id} />}
            </>
          )}
        </section>
      </div>
    </div>
  );
}

/** Tells the practice once that she has it on her screen. Reading must work even when this does not. */
function useTellOpened({ id, state }: View["request"]) {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.clearance.opened.mutationOptions());
  const told = useRef(false);
  useEffect(() => {
    if (state !== "sent" || told.current) return;
    told.current = true;
    mutate({ key: crypto.randomUUID(), requestId: id });
  }, [id, state, mutate]);
}

function Decline({ requestId }: { requestId: string }) {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isSure, setIsSure] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const decline = useMutation(
    trpc.clearance.decline.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.clearance.pathFilter()),
    }),
  );
  return (
    <div className="mt-6 text-center">
      {!isSure && (
        <Button variant="quiet" onClick={() => setIsSure(true)}>
          {t("request.decline")}
        </Button>
      )}
      {isSure && (
        <Notice
          tone="wait"
          live
          actions={
            <>
              <Button
                variant="secondary"
                loading={decline.isPending}
                onClick={() => decline.mutate({ key, requestId })}
              >
                {t("request.declineYes")}
              </Button>
              <Button variant="quiet" onClick={() => setIsSure(false)}>
                {t("requests.keep")}
              </Button>
            </>
          }
        >
          {decline.isError ? t("errors.failed") : t("request.declineSure")}
        </Notice>
      )}
    </div>
  );
}
