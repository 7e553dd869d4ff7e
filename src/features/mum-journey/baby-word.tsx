"use client";

import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Refused } from "@/words/refused.tsx";

/** A word on her baby's age. It moves nothing, and one press ends all of them for good. */
export function BabyWord({ months, day }: { months: number; day: Day }) {
  const t = useTranslations("mum.baby");
  const off = useChange(useTRPC().clients.recordLifeEvent.mutationOptions());
  return (
    <Card title={t("title", { months })}>
      <p>{t("body")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Link href="/me/check-in" variant="alone">
          {t("tell")}
        </Link>
        <Button
          variant="quiet"
          loading={off.isBusy}
          onClick={() => off.send({ kind: "baby_prompts_off", startsOn: day, endsOn: null, note: null })}
        >
          {t("off")}
        </Button>
      </div>
      <Refused error={off.error} reader="mum" />
    </Card>
  );
}
