"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { byDay, type TimelineEntry } from "@/domain/journey/timeline.ts";
import { day } from "@/domain/shared/day.ts";
import { useTRPC, useTRPCClient } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { dayInWords } from "@/words/days.ts";
import { LOCALE } from "@/words/locale.ts";
import { entryIn } from "@/words/say.ts";

/** Who did what and when, newest first, in her own calendar. */
export function Timeline({ clientId }: { clientId: string }) {
  const t = useTranslations("coach");
  const trpc = useTRPC();
  const client = useQuery(trpc.clients.byId.queryOptions({ clientId }));
  const wire = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: ["journey", "timeline", clientId],
    queryFn: ({ pageParam }) => wire.journey.timeline.query({ clientId, cursor: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  if (query.isPending || client.isPending)
    return <LoadingState label={t("loading")} shape="rows" count={8} />;
  if (query.isError || client.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
      >
        <p>{t("failed.body")}</p>
      </ErrorState>
    );
  }
  const { zone } = client.data.client;
  const entries = query.data.pages.flatMap((page) => page.entries);
  const days = byDay(entries, (at) => day(dayIn(zone, at)));
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t("timeline.title")}</h2>
      <p className="mt-1 mb-6 text-ink-soft">{t("timeline.lead")}</p>
      {days.length === 0 && <EmptyState title={t("timeline.none")} />}
      <ol className="space-y-6">
        {days.map((row) => (
          <li key={row.day}>
            <h3 className="mb-2 font-sans font-semibold text-base">{dayInWords(row.day, "long")}</h3>
            <ul className="space-y-0 border-line border-s-2 ps-5">
              {row.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} zone={zone} names={client.data.names} />
              ))}
            </ul>
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
          {t("timeline.more")}
        </Button>
      )}
    </section>
  );
}

/** The calendar day of an instant where she is. */
function dayIn(zone: string, at: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(at));
}

function timeIn(zone: string, at: string): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(
    new Date(at),
  );
}

function Entry({
  entry,
  zone,
  names,
}: {
  entry: TimelineEntry;
  zone: string;
  names: Readonly<Record<string, string>>;
}) {
  const coach = useTranslations("coach");
  const journey = useTranslations("journey");
  const { by, words, at } = entry;
  const who = (by.id && by.kind !== "client" && names[by.id]) || coach(`timeline.actor.${by.kind}`);
  return (
    <li className="relative py-1.5 before:absolute before:top-4 before:-left-[1.6rem] before:size-2.5 before:rounded-full before:border-2 before:border-line-strong before:bg-surface">
      <p>
        {entryIn(coach, journey, entry)}{" "}
        <span className="text-ink-soft text-sm">
          {who}, <time dateTime={at}>{timeIn(zone, at)}</time>
        </span>
      </p>
      {words && <p className="text-ink-soft [overflow-wrap:anywhere]">“{words}”</p>}
    </li>
  );
}
