"use client";

import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type DoneExercise, type Performance, performanceOf } from "@/domain/journey/performance.ts";
import type { Block, ExerciseBlock } from "@/domain/protocols/blocks.ts";
import { blocksSeconds, runSeconds, walkSeconds } from "@/domain/protocols/measure.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { instantInWords } from "@/words/days.ts";
import { useDoneWords } from "./done-words.ts";
import { useExerciseName, usePrescription } from "./outline.tsx";

export type LogShown = Outputs["plans"]["myLog"];

/** Prescription and performance beside each other, then what the log said before it was corrected. Read by both of them. */
export function LogDetail({ log }: { log: LogShown }) {
  const t = useTranslations("protocols");
  const { planned, performance } = log;
  const version = performance?.shortVersion;
  return (
    <div className="space-y-5">
      {version !== undefined && <p>{t("log.version", { minutes: version })}</p>}
      <ul className="divide-y divide-line border-line border-y">
        <li className="py-3">
          <Beside
            title={t("log.session")}
            planned={planned && <Minutes {...plannedMinutes(planned)} />}
            done={
              <>
                <Minutes total={log.minutesTotal} run={log.minutesRun} walk={log.minutesWalk} />
                <p>{useSessionFacts(log).join(", ")}</p>
              </>
            }
          />
        </li>
        <Exercises planned={planned} performance={performance} />
      </ul>
      {planned === null && <p className="text-ink-soft">{t("log.unknown")}</p>}
      {log.note && <p className="[overflow-wrap:anywhere]">“{log.note}”</p>}
      <Changes log={log} />
    </div>
  );
}

function useSessionFacts(log: LogShown): readonly string[] {
  const t = useTranslations("protocols.log");
  return [
    log.performance?.lifeHappened ? t("lifeHappened") : t(`completion.${log.completion}`),
    log.effort === null ? t("effortNone") : t("effort", { effort: log.effort }),
  ];
}

function Beside({ title, planned, done }: { title: string; planned: ReactNode; done: ReactNode }) {
  const t = useTranslations("protocols.log");
  return (
    <>
      <p className="font-semibold">{title}</p>
      <dl className="mt-1 grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] gap-x-6 gap-y-2">
        {planned && (
          <div>
            <dt className="text-ink-soft text-sm">{t("planned")}</dt>
            <dd>{planned}</dd>
          </div>
        )}
        <div>
          <dt className="text-ink-soft text-sm">{t("done")}</dt>
          <dd className="[overflow-wrap:anywhere]">{done}</dd>
        </div>
      </dl>
    </>
  );
}

const tenth = (seconds: number) => Math.round(seconds / 6) / 10;

function plannedMinutes(blocks: readonly Block[]) {
  return {
    total: tenth(blocksSeconds(blocks)),
    run: tenth(runSeconds(blocks)),
    walk: tenth(walkSeconds(blocks)),
  };
}

function Minutes({ total, run, walk }: { total: number; run: number; walk: number }) {
  const t = useTranslations("protocols.log");
  return (
    <p>
      {t("minutes", { minutes: run > 0 ? total : Math.round(total) })}
      {run > 0 && <span className="block text-ink-soft">{t("parts", { run, walk })}</span>}
    </p>
  );
}

function Exercises({
  planned,
  performance,
}: {
  planned: readonly Block[] | null;
  performance: Performance | null;
}) {
  const t = useTranslations("protocols.log");
  const name = useExerciseName();
  const prescription = usePrescription();
  const words = useDoneWords();
  const rows = rowsOf(planned ?? [], performance?.exercises ?? []);
  return rows.map(({ at, block, done }) => (
    <li key={at} className="py-3">
      <Beside
        title={name(block?.exercise ?? done?.exercise ?? "")}
        planned={block && prescription(block)}
        done={
          done ? (
            <>
              {block && done.exercise !== block.exercise && (
                <p>{t("instead", { name: name(done.exercise) })}</p>
              )}
              {words(done).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {done.note && <p className="text-ink-soft">“{done.note}”</p>}
            </>
          ) : (
            t("asPlanned")
          )
        }
      />
    </li>
  ));
}

type Row = {
  readonly at: number;
  readonly block: ExerciseBlock | null;
  readonly done: DoneExercise | undefined;
};

/** Every exercise that was planned, and what she told of it; without a plan, what she told. */
function rowsOf(planned: readonly Block[], done: readonly DoneExercise[]): readonly Row[] {
  if (planned.length === 0) return done.map((row) => ({ at: row.block, block: null, done: row }));
  return planned.flatMap((block, at) =>
    block.type === "exercise" ? [{ at, block, done: done.find((row) => row.block === at) }] : [],
  );
}

/** What it said before each correction, newest first. */
function Changes({ log: { changes } }: { log: LogShown }) {
  const t = useTranslations("protocols.log");
  const name = useExerciseName();
  const words = useDoneWords();
  const told = (field: string, was: unknown): string => {
    if (was === null) return t("wasNothing");
    if (field === "completion") return t(`completion.${was as LogShown["completion"]}`);
    if (typeof was === "string" || typeof was === "number") return String(was);
    const { exercises = [] } = performanceOf(was) ?? {};
    if (exercises.length === 0) return t("asPlanned");
    return exercises.map((row) => `${name(row.exercise)}: ${words(row).join(", ")}`).join("; ");
  };
  if (changes.length === 0) return null;
  return (
    <dl className="space-y-3">
      {changes.map(({ at, was }) => (
        <Fragment key={at}>
          <dt className="font-semibold">{t("changed", { day: instantInWords(new Date(at)) })}</dt>
          {was.map((row) => (
            <dd key={row.field} className="text-ink-soft [overflow-wrap:anywhere]">
              {t("was", { field: row.field, was: told(row.field, row.was) })}
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}
