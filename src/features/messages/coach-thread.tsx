"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { LOCALE } from "@/words/locale.ts";
import { Refused } from "@/words/refused.tsx";

type Message = Outputs["messages"]["thread"]["messages"][number];

/** The thread with her. Having it open is having read it. */
export function CoachThread({ clientId }: { clientId: string }) {
  const t = useTranslations("coach");
  const trpc = useTRPC();
  const client = useQuery(trpc.clients.byId.queryOptions({ clientId }));
  const thread = useQuery(trpc.messages.thread.queryOptions({ clientId }));
  const read = useChange(trpc.messages.read.mutationOptions());
  const isUnread = thread.data?.messages.some((row) => row.fromKind === "client" && !row.readAt) ?? false;
  const markRead = useEffectEvent(() => read.send({ clientId }));
  useEffect(() => {
    if (isUnread) markRead();
  }, [isUnread]);
  if (thread.isPending || client.isPending)
    return <LoadingState label={t("loading")} shape="lines" count={4} />;
  if (thread.isError || client.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void thread.refetch()}>{t("failed.again")}</Button>}
      >
        <p>{t("failed.body")}</p>
      </ErrorState>
    );
  }
  const { zone, name } = client.data.client;
  return (
    <section aria-labelledby="messages" className="max-w-[46rem]">
      <h2 id="messages" className="mb-5">
        {t("messages.title")}
      </h2>
      {thread.data.messages.length === 0 ? (
        <EmptyState title={t("messages.none")}>
          <p>{t("messages.noneBody")}</p>
        </EmptyState>
      ) : (
        <ol className="space-y-3">
          {thread.data.messages.map((message) => (
            <Bubble key={message.messageId} message={message} zone={zone} />
          ))}
        </ol>
      )}
      <Write clientId={clientId} name={name} />
    </section>
  );
}

function Bubble({ message, zone }: { message: Message; zone: string }) {
  const t = useTranslations("coach.messages");
  const isHers = message.fromKind === "client";
  const at = new Intl.DateTimeFormat(LOCALE, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(message.sentAt);
  return (
    <li className={cn("flex", isHers ? "justify-start" : "justify-end")}>
      <div
        className={cn(
          "max-w-[85%] rounded-card px-4 py-3",
          isHers ? "border border-line bg-raised" : "bg-primary-soft",
        )}
      >
        <p className="text-ink-soft text-sm">
          {message.isMine ? t("you") : message.from},{" "}
          <time dateTime={message.sentAt.toISOString()}>{at}</time>
        </p>
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{message.body}</p>
      </div>
    </li>
  );
}

function Write({ clientId, name }: { clientId: string; name: string }) {
  const t = useTranslations("coach.messages");
  const [body, setBody] = useState("");
  const [isTried, setIsTried] = useState(false);
  const send = useChange(useTRPC().messages.send.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = body.trim();
    setIsTried(text === "");
    if (text !== "") send.send({ clientId, body: text }, () => setBody(""));
  };
  return (
    <form noValidate onSubmit={submit} className="mt-7 space-y-3">
      <TextArea
        label={t("write", { name })}
        value={body}
        maxLength={4000}
        error={isTried && body.trim() === "" ? t("error") : undefined}
        onChange={(event) => setBody(event.target.value)}
      />
      <Refused error={send.error} reader="coach" />
      <Button type="submit" loading={send.isBusy}>
        {t("send")}
      </Button>
    </form>
  );
}
