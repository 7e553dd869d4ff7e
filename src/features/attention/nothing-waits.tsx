"use client";

import type { ReactNode } from "react";
import NextLink from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/states.tsx";

const STEPS = ["emptyStep1", "emptyStep2", "emptyStep3"] as const;

/** The zero state, which is three: a practice without mums, mums who have not joined yet, and a morning's work done. */
export function NothingWaits({
  clients,
  invited,
  invite,
}: {
  clients: number;
  invited: number;
  invite: ReactNode;
}) {
  const t = useTranslations("coach.today");
  if (clients === 0) {
    return (
      <>
        <EmptyState title={t("emptyTitle")} actions={invite}>
          <p>{t("emptyBody")}</p>
        </EmptyState>
        <Card title={t("emptySteps")} variant="sunken" className="mx-auto max-w-[46rem]">
          <ol className="list-decimal space-y-2 ps-6 marker:font-semibold marker:text-primary">
            {STEPS.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </Card>
      </>
    );
  }
  const isAllInvited = clients === invited;
  return (
    <EmptyState
      title={t(isAllInvited ? "invitedTitle" : "finishedTitle")}
      actions={
        <Button asChild variant="secondary">
          <NextLink href="/coach/clients">{t("allClients")}</NextLink>
        </Button>
      }
    >
      <p>{isAllInvited ? t("invitedBody", { invited }) : t("finishedBody", { clients })}</p>
    </EmptyState>
  );
}
