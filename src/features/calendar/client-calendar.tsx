"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Link } from "@/ui/link.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { Toast } from "@/ui/toast.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import { LogPeek } from "./log-peek.tsx";
import { PlanTools } from "./plan-tools.tsx";
import { SessionPeek } from "./session-peek.tsx";
import { daysOf, SPANS, type Span, turned } from "./span.ts";
import { useHand } from "./use-hand.ts";
import { Weeks } from "./weeks.tsx";

export type Calendar = Outputs["plans"]["calendar"];
export type CalendarSession = Calendar["sessions"][number];

export type CalendarProps = {
  readonly clientId: string;
  readonly today: Day;
  /** What was planned beside what she did; the room of sessions lends it. */
  readonly renderLog: (logId: string) => ReactNode;
};

/** Her weeks, planned and lived: sessions are drawn to another day, by mouse, by keys, or by their own window. */
export function ClientCalendar({ clientId, today, renderLog }: CalendarProps) {
  const t = useTranslations("coach");
  const [span, setSpan] = useState<Span>("four_weeks");
  const [anchor, setAnchor] = useState(today);
  const [openId, setOpenId] = useState<string | null>(null);
  const [openLogId, setOpenLogId] = useState<string | null>(null);
  const range = daysOf(span, anchor);
  const query = useQuery({
    ...useTRPC().plans.calendar.queryOptions({ clientId, ...range }),
    // The last weeks stay while the next are on their way.
    placeholderData: keepPreviousData,
  });
  const hand = useHand(clientId);
  if (query.isPending) return <LoadingState label={t("loading")} shape="rows" count={4} />;
  if (query.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
      >
        <p>{t("failed.body")}</p>
      </ErrorState>
    );
  }
  const { data } = query;
  const opened = data.sessions.find((row) => row.sessionId === openId) ?? null;
  const openedLog = data.done.find((row) => row.logId === openLogId) ?? null;
  return (
    <section aria-labelledby="calendar" aria-busy={query.isPlaceholderData || hand.isBusy}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id="calendar">{t("calendar.title")}</h2>
          <p aria-live="polite" className="mt-1 text-ink-soft">
            {t("calendar.range", {
              from: dayInWords(range.fromDay),
              to: dayInWords(addDays(range.fromDay, range.days - 1), "year"),
            })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <div role="group" aria-label={t("calendar.span")} className="flex flex-wrap gap-1">
            {SPANS.map((one) => (
              <Button
                key={one}
                size="compact"
                variant={one === span ? "secondary" : "quiet"}
                aria-pressed={one === span}
                onClick={() => setSpan(one)}
              >
                {t(`calendar.spans.${one}`)}
              </Button>
            ))}
          </div>
          <div className="flex items-center gap-1">
            <IconButton
              size="compact"
              label={t("calendar.earlier")}
              icon={<ChevronLeft aria-hidden />}
              onClick={() => setAnchor(turned(span, anchor, -1))}
            />
            <Button size="compact" variant="quiet" onClick={() => setAnchor(data.today)}>
              {t("calendar.today")}
            </Button>
            <IconButton
              size="compact"
              label={t("calendar.later")}
              icon={<ChevronRight aria-hidden />}
              onClick={() => setAnchor(turned(span, anchor, 1))}
            />
          </div>
          <PlanTools clientId={clientId} data={data} hand={hand} from={range.fromDay} />
        </div>
      </div>
      {data.plans.length === 0 && (
        <p className="mb-4 max-w-[60ch]">
          {t("calendar.noPlan")} <Link href={`/coach/clients/${clientId}`}>{t("calendar.noPlanWhere")}</Link>
        </p>
      )}
      {data.forecast && (
        <p className="mb-4 max-w-[60ch]">
          {t("calendar.forecast", {
            level: data.forecast.levelTitle,
            early: dayInWords(data.forecast.early),
            late: dayInWords(data.forecast.late, "year"),
          })}
        </p>
      )}
      {data.shownUntil !== null && (
        <p className="mb-4 max-w-[60ch]" aria-live="polite">
          {data.shownUntil < data.today
            ? t("calendar.weeks.none")
            : t("calendar.weeks.until", { day: dayInWords(data.shownUntil, "long") })}
        </p>
      )}
      {hand.error !== null && openId === null && (
        <div className="mb-4">
          <Refused error={hand.error} reader="coach" />
        </div>
      )}
      {/* Columns by the room there is for the text, so that large letters get a list. */}
      <div className="@container">
        <Weeks
          data={data}
          span={span}
          anchor={anchor}
          fromDay={range.fromDay}
          days={range.days}
          hand={hand}
          onOpenLog={setOpenLogId}
          onOpen={(id) => {
            hand.reset();
            setOpenId(id);
          }}
          onMove={hand.move}
        />
      </div>
      {data.sessions.length > 0 && (
        <p className="mt-3 text-ink-soft text-sm print:hidden max-lg:hidden">{t("calendar.keys")}</p>
      )}
      {opened && (
        <SessionPeek
          key={opened.sessionId}
          session={opened}
          data={data}
          hand={hand}
          onClose={() => {
            hand.reset();
            setOpenId(null);
          }}
        />
      )}
      {openedLog && (
        <LogPeek done={openedLog} onClose={() => setOpenLogId(null)}>
          {renderLog(openedLog.logId)}
        </LogPeek>
      )}
      <Toast
        message={hand.message}
        onEnd={hand.endMessage}
        undo={hand.undo ? { label: t("calendar.undo"), onUndo: hand.undo } : undefined}
      />
    </section>
  );
}
