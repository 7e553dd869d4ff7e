"use client";

import { useTranslations } from "use-intl";
import type { BatteryState, Journey, TestOutcome } from "@/domain/journey/journey.ts";
import { type Battery, batteryOf } from "@/domain/readiness/batteries.ts";
import { cn } from "@/lib/cn.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { OutcomeBadge, useOutcomeSentence, useTestName } from "./outcome.tsx";
import { RecordBattery } from "./record-battery.tsx";

const KINDS = ["load_impact", "strength"] as const;

export type TestsPanelProps = {
  readonly clientId: string;
  readonly batteries: Journey["batteries"];
};

/** Both batteries, each test with its sides beside each other and the weaker one named. */
export function TestsPanel({ clientId, batteries }: TestsPanelProps) {
  const t = useTranslations("tests");
  return (
    <section aria-labelledby={`tests-${clientId}`}>
      <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id={`tests-${clientId}`}>{t("panel.title")}</h2>
          <p className="mt-1 text-ink-soft">{t("panel.lead")}</p>
        </div>
        <RecordBattery clientId={clientId} />
      </header>
      <div className="grid items-start gap-5 2xl:grid-cols-2">
        {KINDS.map((kind) => (
          <BatteryCard key={kind} state={batteries[kind]} />
        ))}
      </div>
    </section>
  );
}

function BatteryCard({ state }: { state: BatteryState }) {
  const t = useTranslations("tests");
  const battery = batteryOf(state.battery, state.version);
  const passed = state.outcomes.filter((row) => row.state === "passed").length;
  const tests = [...new Set(state.outcomes.map((row) => row.test))];
  const isUntouched = state.outcomes.every((row) => row.state === "missing");
  return (
    <Card
      level={3}
      title={t(`battery.${state.kind}`)}
      aside={
        <Badge tone={state.passed ? "good" : isUntouched ? "neutral" : "wait"}>
          {state.passed
            ? t("panel.allPassed")
            : isUntouched
              ? t("panel.none")
              : t("panel.passedOf", { passed, total: state.outcomes.length })}
        </Badge>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {tests.map((test) => (
          <TestRow key={test} test={test} state={state} />
        ))}
      </ul>
      {battery && <Source battery={battery} />}
    </Card>
  );
}

function TestRow({ test, state }: { test: string; state: BatteryState }) {
  const t = useTranslations("tests");
  const name = useTestName();
  const outcomes = state.outcomes.filter((row) => row.test === test);
  const weaker = state.weaker.find((row) => row.test === test)?.side;
  const [first] = outcomes;
  if (!first) return null;
  const { threshold, unit } = first;
  return (
    <li className="grid gap-x-5 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
      <div className="min-w-0">
        <p className="font-semibold">{name(test)}</p>
        <p className="text-ink-soft text-sm">
          {t("panel.needed", { threshold, unit: t(`unit.${unit}`, { value: threshold }) })}
        </p>
      </div>
      <div className={cn("grid gap-3", outcomes.length > 1 && "grid-cols-2")}>
        {outcomes.map((outcome) => (
          <SideResult key={outcome.side} outcome={outcome} isWeaker={outcome.side === weaker} />
        ))}
      </div>
    </li>
  );
}

function SideResult({ outcome, isWeaker }: { outcome: TestOutcome; isWeaker: boolean }) {
  const t = useTranslations("tests");
  const sentence = useOutcomeSentence();
  const { side, value, unit, state, doneOn } = outcome;
  return (
    <div
      className={cn(
        "min-w-0 rounded-control border px-3 py-2",
        isWeaker ? "border-line-strong border-s-4" : "border-line",
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{t(`side.${side}`)}</span>
        {isWeaker && <span className="text-ink-soft">{t("panel.weaker")}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {value !== null && (
          <span className="whitespace-nowrap">
            <span className="font-semibold text-lg tabular-nums">{value}</span>{" "}
            <span className="text-ink-soft text-sm">{t(`unit.${unit}`, { value })}</span>
          </span>
        )}
        <OutcomeBadge state={state} />
      </p>
      {state !== "passed" && state !== "missing" && (
        <p className="mt-1 text-ink-soft text-sm">{sentence(outcome)}</p>
      )}
      {doneOn && <p className="mt-1 text-ink-soft text-xs">{dayInWords(doneOn, "year")}</p>}
    </div>
  );
}

/** Thresholds have an author; asked for, not shouted. */
function Source({ battery }: { battery: Battery }) {
  const t = useTranslations("tests");
  return (
    <details className="mt-3 text-sm">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-primary underline decoration-1 underline-offset-[0.2em]">
        {t("panel.source")}
      </summary>
      <p className="text-ink-soft">
        {t("panel.sourceLine", {
          source: battery.source,
          strength: t(`panel.strength.${battery.strength}`),
        })}{" "}
        {t("panel.sourceRule")}
      </p>
    </details>
  );
}
