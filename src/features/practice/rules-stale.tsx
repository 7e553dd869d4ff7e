"use client";

import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";

/** Other rules were saved in between: nothing of hers is lost, and nothing of theirs overwritten unseen. */
export function RulesStale({
  by,
  onTake,
  onKeep,
}: {
  by: Outputs["practice"]["rules"]["savedBy"];
  onTake: () => void;
  onKeep: () => void;
}) {
  const t = useTranslations("physio.practice.rules.stale");
  const who = by === null ? "other" : by.isMe ? "self" : "colleague";
  return (
    <Notice
      tone="wait"
      live
      title={t("title", { who, name: by?.name ?? "" })}
      actions={
        <>
          <Button variant="secondary" onClick={onTake}>
            {t("take")}
          </Button>
          <Button variant="quiet" onClick={onKeep}>
            {t("keep")}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
    </Notice>
  );
}
