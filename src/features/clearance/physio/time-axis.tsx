import { useTranslations } from "use-intl";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { useFinding } from "../use-finding.ts";
import { type DayRow, dayRows } from "./day-rows.ts";
import type { View } from "./view.ts";

// Pixels from above: marks of what she noticed, the bars of what she did, the days.
const MARKS = { bottom: 66, step: 20, most: 3 } as const;
const BARS = { top: 84, bottom: 152 } as const;
const HEIGHT = 178;

/** What she noticed and what she did, on one axis of days, and the same as a table. Nothing where she shares neither. */
export function TimeAxis({ view }: { view: View }) {
  const t = useTranslations("physio.axis");
  if (!view.symptoms && !view.plan) return null;
  const rows = dayRows(view, view.daysBack);
  const isEmpty = rows.every((row) => row.minutes === 0 && row.findings.length === 0);
  const name = view.client.name;
  return (
    <Card title={t("title")} level={3}>
      {!view.symptoms && <p className="mb-2 text-ink-soft text-sm">{t("noSymptoms", { name })}</p>}
      {!view.plan && <p className="mb-2 text-ink-soft text-sm">{t("noLoad", { name })}</p>}
      {isEmpty && <p>{t("empty", { days: view.daysBack })}</p>}
      {!isEmpty && (
        <figure className="print:break-inside-avoid">
          <Picture rows={rows} label={t("picture", { back: view.daysBack, ...sums(rows) })} />
          <figcaption className="mt-2">
            <Key />
            <Numbers rows={rows} />
          </figcaption>
        </figure>
      )}
    </Card>
  );
}

function sums(rows: readonly DayRow[]) {
  return {
    days: rows.filter((row) => row.findings.length > 0).length,
    minutes: Math.round(rows.reduce((sum, row) => sum + row.minutes, 0)),
    run: Math.round(rows.reduce((sum, row) => sum + row.run, 0)),
  };
}

/** Shapes besides colours: a sheet from a clinic's printer is grey. */
function Mark({ kind }: { kind: Finding["kind"] }) {
  if (kind === "red_flag") return <path d="M8 1 15.5 15H.5Z" className="fill-stop" />;
  if (kind === "pain") return <path d="M8 .5 15.5 8 8 15.5.5 8Z" className="fill-accent" />;
  return <circle cx="8" cy="8" r="6.5" className="fill-wait stroke-ink" />;
}

function Picture({ rows, label }: { rows: readonly DayRow[]; label: string }) {
  const most = Math.max(...rows.map((row) => row.minutes), 30);
  const tall = (minutes: number) => (minutes / most) * (BARS.bottom - BARS.top);
  const wide = 100 / rows.length;
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="block overflow-visible">
      <line x1="0" x2="100%" y1={BARS.bottom} y2={BARS.bottom} className="stroke-line-strong" />
      <line x1="0" x2="100%" y1={MARKS.bottom + 8} y2={MARKS.bottom + 8} className="stroke-line" />
      {rows.map(({ day, findings, minutes, run }, index) => (
        <svg key={day} x={`${index * wide}%`} width={`${wide}%`} className="overflow-visible">
          {findings.slice(0, MARKS.most).map((finding, place) => (
            <svg
              key={`${day} ${place + 1}`}
              x="50%"
              y={MARKS.bottom - MARKS.step * (place + 1)}
              width="16"
              height="16"
              className="overflow-visible"
            >
              <g transform="translate(-8 0)">
                <Mark kind={finding.kind} />
              </g>
            </svg>
          ))}
          <rect
            x="18%"
            width="64%"
            y={BARS.bottom - tall(minutes)}
            height={tall(minutes - run)}
            className="fill-primary"
          />
          <rect
            x="18%"
            width="64%"
            y={BARS.bottom - tall(run)}
            height={tall(run)}
            className="fill-accent stroke-ink"
            strokeWidth={run > 0 ? 1 : 0}
          />
          <text x="50%" y={BARS.bottom + 18} textAnchor="middle" className="fill-ink-soft text-xs">
            {Number(day.slice(8))}
          </text>
        </svg>
      ))}
    </svg>
  );
}

function Key() {
  const t = useTranslations("physio.axis.key");
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">
      {(["symptom", "pain", "red_flag"] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg viewBox="0 0 16 16" className="size-3.5 overflow-visible">
            <Mark kind={kind} />
          </svg>
          {t(kind)}
        </li>
      ))}
      {(["other", "run"] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg viewBox="0 0 16 16" className="size-3.5">
            <rect width="16" height="16" className={kind === "run" ? "fill-accent" : "fill-primary"} />
          </svg>
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}

/** The same day by day in words and numbers, for whoever listens and for whoever wants the figure. */
function Numbers({ rows }: { rows: readonly DayRow[] }) {
  const t = useTranslations("physio.axis");
  const say = useFinding();
  const told = rows.filter((row) => row.minutes > 0 || row.findings.length > 0);
  return (
    <table className="mt-3 w-full border-collapse text-sm">
      <caption className="sr-only">{t("table")}</caption>
      <thead>
        <tr className="border-line-strong border-b text-start">
          <th scope="col" className="py-1 pe-3 text-start font-semibold">
            {t("day")}
          </th>
          <th scope="col" className="py-1 pe-3 text-start font-semibold">
            {t("noticed")}
          </th>
          <th scope="col" className="py-1 pe-3 text-end font-semibold">
            {t("minutes")}
          </th>
          <th scope="col" className="py-1 text-end font-semibold">
            {t("running")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {told.map((row) => (
          <tr key={row.day}>
            <th scope="row" className="whitespace-nowrap py-1 pe-3 text-start font-normal text-ink-soft">
              {dayInWords(row.day)}
            </th>
            <td className="py-1 pe-3">{row.findings.map(say).join(", ")}</td>
            <td className="py-1 pe-3 text-end tabular-nums">
              {row.minutes > 0 ? Math.round(row.minutes) : ""}
            </td>
            <td className="py-1 text-end tabular-nums">{row.run > 0 ? Math.round(row.run) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
