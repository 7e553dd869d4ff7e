"use client";

import { useTranslations } from "use-intl";
import { NumberInput } from "@/ui/text-input.tsx";
import type { Minutes } from "./clock.ts";

/** How the minutes are asked: of walks and runs each apart, of a session with running in it the running, else the whole. */
export type MinutesKind = "whole" | "with_run" | "walk_and_run";
export type MinutesDraft = { readonly total: string; readonly run: string; readonly walk: string };

/** "12,5" is 12.5; null for what is no sensible number of minutes. */
export function minutesFrom(text: string, least: number): number | null {
  const trimmed = text.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d)?$/.test(trimmed)) return null;
  const minutes = Number(trimmed);
  return minutes >= least && minutes <= 300 ? minutes : null;
}

export function minutesDraft({ total, run, walk }: Minutes): MinutesDraft {
  return { total: String(total), run: String(run), walk: String(walk) };
}

const oneDecimal = (minutes: number) => Math.round(minutes * 10) / 10;

/** The minutes of a draft, or null while they do not make sense. Walking is what is left where it is not asked. */
export function minutesOf(draft: MinutesDraft, kind: MinutesKind, isMoving: boolean): Minutes | null {
  const run = kind === "whole" ? 0 : minutesFrom(draft.run, 0);
  if (kind === "walk_and_run") {
    const walk = minutesFrom(draft.walk, 0);
    const total = run === null || walk === null ? 0 : oneDecimal(run + walk);
    return run === null || walk === null || total < 0.1 || total > 300 ? null : { total, run, walk };
  }
  const total = minutesFrom(draft.total, 0.1);
  if (total === null || run === null || run > total) return null;
  return { total, run, walk: isMoving ? oneDecimal(total - run) : 0 };
}

type Props = {
  readonly draft: MinutesDraft;
  readonly kind: MinutesKind;
  readonly showErrors: boolean;
  readonly onChange: (draft: MinutesDraft) => void;
};

export function MinutesForm({ draft, kind, showErrors, onChange }: Props) {
  const t = useTranslations("mum");
  const total = minutesFrom(draft.total, 0.1);
  const run = minutesFrom(draft.run, 0);
  const walk = minutesFrom(draft.walk, 0);
  const unless = (isRight: boolean) => (showErrors && !isRight ? t("session.after.minutesError") : undefined);
  const running = (label: string, error: string | undefined) => (
    <NumberInput
      decimal
      label={label}
      unit={t("session.after.unit")}
      value={draft.run}
      onChange={(event) => onChange({ ...draft, run: event.target.value })}
      error={error}
    />
  );
  if (kind === "walk_and_run") {
    const isNothing = run === 0 && walk === 0;
    return (
      <div className="space-y-4">
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          {running(t("session.after.ran"), unless(run !== null && !isNothing))}
          <NumberInput
            decimal
            label={t("session.after.walked")}
            unit={t("session.after.unit")}
            value={draft.walk}
            onChange={(event) => onChange({ ...draft, walk: event.target.value })}
            error={unless(walk !== null && !isNothing)}
          />
        </div>
        {run !== null && walk !== null && (
          <p className="text-ink-soft">{t("session.after.sum", { minutes: oneDecimal(run + walk) })}</p>
        )}
      </div>
    );
  }
  const isTooMuch = total !== null && run !== null && run > total;
  return (
    <div className="space-y-5">
      <NumberInput
        decimal
        label={t("session.after.minutes")}
        unit={t("session.after.unit")}
        value={draft.total}
        onChange={(event) => onChange({ ...draft, total: event.target.value })}
        error={unless(total !== null)}
      />
      {kind === "with_run" &&
        running(
          t("session.after.minutesRun"),
          showErrors && isTooMuch ? t("session.after.sumError") : unless(run !== null),
        )}
    </div>
  );
}
