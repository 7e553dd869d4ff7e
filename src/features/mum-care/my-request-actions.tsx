"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Refused } from "@/words/refused.tsx";

/** What she asked herself is hers to send once more, and to take back. */
export function MyRequestActions({ requestId, physio }: { requestId: string; physio: string | null }) {
  const t = useTranslations("mum.care.mine");
  const trpc = useTRPC();
  const [isSure, setIsSure] = useState(false);
  const again = useChange(trpc.clearance.sendMineAgain.mutationOptions());
  const cancel = useChange(trpc.clearance.cancelMine.mutationOptions());
  return (
    <div className="mt-3 space-y-3 print:hidden">
      {isSure ? (
        <Notice
          tone="wait"
          live
          actions={
            <>
              <Button variant="secondary" loading={cancel.isBusy} onClick={() => cancel.send({ requestId })}>
                {t("cancelYes")}
              </Button>
              <Button variant="quiet" onClick={() => setIsSure(false)}>
                {t("keep")}
              </Button>
            </>
          }
        >
          {t("cancelSure", { physio: physio ?? "none" })}
        </Notice>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" loading={again.isBusy} onClick={() => again.send({ requestId })}>
            {t("again")}
          </Button>
          <Button variant="quiet" onClick={() => setIsSure(true)}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {again.answer && (
        <p role="status" className="text-good text-sm">
          {t("sentAgain")}
        </p>
      )}
      <Refused error={again.error ?? cancel.error} reader="mum" />
    </div>
  );
}
