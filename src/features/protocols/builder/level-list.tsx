"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { emptyLevel } from "@/domain/protocols/draft-pieces.ts";
import { cn } from "@/lib/cn.ts";
import { Button } from "@/ui/button.tsx";
import { idOf, useBuilder } from "./context.tsx";
import { Row } from "./row.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Sortable } from "./sortable.tsx";

type Props = {
  readonly chosen: number;
  readonly onChoose: (level: number) => void;
  /** What a level is held against, where somebody was chosen. */
  readonly warningOf: (level: number) => ReactNode;
};

/** The levels in their order, beside the one that is written. */
export function LevelList({ chosen, onChoose, warningOf }: Props) {
  const { draft, step, problems } = useBuilder();
  const t = useTranslations("protocols.builder");
  const nameOf = (title: string, at: number) => t("level", { number: at + 1, title });
  const isWrong = (at: number) => problems.some((row) => row.path[0] === "levels" && row.path[1] === at);
  return (
    <nav aria-label={t("levels")}>
      <Sortable
        className="space-y-1"
        items={draft.levels}
        nameOf={(level, at) => nameOf(level.title, at)}
        onMove={(at, to) => {
          step({ on: "levels", do: "move", at, to });
          // The one being written stays the one being written, wherever it stands now.
          if (chosen === at) onChoose(to);
          else onChoose(chosen + Number(at > chosen && to <= chosen) - Number(at < chosen && to >= chosen));
        }}
        row={(level, at, handle) => (
          <Row
            className={cn(
              "items-center gap-0 rounded-control",
              chosen === at ? "bg-primary-soft" : "hover:bg-sunken",
            )}
            handle={handle}
            menu={
              <RowMenu
                name={nameOf(level.title, at)}
                onDuplicate={() => {
                  step({ on: "levels", do: "duplicate", at });
                  onChoose(at + 1);
                }}
                onRemove={() => {
                  step({ on: "levels", do: "remove", at });
                  onChoose(Math.max(0, chosen - Number(at <= chosen)));
                }}
              />
            }
          >
            <button
              type="button"
              id={idOf(["levels", at])}
              aria-current={chosen === at ? "true" : undefined}
              onClick={() => onChoose(at)}
              className="min-h-12 w-full cursor-pointer rounded-control px-1 py-2 text-start"
            >
              <span className={cn("[overflow-wrap:anywhere]", chosen === at && "font-semibold")}>
                {nameOf(level.title, at)}
              </span>
              {isWrong(at) && <span className="block font-semibold text-sm text-stop">{t("mend")}</span>}
              {warningOf(at)}
            </button>
          </Row>
        )}
      />
      <Button
        variant="secondary"
        size="compact"
        className="mt-3"
        icon={<Plus aria-hidden />}
        onClick={() => {
          const at = draft.levels.length;
          // What the last level is based on, the next one mostly is too.
          const sources = draft.levels.at(-1)?.sources ?? draft.sources.slice(0, 1).map((row) => row.key);
          const item = emptyLevel(t("newLevel", { number: at + 1 }), sources);
          step({ on: "levels", do: "insert", at, item });
          onChoose(at);
        }}
      >
        {t("addLevel")}
      </Button>
    </nav>
  );
}
