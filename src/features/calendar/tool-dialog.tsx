"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, type SelectProps } from "@/ui/select.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import type { Calendar } from "./client-calendar.tsx";

type Props = {
  readonly tool: "add" | "copy" | "shift";
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  /** Nothing to send, only to read: no button but the one that closes. */
  readonly onSubmit?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** The window of a tool: what it does in a sentence, its questions, and why it was not taken. */
export function ToolDialog({ tool, error, isBusy, onClose, onSubmit, children }: Props) {
  const t = useTranslations("coach");
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`calendar.tools.${tool}`)}
      lead={t(`calendar.tools.${tool}Lead`)}
      words={{ close: t("close") }}
      footer={
        onSubmit ? (
          <Button type="submit" form={form} loading={isBusy}>
            {t(`calendar.tools.${tool}Do`)}
          </Button>
        ) : (
          <Button variant="secondary" onClick={onClose}>
            {t("close")}
          </Button>
        )
      }
    >
      <form
        id={form}
        noValidate
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        {children}
        <Refused error={error} reader="coach" />
      </form>
    </Dialog>
  );
}

type DaySelectProps = Pick<SelectProps, "label" | "hint"> & {
  readonly value: Day;
  readonly from: Day;
  readonly days: number;
  readonly step?: number;
  readonly onChoose: (day: Day) => void;
};

/** One of the days ahead, by its name. */
export function DaySelect({ label, hint, value, from, days, step = 1, onChoose }: DaySelectProps) {
  const all = Array.from({ length: Math.ceil(days / step) }, (_, at) => addDays(from, at * step));
  return (
    <Select
      label={label}
      hint={hint}
      value={value}
      options={all.map((day) => ({ value: day, label: dayInWords(day, "long") }))}
      onChange={(event) => onChoose(event.target.value as Day)}
    />
  );
}

type PlanSelectProps = {
  readonly plans: Calendar["plans"];
  readonly value: string;
  readonly onChoose: (planId: string) => void;
};

/** One of the plans she has. */
export function PlanSelect({ plans, value, onChoose }: PlanSelectProps) {
  const t = useTranslations("coach.calendar");
  return (
    <Select
      label={t("tools.plan")}
      value={value}
      options={plans.map(({ planId, kind, title }) => ({
        value: planId,
        label: t("tools.planLine", { kind: t(`kinds.${kind}`), title }),
      }))}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
