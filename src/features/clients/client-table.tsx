"use client";

import { Lock, LockOpen } from "lucide-react";
import NextLink from "next/link";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Path } from "@/ui/path/path.tsx";
import { dayInWords } from "@/words/days.ts";
import { ReasonChips } from "@/words/reason-chips.tsx";
import { useStations } from "@/words/use-stations.ts";

export type ClientLine = Outputs["clients"]["list"]["rows"][number];

const CELL = "px-3 py-3 max-lg:block max-lg:p-0";
const HEAD = "px-3 py-2 text-start font-semibold text-ink-soft text-sm";

/**
 * The practice's mums as a table; on a phone each row is a card of the same words. Rows out of sight are not laid out
 * (`content-visibility`), so thousands of them scroll without a stutter.
 */
export function ClientTable({
  rows,
  chosen,
  onToggle,
}: {
  rows: readonly ClientLine[];
  /** Ids of those a bulk action is for. */
  chosen: readonly string[];
  onToggle: (clientId: string) => void;
}) {
  const t = useTranslations("coach.clients");
  return (
    <table aria-label={t("table")} className="w-full border-collapse max-lg:block">
      <thead className="border-line border-b max-lg:sr-only">
        <tr>
          <th scope="col" className={HEAD}>
            {t("colName")}
          </th>
          <th scope="col" className={HEAD}>
            {t("colSteps")}
          </th>
          <th scope="col" className={HEAD}>
            {t("colRunning")}
          </th>
          <th scope="col" className={HEAD}>
            {t("colReasons")}
          </th>
          <th scope="col" className={HEAD}>
            {t("colLast")}
          </th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <ClientRow
            key={row.clientId}
            row={row}
            isChosen={chosen.includes(row.clientId)}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  );
}

const ClientRow = memo(function ClientRow({
  row,
  isChosen,
  onToggle,
}: {
  row: ClientLine;
  isChosen: boolean;
  onToggle: (clientId: string) => void;
}) {
  const t = useTranslations("coach.clients");
  const { words, label, stationsOf } = useStations();
  return (
    <tr className="relative border-line border-b align-middle [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto] hover:bg-sunken max-lg:block max-lg:space-y-2 max-lg:py-4">
      <th scope="row" className={`${CELL} min-w-48 max-w-80 text-start font-normal`}>
        {row.hasJoined && (
          <label className="relative z-10 float-start me-2 inline-flex size-12 cursor-pointer items-center justify-center">
            <span className="sr-only">{t("choose", { name: row.name })}</span>
            <input
              type="checkbox"
              checked={isChosen}
              onChange={() => onToggle(row.clientId)}
              className="size-5 cursor-pointer accent-primary"
            />
          </label>
        )}
        <NextLink
          href={`/coach/clients/${row.clientId}`}
          className="rounded-sm font-semibold underline-offset-4 [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
        >
          {row.name}
        </NextLink>
        <span className="block text-ink-soft text-sm">{row.coach}</span>
      </th>
      <td className={CELL}>
        <Path size="strip" stations={stationsOf(row.steps)} words={words} label={label} />
      </td>
      <td className={`${CELL} whitespace-nowrap`}>
        {row.hasJoined ? (
          <Badge
            tone={row.isRunOpen ? "good" : "neutral"}
            icon={row.isRunOpen ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
          >
            {row.isRunOpen ? t("runningOpen") : t("runningLocked")}
          </Badge>
        ) : (
          <Badge tone="wait">{t("notJoined")}</Badge>
        )}
      </td>
      <td className={`${CELL} lg:max-w-96`}>
        {row.reasons.length > 0 ? (
          <ReasonChips reasons={row.reasons} most={2} size="small" />
        ) : (
          <span className="text-ink-soft text-sm max-lg:hidden">{t("nothing")}</span>
        )}
      </td>
      <td className={`${CELL} whitespace-nowrap text-ink-soft text-sm`}>
        <span className="lg:hidden">{t("colLast")}: </span>
        {row.lastLogOn ? dayInWords(row.lastLogOn) : t("never")}
      </td>
    </tr>
  );
});
