"use client";

import { AlarmClock, Check } from "lucide-react";
import NextLink from "next/link";
import type { Ref } from "react";
import { useTranslations } from "use-intl";
import { mayPutAway } from "@/domain/attention/queue.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Path } from "@/ui/path/path.tsx";
import { dayInWords } from "@/words/days.ts";
import { ReasonChips } from "@/words/reason-chips.tsx";
import { useStations } from "@/words/use-stations.ts";

export type Row = Outputs["attention"]["today"]["rows"][number];

/** One mum who needs the coach: why, where she stands, and what can be done without opening her page. */
export function QueueRow({
  row,
  linkRef,
  isOneCoach,
  onHandle,
  onSnooze,
}: {
  row: Row;
  linkRef: Ref<HTMLAnchorElement>;
  /** Nobody else coaches here: whose mum she is goes without saying. */
  isOneCoach: boolean;
  onHandle: () => void;
  onSnooze: () => void;
}) {
  const t = useTranslations("coach.today");
  const { words, label, stationsOf } = useStations();
  const { name } = row;
  const isReadFirst = !row.reasons.every(mayPutAway);
  return (
    <li className="relative grid gap-x-6 gap-y-3 border-line border-b px-2 py-4 has-[a:focus-visible]:bg-primary-soft sm:px-4 lg:grid-cols-[minmax(0,1fr)_12.5rem_14rem] lg:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <NextLink
            ref={linkRef}
            href={`/coach/clients/${row.clientId}`}
            className="rounded-sm font-semibold text-lg decoration-1 underline-offset-4 [overflow-wrap:anywhere] hover:underline"
          >
            {name}
          </NextLink>
          <span className="text-ink-soft text-sm">
            {row.lastLogOn ? t("lastLog", { day: dayInWords(row.lastLogOn) }) : t("neverLogged")}
            {!isOneCoach && ` · ${t("coach", { coach: row.coach })}`}
          </span>
        </p>
        <div className="mt-2">
          <ReasonChips reasons={row.reasons} />
        </div>
      </div>
      <Path
        size="strip"
        stations={stationsOf(row.steps)}
        words={words}
        label={label}
        className="max-sm:hidden"
      />
      <div className="flex flex-wrap gap-2 lg:justify-end">
        {isReadFirst ? (
          <Button asChild size="compact" variant="stop">
            <NextLink
              href={`/coach/clients/${row.clientId}#red-flag`}
              aria-label={t("readFirstOf", { name })}
            >
              {t("readFirst")}
            </NextLink>
          </Button>
        ) : (
          <>
            {row.reasons.some((reason) => reason.code === "request_to_write") && (
              <Button asChild size="compact" variant="secondary" className="lg:w-full">
                <NextLink
                  href={`/coach/clients/${row.clientId}?ask=now`}
                  aria-label={t("askPhysioOf", { name })}
                >
                  {t("askPhysio")}
                </NextLink>
              </Button>
            )}
            <Button
              size="compact"
              variant="secondary"
              icon={<Check aria-hidden />}
              aria-label={t("handledOf", { name })}
              onClick={onHandle}
            >
              {t("handled")}
            </Button>
            <Button
              size="compact"
              variant="quiet"
              icon={<AlarmClock aria-hidden />}
              aria-label={t("snoozeOf", { name })}
              onClick={onSnooze}
            >
              {t("snooze")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
