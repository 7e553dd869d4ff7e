"use client";

import { ArrowLeft, Check, Play } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Block } from "@/domain/protocols/blocks.ts";
import { exerciseOf } from "@/domain/protocols/exercises.ts";
import type { Segment, Timeline } from "@/domain/protocols/timeline.ts";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import type { Run } from "./clock.ts";
import { clockText, EndSure } from "./interval-screen.tsx";
import { ExerciseDrawing, useExerciseName, usePrescription } from "./outline.tsx";
import { CueSwitches } from "./cue-switches.tsx";
import { Actions, useUnderWay } from "./frame.tsx";
import { useCues } from "./use-cues.ts";
import { useRun } from "./use-run.ts";
import { useWakeLock } from "./use-wake-lock.ts";

export type ExerciseScreenProps = {
  readonly timeline: Timeline;
  readonly blocks: readonly Block[];
  readonly initial: Run;
  readonly onChange: (run: Run) => void;
  readonly onEnd: (run: Run) => void;
  /** She told of something during it. */
  readonly onTold: () => void;
};

/** One set of one exercise at a time. She says when repetitions are done; what goes by time has a clock. */
export function ExerciseScreen({ timeline, blocks, initial, onChange, onEnd, onTold }: ExerciseScreenProps) {
  const t = useTranslations("mum");
  const [isEnding, setIsEnding] = useState(false);
  const cues = useCues();
  const control = useRun(initial, timeline, { play: cues.play, onChange });
  const { run, position } = control;
  const isPaused = run.pausedAt !== null;
  useWakeLock(!position.isDone);
  const segment = timeline.segments[position.index];
  const end = () => onEnd(run);
  useUnderWay({ pause: control.pause, end, told: onTold });
  return (
    <div className="mx-auto flex w-full max-w-[40rem] flex-1 flex-col px-4 pt-3">
      <div className="flex min-h-12 items-center justify-between left-hand:flex-row-reverse">
        {position.index > 0 && segment ? (
          <IconButton label={t("session.previous")} icon={<ArrowLeft aria-hidden />} onClick={control.back} />
        ) : (
          <span />
        )}
        {segment && (
          <p className="text-ink-soft tabular-nums">
            {t("session.exerciseOf", { number: segment.block + 1, of: blocks.length })}
          </p>
        )}
        <CueSwitches {...cues} />
      </div>
      <div className="flex-1 py-4" aria-live="polite">
        {segment ? (
          <Now segment={segment} block={blocks[segment.block]} left={position.left} isPaused={isPaused} />
        ) : (
          <h1 className="mt-16 text-center">{t("session.finished")}</h1>
        )}
      </div>
      <Actions>
        {isEnding ? (
          <EndSure onYes={end} onNo={() => setIsEnding(false)} />
        ) : (
          <>
            <Button
              wide
              size="large"
              className="px-4"
              icon={isPaused ? <Play aria-hidden /> : <Check aria-hidden />}
              onClick={!segment ? end : isPaused ? control.resume : control.next}
            >
              {t(!segment ? "session.endYes" : isPaused ? "session.goOn" : "session.setDone")}
            </Button>
            {segment && (
              <Button wide variant="quiet" onClick={() => setIsEnding(true)}>
                {t("session.end")}
              </Button>
            )}
          </>
        )}
      </Actions>
    </div>
  );
}

type NowProps = { segment: Segment; block: Block | undefined; left: number; isPaused: boolean };

function Now({ segment, block, left, isPaused }: NowProps) {
  const t = useTranslations("mum");
  const protocols = useTranslations("protocols");
  const name = useExerciseName();
  const { happening } = segment;
  const isTimed = segment.endsBy === "clock";
  if (happening.what === "rest") {
    return (
      <div className="mt-16 text-center">
        <h1 className="text-4xl">{t("session.restNow")}</h1>
        <BigClock left={left} />
      </div>
    );
  }
  if (happening.what !== "exercise" && happening.what !== "get_ready") {
    return (
      <div className="mt-16 text-center">
        <h1 className="text-4xl">{protocols(`move.${happening.what}`)}</h1>
        <BigClock left={left} />
      </div>
    );
  }
  return (
    <div>
      {/* As large as the phone is wide: twice the text must not push the drawing off the screen. */}
      <h1 className="text-[min(2.25rem,9vw)]">{name(happening.exercise)}</h1>
      {happening.what === "exercise" && (
        <p className="mt-2 font-semibold text-lg">
          {t("session.set", { number: happening.number, of: happening.of })}
          {happening.side !== "both" && `, ${protocols(`side.${happening.side}`)}`}
        </p>
      )}
      {block?.type === "exercise" && <Prescription block={block} />}
      {happening.what === "exercise" && isTimed && <BigClock left={left} />}
      <ExerciseDrawing
        exercise={happening.exercise}
        cropped
        className="mx-auto mt-5 h-auto max-h-[44dvh] w-full max-w-[26rem]"
      />
      {isPaused && <p className="mt-3 font-semibold">{t("session.paused")}</p>}
      <HowTo
        exercise={happening.exercise}
        isOpen={happening.what === "get_ready" || happening.number === 1}
      />
    </div>
  );
}

function Prescription({ block }: { block: Extract<Block, { type: "exercise" }> }) {
  const prescription = usePrescription();
  return <p className="mt-2 text-ink-soft text-lg">{prescription(block)}</p>;
}

function BigClock({ left }: { left: number }) {
  return (
    <p
      role="timer"
      aria-live="off"
      className="mt-6 whitespace-nowrap font-semibold text-[min(28vw,9rem)] tabular-nums leading-none"
    >
      {clockText(left)}
    </p>
  );
}

/** How, what to feel, and when to stop. Stop is never folded away. */
function HowTo({ exercise, isOpen }: { exercise: string; isOpen: boolean }) {
  const t = useTranslations("mum");
  const protocols = useTranslations("protocols");
  const name = useExerciseName();
  const line = (what: "how" | "feel" | "stopIf" | "easier") => {
    const key = `exercise.${exercise}.${what}` as Parameters<typeof protocols.has>[0];
    return protocols.has(key) ? protocols(key as never) : null;
  };
  const [how, feel, stopIf] = [line("how"), line("feel"), line("stopIf")];
  const easierOne = exerciseOf(exercise)?.easier ?? null;
  const easier = easierOne === null ? line("easier") : name(easierOne);
  return (
    <div className="mt-6 space-y-4">
      {stopIf && (
        <p className="border-stop border-s-4 ps-4">
          <strong>{t("session.stopIf")}: </strong>
          {stopIf}
        </p>
      )}
      {how && (
        <details open={isOpen}>
          <summary className="min-h-12 cursor-pointer py-2.5 font-semibold text-primary">
            {t("session.howTo")}
          </summary>
          <p>{how}</p>
          {feel && (
            <p className="mt-3">
              <strong>{t("session.feel")}: </strong>
              {feel}
            </p>
          )}
          {easier && (
            <p className="mt-3">
              <strong>{protocols("exerciseWords.easier")}: </strong>
              {easier}
            </p>
          )}
        </details>
      )}
    </div>
  );
}
