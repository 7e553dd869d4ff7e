"use client";

import { Pause, Play, SkipForward } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Segment, Timeline } from "@/domain/protocols/timeline.ts";
import { cn } from "@/lib/cn.ts";
import { Button } from "@/ui/button.tsx";
import type { Run } from "./clock.ts";
import { CueSwitches } from "./cue-switches.tsx";
import { Actions, useUnderWay } from "./frame.tsx";
import { useCues } from "./use-cues.ts";
import { useRun } from "./use-run.ts";
import { useWakeLock } from "./use-wake-lock.ts";

/** "1:05"; the second that is running counts whole, so that it ends on 0:01 and not on a 0:00 that lasts. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function isRunning(segment: Segment | undefined): boolean {
  return segment?.happening.what === "run" || segment?.happening.what === "strides";
}

export type IntervalScreenProps = {
  readonly timeline: Timeline;
  readonly initial: Run;
  readonly onChange: (run: Run) => void;
  readonly onEnd: (run: Run) => void;
  /** She told of something during it. */
  readonly onTold: () => void;
};

/** Walk and run by the clock: one word, one number, from arm's length. */
export function IntervalScreen({ timeline, initial, onChange, onEnd, onTold }: IntervalScreenProps) {
  const t = useTranslations("mum");
  const cues = useCues();
  const [isEnding, setIsEnding] = useState(false);
  const control = useRun(initial, timeline, { play: cues.play, onChange });
  const { run, position } = control;
  const isPaused = run.pausedAt !== null;
  useWakeLock(!isPaused && !position.isDone);
  const segment = timeline.segments[position.index];
  const following = timeline.segments[position.index + 1];
  const end = () => onEnd(run);
  useUnderWay({ pause: control.pause, end, told: onTold });

  return (
    <div
      data-running={isRunning(segment) || undefined}
      className="mx-auto flex w-full max-w-[40rem] flex-1 flex-col px-4 pt-3"
    >
      <div className="flex items-center justify-between left-hand:flex-row-reverse">
        <p className="text-ink-soft tabular-nums">
          {t("session.ofTotal", {
            done: clockText(position.second * 1000),
            total: clockText(timeline.seconds * 1000),
          })}
        </p>
        <CueSwitches {...cues} />
      </div>
      <Progress done={position.second} of={timeline.seconds} />
      {segment ? (
        <Now segment={segment} left={position.left} isPaused={isPaused} following={following} />
      ) : (
        <p className="my-auto text-center font-heading text-5xl">{t("session.finished")}</p>
      )}
      <Actions>
        {isEnding ? (
          <EndSure onYes={end} onNo={() => setIsEnding(false)} />
        ) : !segment ? (
          <Button wide size="large" onClick={end}>
            {t("session.endYes")}
          </Button>
        ) : (
          <>
            <div className="@container">
              <div className="grid grid-cols-[1fr_auto] gap-3 left-hand:[direction:rtl]">
                <Button
                  size="large"
                  className="min-w-0 px-3"
                  icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
                  onClick={isPaused ? control.resume : control.pause}
                >
                  {t(isPaused ? "session.goOn" : "session.pause")}
                </Button>
                <Button
                  size="large"
                  variant="secondary"
                  className="@max-[16rem]:px-3"
                  icon={<SkipForward aria-hidden />}
                  onClick={control.next}
                >
                  {/* With very large text there is room for the picture only; it is read out all the same. */}
                  <span className="@max-[16rem]:sr-only">{t("session.skip")}</span>
                </Button>
              </div>
            </div>
            <Button wide variant="quiet" onClick={() => setIsEnding(true)}>
              {t("session.end")}
            </Button>
          </>
        )}
      </Actions>
    </div>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  const percent = of > 0 ? Math.min(100, (done / of) * 100) : 0;
  return (
    <div aria-hidden className="mt-2 h-2 overflow-hidden rounded-full bg-line">
      <div
        className="h-full rounded-full bg-primary-fill night:bg-primary"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

type NowProps = { segment: Segment; left: number; isPaused: boolean; following: Segment | undefined };

/** What she does now. Read out when it changes, not every second. */
function Now({ segment, left, isPaused, following }: NowProps) {
  const t = useTranslations("mum");
  const protocols = useTranslations("protocols");
  const { happening } = segment;
  if (happening.what !== "walk" && happening.what !== "run" && happening.what !== "strides") return null;
  const { what, number, of, effort } = happening;
  return (
    <div className="my-auto py-2 text-center">
      <div aria-live="assertive">
        <h1
          className={cn(
            "font-bold font-heading text-[min(22vw,8rem)] leading-none",
            isRunning(segment) && "text-primary",
          )}
        >
          {protocols(`move.${what}`)}
        </h1>
      </div>
      <p
        className="mt-4 whitespace-nowrap font-semibold text-[min(30vw,11rem)] tabular-nums leading-none"
        role="timer"
        aria-live="off"
      >
        {segment.endsBy === "clock" || left > 0 ? clockText(left) : "0:00"}
      </p>
      <p className="mt-4 min-h-7 text-ink-soft text-lg">
        {segment.part !== "main"
          ? protocols(`part.${segment.part}`)
          : of > 1 && t("session.exerciseOf", { number, of })}
        {effort &&
          `${of > 1 || segment.part !== "main" ? ", " : ""}${protocols("prescription.effort", effort)}`}
      </p>
      <p className="mt-4 min-h-8 font-semibold text-lg">
        {isPaused ? t("session.paused") : t(thenOf(following))}
      </p>
    </div>
  );
}

function thenOf(following: Segment | undefined) {
  switch (following?.happening.what) {
    case undefined:
      return "session.thenEnd";
    case "walk":
      return "session.thenWalk";
    case "run":
      return "session.thenRun";
    case "strides":
      return "session.thenStrides";
    default:
      return "session.thenNext";
  }
}

/** Asked once; what was done counts. */
export function EndSure({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const t = useTranslations("mum");
  return (
    <div role="group" aria-label={t("session.end")} className="space-y-3 rounded-card bg-sunken p-4">
      <p className="font-semibold">{t("session.endSure")}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <Button variant="secondary" onClick={onNo}>
          {t("session.endNo")}
        </Button>
        <Button onClick={onYes}>{t("session.endYes")}</Button>
      </div>
    </div>
  );
}
