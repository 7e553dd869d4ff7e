"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Performance, withPainTold } from "@/domain/journey/performance.ts";
import type { Block } from "@/domain/protocols/blocks.ts";
import type { ShortMinutes } from "@/domain/protocols/grammar.ts";
import { isSame } from "@/domain/shared/same.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Scale } from "@/ui/scale.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import type { Minutes } from "./clock.ts";
import { draftsOf, exercisesFrom, problemsOf } from "./exercise-drafts.ts";
import { ExercisesForm } from "./exercises-form.tsx";
import { type Completion, doneExercises, type Filled, filledAsPlanned } from "./filled.ts";
import { minutesDraft, MinutesForm, minutesOf } from "./minutes-form.tsx";
import { isMoving, type Lent } from "./shapes.ts";

export type AfterAnswer = {
  readonly minutes: Minutes;
  readonly effort: number | null;
  readonly completion: Completion;
  /** Null: not asked again. */
  readonly findings: readonly Finding[] | null;
  readonly note: string | null;
  /** What was not as planned; empty when everything was. */
  readonly performance: Pick<Performance, "shortVersion" | "lifeHappened" | "exercises">;
};

/** How it went, as she says it. Life happening is a way of stopping that asks for no reason. */
const WAYS = ["as_planned", "shorter", "stopped", "life", "extra"] as const;
type Way = (typeof WAYS)[number];

export type AfterProps = Pick<Lent, "Findings"> & {
  readonly filled: Filled;
  /** Shorter versions she may say she did. */
  readonly versions: readonly { readonly minutes: ShortMinutes; readonly blocks: readonly Block[] }[];
  /** Whether running minutes are asked apart. */
  readonly isRun: boolean;
  /** A log that stands already: nothing is asked twice, and what she told of symptoms stays. */
  readonly isCorrection?: boolean;
  readonly state: "idle" | "sending" | "failed";
  readonly problem: string | null;
  readonly onSave: (answer: AfterAnswer) => void;
};

/** Three taps after: effort, what she noticed, anything else. The rest is filled in as planned. */
export function After(props: AfterProps) {
  const { Findings, filled: first, versions, isRun, isCorrection = false, state, problem, onSave } = props;
  const t = useTranslations("mum");
  const [effort, setEffort] = useState(first.effort === null ? "" : String(first.effort));
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [note, setNote] = useState(first.note ?? "");
  const [isDifferent, setIsDifferent] = useState(isCorrection);
  const [filled, setFilled] = useState(first);
  const [way, setWay] = useState<Way>(first.lifeHappened ? "life" : first.completion);
  const [minutes, setMinutes] = useState(() => minutesDraft(first.minutes));
  const [exercises, setExercises] = useState(() => draftsOf(first.blocks, first.exercises));
  const [isTried, setIsTried] = useState(false);

  const moves = filled.blocks.length > 0 ? isMoving(filled.blocks) : first.minutes.walk > 0;
  const kind = !isRun ? "whole" : moves ? "walk_and_run" : "with_run";
  const done = minutesOf(minutes, kind, moves || first.minutes.walk > 0);
  const take = (version: Filled) => {
    setFilled(version);
    setMinutes(minutesDraft(version.minutes));
    setExercises(draftsOf(version.blocks, version.exercises));
  };
  const submit = () => {
    setIsTried(true);
    const isAnswered = isCorrection || (effort !== "" && findings !== null);
    if (done === null || exercises.some((row) => problemsOf(row).size > 0)) return setIsDifferent(true);
    if (!isAnswered) return;
    const told = exercisesFrom(exercises);
    const performance = {
      ...(filled.shortVersion === null ? {} : { shortVersion: filled.shortVersion }),
      ...(way === "life" ? { lifeHappened: true as const } : {}),
      ...(isSame(told, doneExercises(filled.blocks, null)) ? {} : { exercises: told }),
    };
    const before = isCorrection ? { exercises: [...first.exercises] } : null;
    onSave({
      effort: effort === "" ? null : Number(effort),
      findings: withPainTold(findings, performance, before),
      completion: way === "life" ? "stopped" : way,
      note: note.trim() || null,
      performance,
      minutes: done,
    });
  };

  return (
    <form
      noValidate
      className="space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1>{t(isCorrection ? "log.correctTitle" : "session.after.title")}</h1>
      <Scale
        name="effort"
        label={t("session.after.effort")}
        low={t("session.after.effortLow")}
        high={t("session.after.effortHigh")}
        value={effort}
        onChange={(event) => setEffort(event.target.value)}
        error={isTried && !isCorrection && effort === "" ? t("session.after.effortError") : undefined}
      />
      {isCorrection ? (
        <Disclosure summary={t("log.addFinding")}>
          <p className="mb-3 text-ink-soft">{t("log.toldStays")}</p>
          <Findings showErrors={false} onChange={setFindings} />
        </Disclosure>
      ) : (
        <Findings showErrors={isTried} onChange={setFindings} />
      )}
      {isDifferent ? (
        <div className="space-y-6">
          <RadioCards
            name="way"
            label={t("session.after.how")}
            columns={2}
            value={way}
            onChange={(event) => setWay(event.target.value as Way)}
            choices={WAYS.map((value) => ({
              value,
              label: t(`session.after.${value}`),
              ...(value === "life" ? { hint: t("session.after.lifeHint") } : {}),
            }))}
          />
          {way === "shorter" && versions.length > 0 && (
            <RadioCards
              name="version"
              label={t("session.after.which")}
              columns={2}
              value={String(filled.shortVersion ?? "")}
              onChange={(event) => {
                const version = versions.find((row) => String(row.minutes) === event.target.value);
                take(version ? filledAsPlanned(version.blocks, version.minutes) : first);
              }}
              choices={[
                ...versions.map((row) => ({
                  value: String(row.minutes),
                  label: t("session.shortOf", { minutes: row.minutes }),
                })),
                { value: "", label: t("session.after.ownShort") },
              ]}
            />
          )}
          <MinutesForm draft={minutes} kind={kind} showErrors={isTried} onChange={setMinutes} />
          <ExercisesForm drafts={exercises} showErrors={isTried} onChange={setExercises} />
        </div>
      ) : (
        <div className="rounded-control bg-sunken p-4">
          <p className="font-semibold">
            {t(`session.after.${way}`)}, {t("minutes", { minutes: Math.round(filled.minutes.total) })}
          </p>
          <Button variant="quiet" className="-ms-5" onClick={() => setIsDifferent(true)}>
            {t("session.after.change")}
          </Button>
        </div>
      )}
      <TextArea
        label={t("session.after.else")}
        value={note}
        maxLength={4000}
        onChange={(event) => setNote(event.target.value)}
      />
      {state === "failed" && (
        <Notice tone="stop" live title={t("error.title")}>
          {problem ?? t("error.body")}
        </Notice>
      )}
      <Button type="submit" wide size="large" loading={state === "sending"}>
        {t(state === "sending" ? "session.after.sending" : "session.after.send")}
      </Button>
    </form>
  );
}
