"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { instantInWords } from "@/words/days.ts";
import { Failed, Loading } from "./states.tsx";

type Line = Outputs["messages"]["mine"]["messages"][number];

/** Looked for again so often while the thread is open. */
const AGAIN_MS = 20_000;
const LONGEST = 4000;

/** The thread with her coaches, and where she writes. */
export function MyMessages() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.messages.mine.queryOptions({}, { refetchInterval: AGAIN_MS }));
  const end = useRef<HTMLDivElement>(null);
  const count = query.data?.messages.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "end" });
  }, [count]);
  useMarkRead(query.data?.messages ?? []);
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  return (
    <>
      {count === 0 ? (
        <EmptyState title={t("messages.empty")}>
          <p>{t("messages.emptyBody")}</p>
        </EmptyState>
      ) : (
        <ol className="space-y-3">
          {query.data.messages.map((line) => (
            <Bubble key={line.messageId} line={line} />
          ))}
        </ol>
      )}
      <Write />
      <div ref={end} />
    </>
  );
}

/** What her coaches wrote is read once she has it open. */
function useMarkRead(lines: readonly Line[]) {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.messages.readMine.mutationOptions());
  const unread = lines.filter((line) => !line.isMine && line.readAt === null).at(-1)?.messageId;
  useEffect(() => {
    if (unread) mutate({ key: crypto.randomUUID() });
  }, [unread, mutate]);
}

function Bubble({ line }: { line: Line }) {
  const t = useTranslations("mum");
  return (
    <li
      className={cn(
        "max-w-[85%] rounded-card px-4 py-3",
        line.isMine ? "ms-auto bg-primary-soft" : "bg-raised border border-line",
      )}
    >
      <p className="font-semibold text-sm">
        {line.isMine ? t("messages.me") : (line.from ?? t("messages.coach"))}
      </p>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{line.body}</p>
      <p className="mt-1 text-ink-soft text-xs" suppressHydrationWarning>
        {instantInWords(line.sentAt)}
        {line.isMine && line.readAt && `, ${t("messages.read")}`}
      </p>
    </li>
  );
}

function Write() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [body, setBody] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [isTried, setIsTried] = useState(false);
  const send = useMutation(
    trpc.messages.sendMine.mutationOptions({
      onSuccess: async () => {
        setBody("");
        setKey(crypto.randomUUID());
        setIsTried(false);
        await cache.invalidateQueries({ queryKey: trpc.messages.mine.queryKey() });
      },
    }),
  );
  const isEmpty = body.trim() === "";
  const isLong = body.trim().length > LONGEST;
  const error = isLong
    ? t("messages.tooLong")
    : isTried && isEmpty
      ? t("messages.error")
      : send.isError
        ? t("messages.failed")
        : undefined;
  return (
    <form
      noValidate
      className="mt-6 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!isEmpty && !isLong && !send.isPending) send.mutate({ key, body: body.trim() });
      }}
    >
      <TextArea
        label={t("messages.write")}
        value={body}
        error={error}
        onChange={(event) => {
          setBody(event.target.value);
          // Other words are another message: the key of a failed one must not carry them.
          if (send.isError) {
            setKey(crypto.randomUUID());
            send.reset();
          }
        }}
      />
      <Button type="submit" wide icon={<Send aria-hidden />} loading={send.isPending}>
        {t("messages.send")}
      </Button>
    </form>
  );
}
