"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Placing } from "@/domain/plans/placing.ts";
import type { Day } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { dayInWords } from "@/words/days.ts";
import type { CalendarSession } from "./client-calendar.tsx";

/** A coach's hand in the calendar: what she does, what was said to it, and the way back. */
export function useHand(clientId: string) {
  const t = useTranslations("coach.calendar");
  const place = useChange(useTRPC().plans.place.mutationOptions());
  const [done, setDone] = useState<{ readonly message: string; readonly back: Placing | null } | null>(null);
  const send = (placing: Placing, message: string, back: Placing | null, after?: () => void) =>
    place.send({ clientId, placing }, () => {
      setDone({ message, back });
      after?.();
    });
  const moving = (sessionId: string, day: Day): Placing => ({ type: "move", sessionId, day });
  return {
    isBusy: place.isBusy,
    error: place.error,
    reset: place.reset,
    message: done?.message ?? null,
    endMessage: () => setDone(null),
    undo:
      done?.back &&
      (() => {
        const { back } = done;
        if (back) send(back, t("undone"), null);
      }),
    move: ({ sessionId, day: from }: CalendarSession, to: Day, after?: () => void) => {
      if (to === from) return after?.();
      send(
        moving(sessionId, to),
        t("moved", { day: dayInWords(to, "long") }),
        moving(sessionId, from),
        after,
      );
    },
    add: (session: Omit<Extract<Placing, { type: "add" }>, "type">, after: () => void) =>
      send(
        { type: "add", ...session },
        t("added", { day: dayInWords(session.day, "long") }),
        { type: "remove", sessionId: session.sessionId },
        after,
      ),
    /** What was before is not one thing that could be put back: she says the other way when she wants it. */
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
        null,
        after,
      ),
    /** The slot stays empty; the way back is to put it where it was. */
    takeOut: ({ sessionId, day }: CalendarSession, after: () => void) =>
      send({ type: "remove", sessionId }, t("takenOut"), moving(sessionId, day), after),
    edit: (
      { sessionId, chosenLevel, turn, note }: CalendarSession,
      to: { readonly level: number | null; readonly note: string | null },
      after: () => void,
    ) =>
      send(
        { type: "edit", sessionId, turn, ...to },
        t("changed"),
        { type: "edit", sessionId, turn, level: chosenLevel, note },
        after,
      ),
  };
}

export type Hand = ReturnType<typeof useHand>;
