"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { Page } from "./frame.tsx";
import type { KeptSession } from "./kept-session.ts";
import { useExerciseName } from "./outline.tsx";

/** A session she left: on, or from the beginning. */
export function Resume({ kept, onYes, onNo }: { kept: KeptSession; onYes: () => void; onNo: () => void }) {
  const t = useTranslations("mum");
  // The clock on her wall, which only her phone knows.
  const [time] = useState(() =>
    new Intl.DateTimeFormat("en-NZ", { hour: "numeric", minute: "2-digit" }).format(kept.startedAt),
  );
  const where = useWhere(kept);
  return (
    <Page>
      <EmptyState
        level={1}
        title={where}
        actions={
          <>
            <Button size="large" wide onClick={onYes}>
              {t("session.carryOnYes")}
            </Button>
            <Button variant="quiet" wide onClick={onNo}>
              {t("session.carryOnNo")}
            </Button>
          </>
        }
      >
        <p>{t("session.carryOnBody", { time })}</p>
      </EmptyState>
    </Page>
  );
}

/** "Carry on from set 2 of 3, wall squat?" */
function useWhere({ blocks, run }: KeptSession): string {
  const t = useTranslations("mum");
  const protocols = useTranslations("protocols");
  const name = useExerciseName();
  const { segments } = timelineOf({ blocks });
  // A rest is over by now: what comes after it is where she goes on.
  const at = segments.slice(run.index).find(({ happening }) => happening.what !== "rest")?.happening;
  if (!at) return t("session.carryOn");
  switch (at.what) {
    case "rest":
      return t("session.carryOn");
    case "get_ready":
      return t("session.carryOnExercise", { name: name(at.exercise) });
    case "exercise":
      return t("session.carryOnSet", { number: at.number, of: at.of, name: name(at.exercise) });
    default:
      return at.of > 1
        ? t("session.carryOnInterval", { move: protocols(`move.${at.what}`), number: at.number, of: at.of })
        : t("session.carryOnExercise", { name: protocols(`move.${at.what}`) });
  }
}

/** Saved: what happens next, in one line. */
export function Saved({
  isKept,
  hasEcho,
  onHome,
}: {
  isKept: boolean;
  hasEcho: boolean;
  onHome: () => void;
}) {
  const t = useTranslations("mum");
  return (
    <Page>
      <div role="status">
        <EmptyState
          level={1}
          title={t("session.saved.title")}
          actions={
            <Button size="large" onClick={onHome}>
              {t("session.saved.home")}
            </Button>
          }
        >
          {isKept && <p>{t("session.saved.kept")}</p>}
          {hasEcho && <p>{t("session.saved.echo")}</p>}
        </EmptyState>
      </div>
    </Page>
  );
}
