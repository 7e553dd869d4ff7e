"use client";

import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { dayOfInstant } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import type { Client } from "./use-client.ts";

/** She has mail and has not joined: when it went out, how long it is good, and sending it again. */
export function Invited({ data }: { data: Client }) {
  const t = useTranslations("coach.client");
  const { clientId, invitedAt, invitationEndsAt } = data.client;
  const again = useChange(useTRPC().clients.inviteAgain.mutationOptions());
  // Her own day decides: nobody's clock in a browser says when a link ends.
  const isOver = invitationEndsAt !== null && invitationEndsAt.toISOString().slice(0, 10) < data.day;
  return (
    <Notice
      tone="wait"
      title={t("invitedTitle")}
      className="mt-5"
      actions={
        <Button variant="secondary" loading={again.isBusy} onClick={() => again.send({ clientId })}>
          {t("sendAgain")}
        </Button>
      }
    >
      {invitedAt && invitationEndsAt && (
        <p suppressHydrationWarning>
          {isOver
            ? t("invitedEnded", { day: dayOfInstant(invitedAt) })
            : t("invitedBody", { day: dayOfInstant(invitedAt), end: dayOfInstant(invitationEndsAt) })}
        </p>
      )}
      <p role="status">{again.answer ? t("sentAgain") : null}</p>
      <Refused error={again.error} reader="coach" />
    </Notice>
  );
}
