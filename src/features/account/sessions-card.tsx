"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ActionButton } from "./action-button.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

/** Where she is signed in; ending one works on its next request. */
export function SessionsCard() {
  const t = useTranslations("account.page");
  const format = useFormatter();
  const now = useNow();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() });
  const sessions = useQuery(trpc.account.sessions.queryOptions({}));
  const end = useMutation(trpc.account.revokeSession.mutationOptions({ onSettled: lookAgain }));
  const endOthers = useStep("sessions/end-others", () => {
    endOthers.settle();
    void lookAgain();
  });
  // Two clocks: hers may be a little behind the server's, and nothing was used in the future.
  const ago = (date: Date) => format.relativeTime(Math.min(date.getTime(), now.getTime()), now);
  const nameOf = (device: string) => (device === "—" ? t("unknownDevice") : device);
  return (
    <Card
      title={t("sessions")}
      footer={
        (sessions.data?.length ?? 0) > 1 && (
          <ActionButton variant="secondary" loading={endOthers.busy} onClick={() => void endOthers.send()}>
            {t("sessionEndOthers")}
          </ActionButton>
        )
      }
    >
      {sessions.isPending && <LoadingState label={t("loading")} shape="rows" count={2} />}
      {sessions.isError && <p>{t("failed")}</p>}
      <StepProblem problem={endOthers.problem} />
      <ul className="divide-y divide-line">
        {sessions.data?.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <MonitorSmartphone aria-hidden className="size-6 shrink-0 text-ink-soft" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {nameOf(session.device)}
                {session.isThis && (
                  <Badge tone="good" size="small">
                    {t("sessionThis")}
                  </Badge>
                )}
              </p>
              <p className="text-ink-soft text-sm">
                {session.isThis
                  ? t("sessionSince", { date: format.dateTime(session.createdAt, { dateStyle: "medium" }) })
                  : t("sessionUsed", { date: ago(session.lastSeenAt) })}
                {", "}
                {session.addressPrefix}
              </p>
            </div>
            {!session.isThis && (
              <ActionButton
                variant="quiet"
                aria-label={t("sessionEndNamed", { device: nameOf(session.device) })}
                loading={end.isPending && end.variables.sessionId === session.id}
                onClick={() => end.mutate({ key: crypto.randomUUID(), sessionId: session.id })}
              >
                {t("sessionEnd")}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
