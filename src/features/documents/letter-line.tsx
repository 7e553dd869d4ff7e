"use client";

import { Circle, CircleCheck, FileUp, Hourglass, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Progress } from "@/ui/progress.tsx";
import { ACCEPT, LetterPicker } from "./letter-picker.tsx";
import type { LetterLine as Line } from "./use-letters.ts";

type Props = {
  readonly line: Line;
  readonly onDrop: () => void;
  readonly onAgain: () => void;
  readonly onTake: (files: FileList | null) => void;
};

/** One letter on its way: how far it is, what is being done with it, or why it is not taken. */
export function LetterLine({ line, onDrop, onAgain, onTake }: Props) {
  const t = useTranslations("physio.upload");
  const { name, state } = line;
  if (state.at === "ready") return <Notice tone="good">{t("done", { name })}</Notice>;
  if (state.at === "going" || state.at === "dropped") return <Going line={line} onDrop={onDrop} />;
  if (state.at === "received" || state.at === "scanned" || state.at === "rendered")
    return <Steps name={name} state={state} />;
  const putAway = (
    <Button size="compact" variant={state.at === "half" ? "quiet" : "secondary"} onClick={onDrop}>
      {t(state.at === "half" ? "forget" : "putAway")}
    </Button>
  );
  if (state.at === "half") {
    return (
      <Notice
        tone="wait"
        title={name}
        actions={
          <>
            <LetterPicker
              compact
              label={t("chooseAgain")}
              icon={<FileUp aria-hidden />}
              accept={ACCEPT}
              onTake={onTake}
            />
            {putAway}
          </>
        }
      >
        {t("half", { percent: percentOf(state.part) })}
      </Notice>
    );
  }
  const mayRetry = ["failed", "unreadable", "not_signed_in"].includes(state.problem);
  return (
    <Notice
      tone="stop"
      title={name}
      live
      actions={
        <>
          {mayRetry && (
            <Button size="compact" variant="secondary" onClick={onAgain}>
              {t("retry")}
            </Button>
          )}
          {putAway}
        </>
      }
    >
      {t(`problem.${state.problem}`)}
    </Notice>
  );
}

const percentOf = (part: number) => Math.floor(Math.min(part, 1) * 100);

function Going({ line: { name, state }, onDrop }: Pick<Props, "line" | "onDrop">) {
  const t = useTranslations("physio.upload");
  if (state.at !== "going" && state.at !== "dropped") return null;
  return (
    <div className="flex items-center gap-3 rounded-control border border-line bg-raised py-2 ps-4 pe-2">
      <div className="min-w-0 flex-1 py-1">
        <p className="line-clamp-2 font-semibold [overflow-wrap:anywhere]">{name}</p>
        <Progress
          kind="progress"
          quiet
          label={t("going", { name })}
          value={percentOf(state.part)}
          max={100}
          text={t("progress", { percent: percentOf(state.part) })}
          className="mt-1.5"
        />
        <p role="status" className="mt-1.5 flex items-start gap-1.5 text-ink-soft text-sm tabular-nums">
          {state.at === "dropped" ? (
            <>
              <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-wait" />
              {t("dropped")}
            </>
          ) : (
            t("progress", { percent: percentOf(state.part) })
          )}
        </p>
      </div>
      <IconButton label={t("stop", { name })} icon={<X aria-hidden />} onClick={onDrop} />
    </div>
  );
}

const STEPS = ["received", "scanned", "rendered"] as const;

function Steps({ name, state }: { name: string; state: { at: (typeof STEPS)[number]; isLate: boolean } }) {
  const t = useTranslations("physio.upload");
  const reached = STEPS.indexOf(state.at);
  // Drawing is done by ourselves and only ever takes its time; the other two ask somebody who may be away.
  const waitsAt = state.isLate && state.at !== "scanned" ? state.at : null;
  return (
    <div className="rounded-control border border-line bg-raised px-4 py-3">
      <p className="line-clamp-2 font-semibold [overflow-wrap:anywhere]">{name}</p>
      <ol className="mt-1.5 flex flex-col gap-x-5 gap-y-1 text-sm sm:flex-row">
        {STEPS.map((step, index) => {
          const isDone = index <= reached;
          const isNow = index === reached + 1 && waitsAt === null;
          const Icon = isDone ? CircleCheck : isNow ? LoaderCircle : Circle;
          return (
            <li
              key={step}
              aria-current={isNow ? "step" : undefined}
              className={cn("flex items-center gap-1.5", isDone ? "text-ink" : "text-ink-soft")}
            >
              <Icon
                aria-hidden
                className={cn("size-4 shrink-0", isDone && "text-good", isNow && "animate-turn")}
              />
              {isDone ? t(`step.${step}`) : t(`stepAhead.${step}`)}
            </li>
          );
        })}
      </ol>
      {waitsAt && (
        <p role="status" className="mt-2 flex items-start gap-1.5 text-ink-soft text-sm">
          <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-wait" />
          {t(`waits.${waitsAt}`)}
        </p>
      )}
    </div>
  );
}
