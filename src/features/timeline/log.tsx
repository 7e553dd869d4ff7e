"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { moodScore } from "@/domain/symptoms/mood.ts";
import type { Day } from "@/domain/shared/day.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { dayInWords } from "@/words/days.ts";

type Entry = Outputs["plans"]["ofClient"]["entries"][number];
type Check = Extract<Entry, { type: "session" }>["checks"][number];

/** What was planned beside what she did; the room of sessions lends it. */
type RenderDetail = (logId: string) => ReactNode;

/** What she did and how it felt, newest first. */
export function Log({ clientId, renderDetail }: { clientId: string; renderDetail: RenderDetail }) {
  const t = useTranslations("coach");
  const wire = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: ["plans", "ofClient", clientId],
    queryFn: ({ pageParam }) => wire.plans.ofClient.query({ clientId, cursor: pageParam }),
    initialPageParam: null as Day | null,
    getNextPageParam: (page) => page.next,
  });
  if (query.isPending) return <LoadingState label={t("loading")} shape="rows" count={8} />;
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
  const entries = query.data.pages.flatMap((page) => page.entries);
  return (
    <section aria-labelledby="log">
      <h2 id="log">{t("log.title")}</h2>
      <p className="mt-1 mb-5 text-ink-soft">
        {t("log.lead")} {t("log.loadIs")}
      </p>
      {entries.length === 0 && (
        <EmptyState title={t("log.none")}>
          <p>{t("log.noneBody")}</p>
        </EmptyState>
      )}
      <ol className="divide-y divide-line border-line border-y empty:hidden">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)] [contain-intrinsic-size:auto_4rem] [content-visibility:auto]"
          >
            <p className="text-ink-soft text-sm sm:pt-0.5">{dayInWords(entry.day)}</p>
            <div className="min-w-0">
              <Line entry={entry} />
              {entry.type === "session" && <Detail id={entry.id} renderDetail={renderDetail} />}
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="secondary"
          className="mt-6"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("log.more")}
        </Button>
      )}
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  switch (entry.type) {
    case "session":
      return <SessionLine entry={entry} />;
    case "check":
      return (
        <div className="min-w-0">
          <CheckLine check={entry} />
        </div>
      );
    case "check_in":
      return <CheckInLine entry={entry} />;
  }
}

/** Asked of the server only when it is opened: it is a look of its own at what she told. */
function Detail({ id, renderDetail }: { id: string; renderDetail: RenderDetail }) {
  const t = useTranslations("coach.log");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-12 cursor-pointer py-3 text-primary underline underline-offset-2">
        {t("beside")}
      </summary>
      {isOpen && <div className="max-w-3xl pt-1 pb-3">{renderDetail(id)}</div>}
    </details>
  );
}

function Words({ words }: { words: string | null }) {
  return words ? <p className="text-ink-soft [overflow-wrap:anywhere]">“{words}”</p> : null;
}

function SessionLine({ entry }: { entry: Extract<Entry, { type: "session" }> }) {
  const t = useTranslations("coach.log");
  const journey = useTranslations("journey");
  const facts = [
    entry.level !== null && t("level", { level: entry.level + 1 }),
    t("minutes", { minutes: Math.round(entry.minutesTotal) }),
    entry.minutesRun > 0 && t("minutesRun", { minutes: Math.round(entry.minutesRun) }),
    entry.effort === null ? t("effortNone") : t("effort", { effort: entry.effort }),
    entry.load !== null && t("load", { load: entry.load }),
    entry.completion !== "as_planned" && t(`completion.${entry.completion}`),
    entry.corrections > 0 && t("corrected", { count: entry.corrections }),
  ];
  return (
    <div className="min-w-0">
      <p>
        <span className="inline-block font-semibold first-letter:uppercase">
          {journey(`names.kind.${entry.kind}`)}
        </span>{" "}
        <span className="text-ink-soft">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <Words words={entry.note} />
      {entry.checks
        .filter((check) => check.findings.length > 0 || check.moment === "next_day")
        .map((check) => (
          <CheckLine key={check.checkId} check={check} />
        ))}
    </div>
  );
}

const TONES: Record<Check["verdict"]["light"], Tone> = { green: "good", amber: "wait", red: "stop" };

function CheckLine({ check }: { check: Check }) {
  const t = useTranslations("coach.log");
  const findings = useFindings();
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft text-sm">{t(`moment.${check.moment}`)}</span>
        <Badge size="small" tone={TONES[check.verdict.light]}>
          {check.findings.length === 0 ? t("fine") : findings(check.findings)}
        </Badge>
      </p>
      <Words words={check.note} />
    </div>
  );
}

function useFindings(): (findings: readonly Finding[]) => string {
  const t = useTranslations("coach.log");
  const journey = useTranslations("journey");
  const one = (finding: Finding): string => {
    switch (finding.kind) {
      case "symptom":
        return journey(`names.symptom.${finding.symptom}`);
      case "red_flag":
        return journey(`names.sign.${finding.sign}`);
      case "pain":
        return t("painAt", { level: finding.level, site: t(`site.${finding.site}`) });
    }
  };
  return (findings) => findings.map(one).join(", ");
}

function CheckInLine({ entry }: { entry: Extract<Entry, { type: "check_in" }> }) {
  const t = useTranslations("coach.log");
  const facts = [
    entry.sleepHours !== null && t("sleep", { hours: entry.sleepHours }),
    entry.badNights !== null && t("badNights", { nights: entry.badNights }),
    entry.energy !== null && t("energy", { energy: entry.energy }),
    entry.mood !== null && t("mood", { mood: entry.mood }),
    moodScore(entry) !== null && t("phq2", { score: moodScore(entry) ?? 0 }),
  ];
  return (
    <div className="min-w-0">
      <p>
        <span className="font-semibold">{t("checkIn")}</span>{" "}
        <span className="text-ink-soft">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <Words words={entry.words} />
    </div>
  );
}
