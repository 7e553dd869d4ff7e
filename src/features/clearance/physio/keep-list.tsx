"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { FreshCode } from "./fresh-code.tsx";
import { postStep, type StepError } from "./post-step.ts";

/** An account is a choice: one sign-in behind everything she is asked, in whichever practice. */
export function KeepList() {
  const t = useTranslations("physio");
  const [isWanted, setIsWanted] = useState(false);
  const [error, setError] = useState<StepError | null>(null);
  const keep = async () => {
    const answer = await postStep<{ next: string }>("link/keep-list", {});
    setError(answer.ok ? null : answer.error);
    // A new page: from here on she is signed in, and her link is over in this browser.
    if (answer.ok) window.location.assign(answer.answer.next);
  };
  return (
    <Card title={t("keepList.title")} level={3} variant="outline">
      <p>{t("keepList.body")}</p>
      <div className="mt-3">
        {isWanted ? (
          <FreshCode before="list" onProved={() => void keep()} />
        ) : (
          <Button variant="secondary" onClick={() => setIsWanted(true)}>
            {t("keepList.want")}
          </Button>
        )}
      </div>
      {error && (
        <Notice tone="stop" live className="mt-3">
          {t(`errors.${error}`)}
        </Notice>
      )}
    </Card>
  );
}
