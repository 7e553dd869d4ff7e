"use client";

import { useTranslations } from "use-intl";
import type { DayLine } from "@/domain/protocols/move.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { changesInWords } from "./in-words.ts";
import { WhyNot } from "./why-not.tsx";

type Row = Outputs["protocols"]["movable"]["movable"][number];

/** One mum before she is moved: from where to where, what changes for her, or why she may not. */
export function MoveRow(props: {
  readonly row: Row;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) {
  const { row, isChosen, onToggle } = props;
  const t = useTranslations("protocols.builder.moving");
  const { name, from, to, refusal, back, cleanSessions } = row;
  const say = useSay("coach");
  const where = (
    <>
      <span className="block text-ink-soft text-sm [overflow-wrap:anywhere]">
        {t("from", { number: from.number, level: from.level + 1, title: from.title })}
      </span>
      {refusal === null && (
        <span className="block text-sm [overflow-wrap:anywhere]">
          {t("to", { level: to.level + 1, title: to.title })}
        </span>
      )}
      {back && refusal === null && <span className="block text-sm">{say.progress(back)}</span>}
      {cleanSessions > 0 && refusal === null && (
        <span className="block text-ink-soft text-sm">{t("anew", { count: cleanSessions })}</span>
      )}
    </>
  );
  return (
    <li className="py-2">
      {refusal === null ? (
        <>
          <Checkbox
            label={
              <>
                <span className="font-semibold">{name}</span>
                {where}
              </>
            }
            checked={isChosen}
            onChange={onToggle}
          />
          <Consequences row={row} />
        </>
      ) : (
        <div className="py-2.5 ps-9">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {name}
            <Badge size="small" tone="wait">
              {t("stays")}
            </Badge>
          </p>
          {where}
          <div className="mt-1 text-sm">
            <WhyNot refusal={refusal} />
          </div>
        </div>
      )}
    </li>
  );
}

/** What her level asks that it did not ask, and which of her next days look different. */
function Consequences({ row }: { row: Row }) {
  const t = useTranslations("protocols.builder.moving");
  const w = { say: useTranslations("protocols"), tests: useTranslations("tests") };
  const { change, days } = row;
  if (!change && days.length === 0) return <p className="ps-9 text-ink-soft text-sm">{t("same")}</p>;
  return (
    <Disclosure summary={t("changes", { count: days.length })} className="ps-7 text-sm">
      {change && (
        <ul className="mb-3 list-disc ps-5">
          {changesInWords(w, change).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <dl className="space-y-2">
        {days.map(({ day, gone, comes }) => (
          <div key={day} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <dt className="font-semibold">{dayInWords(day, "long")}</dt>
            <dd className="m-0">
              <Lines rows={gone} as="gone" />
              <Lines rows={comes} as="comes" />
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Lines({ rows, as }: { rows: readonly DayLine[]; as: "gone" | "comes" }) {
  const t = useTranslations("protocols.builder.moving");
  return rows.map((row, at) => (
    // Two of the same on one day are two lines.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
    <span key={at} className={as === "gone" ? "block text-ink-soft" : "block"}>
      {t(as, { title: row.title, minutes: row.minutes, run: Math.round(row.minutesRun) })}
    </span>
  ));
}
