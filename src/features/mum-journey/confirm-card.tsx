"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";

/** Did she see this physio? Nothing a physio signed counts before her yes; her no is asked twice. */
export function ConfirmCard({ clearanceId, signer }: { clearanceId: string; signer: string }) {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [keys] = useState(() => ({ yes: crypto.randomUUID(), no: crypto.randomUUID() }));
  const [isSure, setIsSure] = useState(false);
  const confirm = useMutation(
    trpc.clearance.confirm.mutationOptions({ onSuccess: () => cache.invalidateQueries() }),
  );
  const say = (saw: boolean) => confirm.mutate({ key: saw ? keys.yes : keys.no, clearanceId, saw });
  return (
    <Card variant="feature" title={t("today.confirmTitle", { signer })}>
      <p>{isSure ? t("today.confirmNoSure") : t("today.confirmBody", { signer })}</p>
      <div className="mt-5 grid gap-3">
        <Button size="large" wide loading={confirm.isPending && !isSure} onClick={() => say(true)}>
          {t("today.confirmYes")}
        </Button>
        <Button
          wide
          variant="secondary"
          loading={confirm.isPending && isSure}
          onClick={() => (isSure ? say(false) : setIsSure(true))}
        >
          {t(isSure ? "today.confirmNoYes" : "today.confirmNo")}
        </Button>
      </div>
      {confirm.isError && (
        <Notice tone="stop" live className="mt-4" title={t("error.title")}>
          {t("error.body")}
        </Notice>
      )}
    </Card>
  );
}
