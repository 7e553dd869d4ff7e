"use client";

import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Block } from "@/domain/protocols/blocks.ts";
import { EXERCISE_IDS } from "@/domain/protocols/exercises.ts";
import { type Problem, readProtocol } from "@/domain/protocols/problems.ts";
import { cn } from "@/lib/cn.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { CONTROL } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { ProblemList } from "../problem-list.tsx";
import { AboutEditor } from "./about-editor.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { BuilderProvider, idOf } from "./context.tsx";
import { LevelEditor } from "./level-editor.tsx";
import { LevelList } from "./level-list.tsx";
import { LevelWarning, MeasureAgainst, type Measured, useMeasure } from "./measure.tsx";
import { Preview } from "./preview.tsx";
import { Publish } from "./publish.tsx";
import { type DraftInHand, type OpenDraft, useDraft } from "./use-draft.ts";

/** Writes a protocol: levels beside, one of them open, what it asks and what is wrong with it live. */
export function Builder(props: {
  readonly open: OpenDraft;
  /** What a mum sees of a session: the player's own outline. */
  readonly outline: (blocks: readonly Block[]) => ReactNode;
}) {
  const { open, outline } = props;
  const hand = useDraft(open);
  const { draft, conflict } = hand;
  const [wanted, setWanted] = useState(0);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const measure = useMeasure(measured?.clientId ?? "");
  useUndoKeys(hand);
  const reading = readProtocol(draft, EXERCISE_IDS);
  const problems = reading.ok ? [] : reading.problems;
  const chosen = Math.min(wanted, draft.levels.length - 1);
  const level = draft.levels[chosen];
  const go = (problem: Problem) => {
    const at = problem.path[0] === "levels" ? problem.path[1] : undefined;
    if (typeof at === "number") setWanted(at);
    // The level it stands in is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => focusAt(problem.path)));
  };
  return (
    <BuilderProvider value={{ draft, problems, step: hand.step, settle: hand.settle }}>
      <Head open={open} hand={hand} chosen={chosen} onChoose={setWanted}>
        <Preview level={level} outline={outline} />
        <Publish
          open={open}
          draft={draft}
          revision={hand.revision}
          problems={problems}
          isKept={hand.keeping === "saved" && !conflict}
          onGo={go}
        />
      </Head>
      {conflict && (
        <ConflictNotice
          draftId={open.draftId}
          conflict={conflict}
          mine={draft}
          onTakeTheirs={hand.takeTheirs}
        />
      )}
      <AboutEditor />
      <div className="grid items-start gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="space-y-6 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto">
          <MeasureAgainst chosen={measured} onChoose={setMeasured} />
          <LevelList
            chosen={chosen}
            onChoose={setWanted}
            warningOf={(at) => measure && <LevelWarning draft={draft} at={at} measure={measure} />}
          />
        </div>
        <div className="min-w-0 space-y-6">
          <Problems problems={problems} onGo={go} />
          {level && (
            <Card variant="sunken" className="max-sm:p-[10px]!">
              {measure && (
                <p className="mb-4 empty:hidden">
                  <LevelWarning draft={draft} at={chosen} measure={measure} />
                </p>
              )}
              <LevelEditor key={chosen} at={chosen} level={level} />
            </Card>
          )}
        </div>
      </div>
    </BuilderProvider>
  );
}

function Head(props: {
  readonly open: OpenDraft;
  readonly hand: DraftInHand;
  readonly chosen: number;
  readonly onChoose: (level: number) => void;
  readonly children: ReactNode;
}) {
  const { open, hand, chosen, onChoose, children } = props;
  const t = useTranslations("protocols.builder");
  const { draft, keeping, conflict } = hand;
  return (
    <>
      <PageHeader
        over={
          <Link href="/coach/protocols" variant="alone">
            {t("back")}
          </Link>
        }
        title={draft.title || t("unnamed")}
        lead={open.before ? t("follows", { number: open.before.number }) : t("begins")}
        actions={children}
      />
      <div className="sticky top-0 z-20 -mx-2 mb-6 flex flex-wrap items-center gap-2 bg-surface px-2 py-1">
        <IconButton
          label={t("undo")}
          icon={<Undo2 aria-hidden />}
          disabled={!hand.canUndo}
          onClick={hand.undo}
        />
        <IconButton
          label={t("redo")}
          icon={<Redo2 aria-hidden />}
          disabled={!hand.canRedo}
          onClick={hand.redo}
        />
        <span role="status">
          <Badge tone={conflict || keeping === "nowhere" ? "stop" : keeping === "here" ? "wait" : "good"}>
            {t(conflict ? "keeping.conflict" : `keeping.${keeping}`)}
          </Badge>
        </span>
        {/* On a phone the list of levels is far above what is written: another level from here. */}
        <select
          aria-label={t("goToLevel")}
          value={chosen}
          onChange={(event) => onChoose(Number(event.target.value))}
          className={cn(CONTROL, "min-w-0 flex-1 basis-40 cursor-pointer lg:hidden")}
        >
          {draft.levels.map((level, at) => (
            // A level is its place; its name changes while it is written.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <option key={at} value={at}>
              {t("level", { number: at + 1, title: level.title })}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function Problems({ problems, onGo }: { problems: readonly Problem[]; onGo: (problem: Problem) => void }) {
  const t = useTranslations("protocols.builder");
  if (problems.length === 0) return null;
  return (
    <Notice tone="wait" title={t("publish.problems", { count: problems.length })}>
      <ProblemList problems={problems} onGo={onGo} />
    </Notice>
  );
}

/** Goes to the field a problem is about, or to the nearest thing around it that can be seen. */
function focusAt(path: Problem["path"]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const field = document.getElementById(idOf(path.slice(0, length)));
    if (!field) continue;
    for (let up: Element | null = field; up; up = up.parentElement)
      if (up instanceof HTMLDetailsElement) up.open = true;
    field.scrollIntoView({ block: "center" });
    (field instanceof HTMLDetailsElement ? field.querySelector("summary") : field)?.focus();
    return;
  }
}

/** Ctrl or Cmd with Z takes back, with Shift (or Y) does again; in a field too, whose letters are steps of the draft. */
function useUndoKeys({ undo, redo }: DraftInHand): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && key !== "y") return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (isRedo) redo();
      else undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo]);
}
