"use client";

import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";

type Letter = { id: string; sentAt: string; to: string; subject: string; text: string };

const LOOK_EVERY_MS = 2_000;

/** Addresses of our own pages as links; everything else stays text. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return parts.map((part, index) => {
    const isOurs = index % 2 === 1 && part.startsWith(`${window.location.origin}/`);
    return (
      // The parts of one text never change places.
      <Fragment key={index}>
        {isOurs ? (
          <a href={part} className="text-primary underline [overflow-wrap:anywhere]">
            {part}
          </a>
        ) : (
          part
        )}
      </Fragment>
    );
  });
}

/** All mail of a demo, newest first; looks again every two seconds. */
export function DemoMailbox() {
  const t = useTranslations("account.mailbox");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const mail = useQuery({
    queryKey: ["demo-mail"],
    queryFn: async (): Promise<Letter[]> => {
      const response = await fetch("/demo/mail/letters");
      if (!response.ok) throw new Error("no mailbox");
      return response.json() as Promise<Letter[]>;
    },
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {mail.isPending ? (
        <LoadingState label={t("loading")} shape="cards" count={2} />
      ) : mail.isError ? (
        <ErrorState title={t("failed")} />
      ) : mail.data.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <ol className="space-y-4">
          {mail.data.map((letter) => (
            <li key={letter.id}>
              <Card
                title={letter.subject}
                over={t("to", { address: letter.to })}
                aside={
                  <time dateTime={letter.sentAt} className="text-ink-soft text-sm">
                    {format.relativeTime(new Date(letter.sentAt), now)}
                  </time>
                }
              >
                <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                  <Linked text={letter.text} />
                </p>
              </Card>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
