"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OpenHold } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { dayInWords } from "@/words/days.ts";
import { refusalOf, useSay } from "@/words/use-say.ts";

/** A hold, kindly: what rests, why, since when, and always how it ends. */
export function HoldCard({ hold }: { hold: OpenHold }) {
  const t = useTranslations("mum");
  const journey = useTranslations("journey");
  const say = useSay("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const lift = useMutation(
    trpc.journey.liftMine.mutationOptions({ onSuccess: () => cache.invalidateQueries() }),
  );
  const holdId = hold.ids[0];
  const refusal = refusalOf(lift.error);
  return (
    <Notice
      tone="wait"
      title={t("today.holdTitle", { covers: hold.covers })}
      actions={
        hold.wayOut === "mum_lifts" && holdId ? (
          <Button
            variant="secondary"
            loading={lift.isPending}
            onClick={() => lift.mutate({ key, holdId, reason: t("today.holdEnd") })}
          >
            {t("today.holdEnd")}
          </Button>
        ) : undefined
      }
    >
      <p>{t(`holdReason.${hold.reason}`)}</p>
      <p className="font-semibold">{journey(`wayOut.${hold.wayOut}.mum`)}</p>
      <p className="text-ink-soft text-sm">{t("today.holdSince", { day: dayInWords(hold.since) })}</p>
      {lift.isError && <p role="alert">{(refusal && say.refusal(refusal)) ?? t("error.body")}</p>}
    </Notice>
  );
}
