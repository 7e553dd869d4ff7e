"use client";

import { ArrowLeft } from "lucide-react";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Badge } from "@/ui/badge.tsx";
import { Link } from "@/ui/link.tsx";
import { dayInWords } from "@/words/days.ts";
import { ReasonChips } from "@/words/reason-chips.tsx";
import { EditClient } from "./edit-client.tsx";
import { Invited } from "./invited.tsx";
import { RedFlags } from "./red-flags.tsx";
import type { Client } from "./use-client.ts";
import { WithClient } from "./with-client.tsx";

const TABS = [
  ["overview", ""],
  ["calendar", "/calendar"],
  ["tests", "/tests"],
  ["log", "/log"],
  ["care", "/care"],
  ["timeline", "/timeline"],
  ["messages", "/messages"],
] as const;

/** Over every page about her: who she is in one line, what cannot wait, and the ways to the rest. */
export function ClientHeader({ clientId }: { clientId: string }) {
  return (
    <WithClient clientId={clientId}>
      {(data) => (
        <header className="mb-7 print:mb-4">
          <Who data={data} />
          <RedFlags
            clientId={clientId}
            flags={data.journey.redFlags}
            canHandBack={data.journey.requests.length === 0}
          />
          {!data.client.hasJoined && <Invited data={data} />}
          <Tabs clientId={clientId} unread={data.unread} />
        </header>
      )}
    </WithClient>
  );
}

function Who({ data }: { data: Client }) {
  const t = useTranslations("coach.client");
  const { client, reasons } = data;
  return (
    <>
      <Link href="/coach/clients" variant="alone" className="text-sm print:hidden">
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h1 className="[overflow-wrap:anywhere]">{client.name}</h1>
          <p className="mt-2 text-ink-soft text-lg">
            <OneLine data={data} />
          </p>
          <p className="mt-1 text-ink-soft text-sm">
            {t("coach", { coach: client.coach })} ·{" "}
            {t("joined", { day: dayInWords(client.joinedOn, "year") })}
            {client.isArchived && (
              <Badge tone="wait" size="small" className="ms-2">
                {t("archivedTitle")}
              </Badge>
            )}
          </p>
        </div>
        <EditClient data={data} />
      </div>
      {reasons.length > 0 && (
        <div className="mt-4">
          <ReasonChips reasons={reasons} />
        </div>
      )}
    </>
  );
}

function OneLine({ data }: { data: Client }) {
  const t = useTranslations("coach.client");
  const { journey, about } = data;
  const { birth, intake } = about;
  const parts = [
    journey.weeksSinceBirth === null ? t("noBirth") : t("weeks", { weeks: journey.weeksSinceBirth }),
    birth && t(`mode.${birth.mode}`),
    birth && birth.tear !== "none" && t(`tear.${birth.tear}`),
    birth && birth.babies > 1 && t("babies", { babies: birth.babies }),
    journey.goal
      ? t("goal", { days: journey.goal.daysPerWeek, minutes: journey.goal.minutesPerRun })
      : t("noGoal"),
    intake && intake.ranBeforeKmPerWeek > 0 && t("ranBefore", { km: intake.ranBeforeKmPerWeek }),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** On a phone the row is longer than the screen: where one is must not lie outside. Moves the row, never the page. */
function centreInRow(tab: HTMLElement | null) {
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
}

function Tabs({ clientId, unread }: { clientId: string; unread: number }) {
  const t = useTranslations("coach.client");
  const path = usePathname();
  const base = `/coach/clients/${clientId}`;
  return (
    <nav
      aria-label={t("tabs")}
      className="mt-6 flex gap-1 overflow-x-auto border-line border-b pt-1 max-sm:-mx-4 max-sm:px-4 print:hidden"
    >
      {TABS.map(([name, end]) => (
        <NextLink
          key={name}
          href={`${base}${end}`}
          ref={path === `${base}${end}` ? centreInRow : undefined}
          aria-current={path === `${base}${end}` ? "page" : undefined}
          className="flex min-h-12 items-center gap-2 whitespace-nowrap border-transparent border-b-3 px-3.5 font-semibold text-ink-soft -outline-offset-3! hover:text-ink aria-[current]:border-primary aria-[current]:text-primary"
        >
          {t(name)}
          {name === "messages" && unread > 0 && (
            <Badge size="small" tone="info" icon={false}>
              {t("unread", { count: unread })}
            </Badge>
          )}
        </NextLink>
      ))}
    </nav>
  );
}
