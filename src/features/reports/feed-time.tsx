"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";

const two = (number: number) => String(number).padStart(2, "0");
const clockOf = (minute: number | null) =>
  minute === null ? "" : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** "06:30" as minutes after midnight, or null when it is no hour. */
function minuteOf(clock: string): number | null {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock.trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** The hour she likes, or none. */
export function FeedTime({ minuteOfDay }: { minuteOfDay: number | null }) {
  const t = useTranslations("reports");
  const [clock, setClock] = useState(clockOf(minuteOfDay));
  const [isTried, setIsTried] = useState(false);
  const set = useChange(useTRPC().reports.setFeedTime.mutationOptions());
  const minute = minuteOf(clock);
  const save = (next: number | null) => {
    setIsTried(false);
    set.send({ minuteOfDay: next }, () => setClock(clockOf(next)));
  };
  return (
    <form
      noValidate
      className="space-y-3"
      aria-label={t("feed.time")}
      onSubmit={(event) => {
        event.preventDefault();
        if (minute === null) setIsTried(true);
        else save(minute);
      }}
    >
      <p className="font-semibold">{t("feed.time")}</p>
      <p className="text-ink-soft text-sm">{t("feed.timeHint")}</p>
      <TextInput
        type="time"
        label={t("feed.timeField")}
        value={clock}
        className="max-w-40"
        onChange={(event) => setClock(event.target.value)}
        error={isTried && minute === null ? t("feed.timeError") : undefined}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="secondary" loading={set.isBusy}>
          {t("feed.timeSave")}
        </Button>
        {minuteOfDay !== null && (
          <Button variant="quiet" onClick={() => save(null)}>
            {t("feed.timeNone")}
          </Button>
        )}
      </div>
      <p role="status" className="empty:hidden">
        {set.answer && t("feed.timeSaved")}
      </p>
      {set.error && <p role="alert">{t("feed.failed")}</p>}
    </form>
  );
}
