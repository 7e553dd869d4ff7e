"use client";

import { useTranslations } from "use-intl";
import { useWaiting } from "@/trpc/waiting.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useOnline } from "@/ui/offline-banner.tsx";

/** No connection, things that wait, things that were not taken: said once, calmly, above the page. */
export function WaitingBanner() {
  const t = useTranslations("mum");
  const { waiting, refused, forgetRefused } = useWaiting();
  const isOnline = useOnline();
  if (isOnline && waiting === 0 && refused === 0) return null;
  return (
    <div className="mb-5 space-y-3">
      {!isOnline && (
        <Notice tone="wait" live title={t("state.offline.title")}>
          {t("state.offline.body")}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice tone="wait" live>
          {t("state.waiting", { count: waiting })}
        </Notice>
      )}
      {refused > 0 && (
        <Notice
          tone="wait"
          live
          title={t("state.notTaken.title")}
          actions={
            <Button variant="secondary" onClick={forgetRefused}>
              {t("state.notTaken.ok")}
            </Button>
          }
        >
          {t("state.notTaken.body")}
        </Notice>
      )}
    </div>
  );
}
