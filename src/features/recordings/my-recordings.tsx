"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { dayInWords } from "@/words/days.ts";
import { Bring } from "./bring.tsx";

export type Recording = Outputs["plans"]["recordings"][number];

/** What her watch recorded: bringing it, and what it became. `renderAsk` is how another room asks how it felt. */
export function MyRecordings({ renderAsk }: { renderAsk: (recording: Recording) => ReactNode }) {
  const t = useTranslations("mum");
  const query = useQuery(useTRPC().plans.recordings.queryOptions({}));
  const open = query.data?.find((one) => !one.isAnswered);
  return (
    <div className="space-y-8">
      <Bring />
      {query.isPending && <LoadingState label={t("state.loading")} shape="rows" count={2} />}
      {query.isError && (
        <ErrorState
          title={t("error.title")}
          actions={<Button onClick={() => void query.refetch()}>{t("error.again")}</Button>}
        />
      )}
      {/* One at a time: ten questions at once are none. */}
      {open && renderAsk(open)}
      {query.data && query.data.length > 0 && (
        <ul className="space-y-4">
          {query.data.map((one) => (
            <li key={one.id}>
              <One recording={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function One({ recording }: { recording: Recording }) {
  const t = useTranslations("mum");
  const format = useFormatter();
  const { kind, doneOn, minutesTotal, minutesRun, metres, laps, fileName, id, hasRoute } = recording;
  const facts = [
    t("minutes", { minutes: Math.max(1, Math.round(minutesTotal)) }),
    minutesRun > 0 ? t("recordings.run", { minutes: Math.max(1, Math.round(minutesRun)) }) : null,
    metres === null
      ? null
      : format.number(metres / 1000, { style: "unit", unit: "kilometer", maximumFractionDigits: 1 }),
    laps > 1 ? t("recordings.laps", { laps }) : null,
  ];
  return (
    <Card level={2} over={dayInWords(doneOn, "long")} title={t(`kind.${kind}`)}>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5">
        <a
          href={`/api/recordings/${id}`}
          download
          className="inline-flex min-h-12 items-center font-semibold text-primary underline [overflow-wrap:anywhere]"
        >
          {t("recordings.original", { name: fileName })}
        </a>
        {hasRoute && <Way recordingId={id} />}
      </div>
    </Card>
  );
}

/** The shape of her way, drawn only when she asks for it. */
function Way({ recordingId }: { recordingId: string }) {
  const t = useTranslations("mum");
  const [isOpen, setIsOpen] = useState(false);
  const query = useQuery(useTRPC().plans.recordedWay.queryOptions({ recordingId }, { enabled: isOpen }));
  return (
    <>
      <Button variant="quiet" size="compact" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t(isOpen ? "recordings.hideWay" : "recordings.showWay")}
      </Button>
      {isOpen && (
        <div className="w-full pt-3">
          {query.isError && <p role="alert">{t("error.body")}</p>}
          {query.data?.length === 0 && <p className="text-ink-soft">{t("recordings.noWay")}</p>}
          {query.data && query.data.length > 0 && (
            <figure>
              <svg
                viewBox="-4 -4 108 108"
                role="img"
                aria-label={t("recordings.way")}
                className="h-56 w-full rounded-control bg-sunken text-primary"
              >
                <polyline
                  points={query.data.map(({ x, y }) => `${x},${y}`).join(" ")}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="2.5"
                  strokeLinejoin="round"
                  strokeLinecap="round"
                />
              </svg>
              <figcaption className="pt-2 text-ink-soft text-sm">{t("recordings.wayNote")}</figcaption>
            </figure>
          )}
        </div>
      )}
    </>
  );
}
