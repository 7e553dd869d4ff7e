"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Placing } from "@/domain/plans/placing.ts";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { dayInWords } from "@/words/days.ts";
import type { CalendarSession } from "./client-calendar.tsx";

/** What was done, and what takes it back: a placing, or the line her weeks were shown to. Null: it was a taking back. */
type Done = {
  readonly message: string;
  readonly back: Placing | { readonly type: "showWeeks"; readonly week: Day | null } | null;
};

/**
 * A coach's hand in the calendar: what she does, what was said to it, and the way back. Every change of a session answers
 * with its own way back, so that undoing leaves nothing of it.
 */
export function useHand(clientId: string) {
  const t = useTranslations("coach.calendar");
  const trpc = useTRPC();
  const place = useChange(trpc.plans.place.mutationOptions());
  const show = useChange(trpc.plans.showWeeks.mutationOptions());
  const [done, setDone] = useState<Done | null>(null);
  const send = (placing: Placing, message: string, after?: () => void) =>
    place.send({ clientId, placing }, ({ back }) => {
      setDone({ message, back });
      after?.();
    });
  // Made anew with every drawing: taking back is a change of its own, under its own key.
  const undo = ({ back }: Done) => {
    const end = () => setDone({ message: t("undone"), back: null });
    if (back?.type === "showWeeks") show.send({ clientId, week: back.week }, end);
    else if (back) place.send({ clientId, placing: back }, end);
  };
  const showUpTo = (until: Day | null) =>
    until === null ? t("weeks.allShown") : t("weeks.published", { day: dayInWords(until, "long") });
  return {
    isBusy: place.isBusy || show.isBusy,
    error: place.error ?? show.error,
    reset: () => {
      place.reset();
      show.reset();
    },
    message: done?.message ?? null,
    endMessage: () => setDone(null),
    undo: done?.back ? () => undo(done) : null,
    move: ({ sessionId, day: from }: CalendarSession, day: Day, after?: () => void) => {
      if (day === from) return after?.();
      send({ type: "move", sessionId, day }, t("moved", { day: dayInWords(day, "long") }), after);
    },
    add: (session: Omit<Extract<Placing, { type: "add" }>, "type">, after: () => void) =>
      send({ type: "add", ...session }, t("added", { day: dayInWords(session.day, "long") }), after),
    shift: (
      { planId, fromDay, days }: Omit<Extract<Placing, { type: "shift" }>, "type">,
      after: () => void,
    ) =>
      send(
        { type: "shift", planId, fromDay, days },
        t("shifted", {
          days: Math.abs(days),
          way: days > 0 ? "later" : "earlier",
          day: dayInWords(fromDay, "long"),
        }),
        after,
      ),
    takeOut: ({ sessionId }: CalendarSession, after: () => void) =>
      send({ type: "remove", sessionId }, t("takenOut"), after),
    edit: (
      { sessionId, turn }: CalendarSession,
      to: { readonly level: number | null; readonly note: string | null },
      after: () => void,
    ) => send({ type: "edit", sessionId, turn, ...to }, t("changed"), after),
    /** Publishes her weeks up to a Sunday, or all of them (null); `before` is where the line was. */
    showWeeks: (week: Day | null, before: Day | null) =>
      show.send({ clientId, week }, ({ shownUntil }) =>
        setDone({
          message:
            before !== null && shownUntil !== null && shownUntil < before
              ? t("weeks.drafted", { day: dayInWords(addDays(shownUntil, 1), "long") })
              : showUpTo(shownUntil),
          back: { type: "showWeeks", week: before },
        }),
      ),
  };
}

export type Hand = ReturnType<typeof useHand>;
