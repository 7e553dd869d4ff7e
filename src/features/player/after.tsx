"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Scale } from "@/ui/scale.tsx";
import { NumberInput, TextArea } from "@/ui/text-input.tsx";
import type { Minutes } from "./clock.ts";
import type { Lent } from "./shapes.ts";

export type Completion = "as_planned" | "shorter" | "stopped" | "extra";
export type AfterAnswer = {
  readonly minutes: Minutes;
  readonly effort: number;
  readonly completion: Completion;
  readonly findings: readonly Finding[];
  readonly note: string | null;
};

export type AfterProps = Pick<Lent, "Findings"> & {
  readonly filled: { readonly minutes: Minutes; readonly completion: Completion };
  /** Whether running minutes are asked apart. */
  readonly isRun: boolean;
  readonly state: "idle" | "sending" | "failed";
  readonly problem: string | null;
  readonly onSave: (answer: AfterAnswer) => void;
};

/** "12,5" is 12.5; null for what is no sensible number of minutes. */
export function minutesFrom(text: string, least: number): number | null {
  const trimmed = text.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d)?$/.test(trimmed)) return null;
  const minutes = Number(trimmed);
  return minutes >= least && minutes <= 300 ? minutes : null;
}

/** Three taps after: effort, what she noticed, anything else. The rest is filled in as planned. */
export function After({ Findings, filled, isRun, state, problem, onSave }: AfterProps) {
  const t = useTranslations("mum");
  const [effort, setEffort] = useState("");
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [note, setNote] = useState("");
  const [isDifferent, setIsDifferent] = useState(false);
  const [completion, setCompletion] = useState(filled.completion);
  const [total, setTotal] = useState(String(filled.minutes.total));
  const [running, setRunning] = useState(String(filled.minutes.run));
  const [isTried, setIsTried] = useState(false);

  const totalMinutes = minutesFrom(total, 0.1);
  const runMinutes = isRun ? minutesFrom(running, 0) : 0;
  const isTooMuch = totalMinutes !== null && runMinutes !== null && runMinutes > totalMinutes;
  const submit = () => {
    setIsTried(true);
    const isWhole =
      effort !== "" && findings !== null && totalMinutes !== null && runMinutes !== null && !isTooMuch;
    if (!isWhole) return;
    onSave({
      effort: Number(effort),
      findings,
      completion,
      note: note.trim() || null,
      minutes: {
        total: totalMinutes,
        run: runMinutes,
        walk: walkOf(totalMinutes, runMinutes, filled.minutes),
      },
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
      <h1>{t("session.after.title")}</h1>
      <Scale
        name="effort"
        label={t("session.after.effort")}
        low={t("session.after.effortLow")}
        high={t("session.after.effortHigh")}
        value={effort}
        onChange={(event) => setEffort(event.target.value)}
        error={isTried && effort === "" ? t("session.after.effortError") : undefined}
      />
      <Findings showErrors={isTried} onChange={setFindings} />
      {isDifferent ? (
        <div className="space-y-5">
          <RadioCards
            name="completion"
            label={t("session.after.how")}
            columns={2}
            value={completion}
            onChange={(event) => setCompletion(event.target.value as Completion)}
            choices={(["as_planned", "shorter", "stopped", "extra"] as const).map((value) => ({
              value,
              label: t(`session.after.${value}`),
            }))}
          />
          <NumberInput
            decimal
            label={t("session.after.minutes")}
            unit={t("session.after.unit")}
            value={total}
            onChange={(event) => setTotal(event.target.value)}
            error={isTried && totalMinutes === null ? t("session.after.minutesError") : undefined}
          />
          {isRun && (
            <NumberInput
              decimal
              label={t("session.after.minutesRun")}
              unit={t("session.after.unit")}
              value={running}
              onChange={(event) => setRunning(event.target.value)}
              error={
                isTried &&
                (runMinutes === null
                  ? t("session.after.minutesError")
                  : isTooMuch && t("session.after.sumError"))
              }
            />
          )}
        </div>
      ) : (
        <div className="rounded-control bg-sunken p-4">
          <p className="font-semibold">
            {t(`session.after.${completion}`)}, {t("minutes", { minutes: Math.round(filled.minutes.total) })}
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

/** Walking is what is left when it was a moving session; exercises are neither. */
function walkOf(total: number, run: number, filled: Minutes): number {
  return filled.walk > 0 || filled.run > 0 ? Math.round((total - run) * 10) / 10 : 0;
}
