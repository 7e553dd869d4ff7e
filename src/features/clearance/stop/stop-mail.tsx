"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

type Answer = "none" | "going" | "done" | "missing" | "failed";

/** The token stands in the fragment: it is sent when she presses, and never by opening. */
async function stop(): Promise<Answer> {
  try {
    const token = encodeURIComponent(window.location.hash.slice(1));
    const { ok, status } = await fetch(`/api/stop?t=${token}`, { method: "POST" });
    return ok ? "done" : status === 404 ? "missing" : "failed";
  } catch {
    return "failed";
  }
}

/** Ends the monthly mails of a physio, with one press and without a sign-in. */
export function StopMail() {
  const t = useTranslations("physio.stop");
  const [answer, setAnswer] = useState<Answer>("none");
  const press = async () => {
    setAnswer("going");
    setAnswer(await stop());
  };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        {answer === "done" ? (
          <Notice tone="good" live>
            {t("done")}
          </Notice>
        ) : (
          <div className="space-y-5">
            {(answer === "missing" || answer === "failed") && (
              <Notice tone="wait" live>
                {t(answer)}
              </Notice>
            )}
            <Button loading={answer === "going"} onClick={() => void press()}>
              {t("yes")}
            </Button>
          </div>
        )}
      </Card>
    </>
  );
}
