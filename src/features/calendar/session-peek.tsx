"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import type { Calendar, CalendarSession } from "./client-calendar.tsx";
import type { Hand } from "./use-hand.ts";

/** As far as a session is put off by hand at once. */
const DAYS_AHEAD = 42;
const AS_PLANNED = "";

type PeekProps = {
  readonly session: CalendarSession;
  readonly data: Calendar;
  readonly hand: Hand;
  readonly onClose: () => void;
};

/** One session: where it lies, how easy it is, a word with it. What the rules do not allow is said here, at once. */
export function SessionPeek({ session, data, hand, onClose }: PeekProps) {
  const t = useTranslations("coach");
  const form = useId();
  const { kind, title, levelTitle, minutes, minutesRun, isOver } = session;
  const [day, setDay] = useState<Day>(session.day);
  const [level, setLevel] = useState(session.chosenLevel === null ? AS_PLANNED : String(session.chosenLevel));
  const [note, setNote] = useState(session.note ?? "");
  const plan = data.plans.find((row) => row.planId === session.planId);
  const days = Array.from({ length: DAYS_AHEAD }, (_, at) => addDays(data.today, at));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wish = { level: level === AS_PLANNED ? null : Number(level), note: note.trim() || null };
    const isEdited = wish.level !== session.chosenLevel || wish.note !== session.note;
    // One after the other: a session that may not lie there keeps what was written in the form.
    if (day !== session.day)
      hand.move(session, day, isEdited ? () => hand.edit(session, wish, onClose) : onClose);
    else if (isEdited) hand.edit(session, wish, onClose);
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("calendar.peek", { kind: t(`calendar.kinds.${kind}`), day: dayInWords(session.day, "long") })}
      lead={t("calendar.about", { title, level: levelTitle, minutes, run: Math.round(minutesRun) })}
      words={{ close: t("close") }}
      footer={
        isOver ? undefined : (
          <>
            <Button variant="quiet" disabled={hand.isBusy} onClick={() => hand.takeOut(session, onClose)}>
              {t("calendar.takeOut")}
            </Button>
            <Button type="submit" form={form} loading={hand.isBusy}>
              {t("calendar.save")}
            </Button>
          </>
        )
      }
    >
      {isOver ? (
        <p>{t("calendar.over")}</p>
      ) : (
        <form id={form} noValidate onSubmit={submit} className="space-y-5">
          <Select
            label={t("calendar.onDay")}
            value={day}
            options={days.map((one) => ({ value: one, label: dayInWords(one, "long") }))}
            onChange={(event) => setDay(event.target.value as Day)}
          />
          {plan && (
            <Select
              label={t("calendar.level")}
              hint={t("calendar.levelHint")}
              value={level}
              options={[
                { value: AS_PLANNED, label: t("calendar.asPlanned") },
                ...plan.levelTitles.slice(0, session.level + 1).map((name, at) => ({
                  value: String(at),
                  label: t("calendar.levelOf", { number: at + 1, name }),
                })),
              ]}
              onChange={(event) => setLevel(event.target.value)}
            />
          )}
          <TextArea
            label={t("calendar.note")}
            value={note}
            maxLength={600}
            onChange={(event) => setNote(event.target.value)}
          />
          <Refused error={hand.error} reader="coach" />
        </form>
      )}
    </Dialog>
  );
}
