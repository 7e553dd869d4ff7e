"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { blocksSeconds, runSeconds, walkSeconds } from "@/domain/protocols/measure.ts";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useOnArrival } from "@/lib/use-on-phone.ts";
import { CannotWait, useWaiting } from "@/trpc/waiting.tsx";
import { Notice } from "@/ui/notice.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { After, type AfterAnswer, type Completion } from "./after.tsx";
import { Before, type BeforeAnswer } from "./before.tsx";
import { catchUp, type Minutes, minutesDone, pause, type Run, startRun } from "./clock.ts";
import { ExerciseScreen } from "./exercise-screen.tsx";
import { Page, Resume, Saved } from "./frame.tsx";
import { IntervalScreen } from "./interval-screen.tsx";
import { dropKept, type KeptSession, readKept, writeKept } from "./kept-session.ts";
import { mayRunUnasked } from "./permit.ts";
import { phoneDay } from "./phone-day.ts";
import { type Chosen, Ready } from "./ready.tsx";
import { isMoving, isRunKind, type Lent, type SessionToDo } from "./shapes.ts";
import { allowSound } from "./sound.ts";

type Filled = { readonly minutes: Minutes; readonly completion: Completion };
type Phase =
  /** Nothing pressed yet: a session she left is offered first. */
  | { readonly at: "arrived" }
  | { readonly at: "ready" }
  | { readonly at: "before"; readonly chosen: Chosen }
  | { readonly at: "doing"; readonly kept: KeptSession }
  | {
      readonly at: "after";
      readonly filled: Filled;
      readonly ids: Ids;
      readonly run: Run | null;
      readonly isTold: boolean;
    }
  | { readonly at: "answer"; readonly findings: readonly Finding[] }
  | { readonly at: "saved"; readonly isKept: boolean; readonly echo: boolean };

type Ids = { readonly sessionId: string; readonly logKey: string };

const tenth = (seconds: number) => Math.round(seconds / 6) / 10;

/** Minutes as the plan has them. */
function plannedMinutes({ blocks }: Pick<Chosen, "blocks">): Minutes {
  return {
    total: tenth(blocksSeconds(blocks)),
    run: tenth(runSeconds(blocks)),
    walk: tenth(walkSeconds(blocks)),
  };
}

/** What she did, to be confirmed: measured where the clock ran, as planned where she counted repetitions. */
function filledFrom(kept: KeptSession, now: number): Filled {
  const { segments } = timelineOf({ blocks: kept.blocks });
  const isWhole = kept.run.index >= segments.length;
  const planned = plannedMinutes(kept);
  const measured = minutesDone(kept.run, segments, now);
  const minutes =
    isWhole && !isMoving(kept.blocks) ? planned : { ...measured, total: Math.max(0.1, measured.total) };
  // Skipping most of it is not "as planned", even when she reached the end.
  const isMost = minutes.total >= planned.total * 0.9;
  if (kept.isTold) return { minutes, completion: "stopped" };
  return { minutes, completion: isWhole && isMost && !kept.isShorter ? "as_planned" : "shorter" };
}

export type SessionPlayerProps = { readonly todo: SessionToDo } & Lent;

/** One session from looking at it to having told how it was. */
export function SessionPlayer({ todo, ...lent }: SessionPlayerProps) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const router = useRouter();
  const { send } = useWaiting();
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const owner = todo.self.id;
  const isRun = isRunKind(todo.kind);

  // Only the phone knows what it kept; the server's page cannot.
  const isHeldHere = useOnArrival(() => (isRun || todo.impact) && lent.isHeldHere(), false);
  // A page that was kept may be of a day gone by: what she does now is of today.
  const day = useOnArrival(() => phoneDay(todo.self.zone, todo.day, Date.now()), todo.day);
  const left = useOnArrival(() => readKept(owner, todo.planId, Date.now()), null);
  const [phase, setPhase] = useState<Phase>({ at: "arrived" });

  const go = (next: Phase) => {
    setPhase(next);
    setState("idle");
    setProblem(null);
    window.scrollTo(0, 0);
  };
  const home = () => {
    router.push("/me");
    router.refresh();
  };
  const failed = (error: unknown) => {
    const refusal = refusalOf(error);
    setProblem(error instanceof CannotWait ? t("session.noPermit") : refusal && say.refusal(refusal));
    setState("failed");
    // What stands in the way is told by the page itself, fresh.
    if (refusal) router.refresh();
  };

  const begin = async (chosen: Chosen, { findings, how }: BeforeAnswer) => {
    allowSound();
    setState("sending");
    const now = Date.now();
    const ids = {
      sessionId: todo.sessionId ?? crypto.randomUUID(),
      startKey: crypto.randomUUID(),
      logKey: crypto.randomUUID(),
    };
    const { sessionId } = ids;
    try {
      const note = how === "good" ? null : t(`session.before.${how}`);
      const check = {
        moment: "before" as const,
        day,
        logId: null,
        sessionId,
        findings: [...findings],
        note,
      };
      await send("symptoms.check", { key: crypto.randomUUID(), ...check });
      if (lent.needsAnswer(findings)) return go({ at: "answer", findings });
      const start = { key: ids.startKey, sessionId, planId: todo.planId, note: chosen.note };
      const asked = { owner, planId: todo.planId, level: todo.level, day };
      // Nobody can be asked: a run begins only under the permit that came with the plan. Asking afterwards would be
      // idle, and its day another one: the log tells what was done, and a log is never refused for it.
      await send("plans.start", start, async (waiting) => {
        if (!isRun) return "keep";
        return (await mayRunUnasked(todo.permit, asked, waiting)) ? "go_on" : "stop";
      });
    } catch (error) {
      return failed(error);
    }
    const kept = {
      ...ids,
      startedAt: now,
      blocks: chosen.blocks,
      run: startRun(Date.now()),
      isTold: false,
      isShorter: chosen.isShorter,
    };
    writeKept(owner, todo.planId, kept);
    go({ at: "doing", kept });
  };

  const save = async (ids: Ids, run: Run | null, answer: AfterAnswer) => {
    setState("sending");
    const { minutes, effort, completion, findings, note } = answer;
    try {
      const sent = await send("plans.log", {
        key: ids.logKey,
        sessionId: ids.sessionId,
        planId: todo.planId,
        kind: todo.kind,
        level: todo.level,
        doneOn: day,
        minutesTotal: minutes.total,
        minutesRun: minutes.run,
        minutesWalk: minutes.walk,
        effort,
        completion,
        performance: run ? { spentSeconds: run.spent.map((seconds) => Math.round(seconds)) } : null,
        supersedesId: null,
        note,
        findings: [...findings],
      });
      dropKept(owner, todo.planId);
      if (lent.needsAnswer(findings)) return go({ at: "answer", findings });
      go({ at: "saved", isKept: sent.kept, echo: todo.impact });
    } catch (error) {
      failed(error);
    }
  };

  const mayGoOn = todo.mayStart && !isHeldHere;
  // A run that was stopped is told, never carried on.
  const logLeft = () => {
    if (left)
      go({
        at: "after",
        filled: filledFrom(left, Date.now()),
        ids: left,
        run: left.run,
        isTold: left.isTold,
      });
  };
  if (phase.at === "arrived" && left && mayGoOn) {
    return (
      <Resume
        kept={left}
        onYes={() => {
          allowSound();
          // She was away: the session stands where it was, not where the clock would be.
          const run = left.run.pausedAt === null ? pausedWhereLeft(left) : left.run;
          go({ at: "doing", kept: { ...left, run } });
        }}
        onNo={() => {
          dropKept(owner, todo.planId);
          go({ at: "ready" });
        }}
      />
    );
  }
  switch (phase.at) {
    case "arrived":
    case "ready":
      return (
        <Page>
          {problem && (
            <Notice tone="stop" live className="mb-5" title={t("session.refusedTitle")}>
              {problem}
            </Notice>
          )}
          <Ready
            todo={todo}
            isHeldHere={isHeldHere}
            onLogLeft={left && !mayGoOn ? logLeft : undefined}
            onBegin={(chosen) => go({ at: "before", chosen })}
            onLogOnly={(chosen) =>
              go({
                at: "after",
                filled: {
                  minutes: plannedMinutes(chosen),
                  completion: chosen.isShorter ? "shorter" : "as_planned",
                },
                ids: { sessionId: todo.sessionId ?? crypto.randomUUID(), logKey: crypto.randomUUID() },
                run: null,
                isTold: false,
              })
            }
          />
        </Page>
      );
    case "before":
      return (
        <Page>
          {state === "failed" && (
            <Notice tone="stop" live className="mb-5" title={t("session.refusedTitle")}>
              {problem ?? t("error.body")}
            </Notice>
          )}
          <Before
            Findings={lent.Findings}
            isBusy={state === "sending"}
            onGo={(answer) => void begin(phase.chosen, answer)}
          />
        </Page>
      );
    case "doing":
      return (
        <Doing
          {...lent}
          kept={phase.kept}
          isRun={isRun}
          onKeep={(kept) => writeKept(owner, todo.planId, kept)}
          onEnd={(kept) =>
            go({
              at: "after",
              filled: filledFrom(kept, Date.now()),
              ids: kept,
              run: kept.run,
              isTold: kept.isTold,
            })
          }
        />
      );
    case "after":
      return (
        <Page>
          {phase.isTold && (
            <Notice tone="info" className="mb-6">
              {t("session.toldAlready")}
            </Notice>
          )}
          <After
            Findings={lent.Findings}
            filled={phase.filled}
            isRun={isRun}
            state={state}
            problem={problem}
            onSave={(answer) => void save(phase.ids, phase.run, answer)}
          />
        </Page>
      );
    case "answer":
      return (
        <Page>
          <lent.Answer findings={phase.findings} onEnd={home} />
        </Page>
      );
    case "saved":
      return <Saved isKept={phase.isKept} hasEcho={phase.echo} onHome={home} />;
  }
}

/** Paused at the moment it was last written down, so that a flat battery does not run the session on. */
function pausedWhereLeft(kept: KeptSession): Run {
  const { segments } = timelineOf({ blocks: kept.blocks });
  const now = Date.now();
  const caught = catchUp(kept.run, segments, now);
  return caught.index >= segments.length ? pause(kept.run, kept.run.since) : pause(caught, now);
}

type DoingProps = Lent & {
  readonly kept: KeptSession;
  readonly isRun: boolean;
  readonly onKeep: (kept: KeptSession) => void;
  readonly onEnd: (kept: KeptSession) => void;
};

/** The session under way; everything that changes is kept at once. */
function Doing({ kept: initial, isRun, onKeep, onEnd, SomethingWrong }: DoingProps) {
  const [kept, setKept] = useState(initial);
  // The same timeline for as long as the session lasts: the clock is driven by it.
  const [timeline] = useState(() => timelineOf({ blocks: initial.blocks }));
  const keep = (next: KeptSession) => {
    setKept(next);
    onKeep(next);
  };
  const screen = {
    timeline,
    initial: initial.run,
    onChange: (run: Run) => keep({ ...kept, run }),
    onEnd: (run: Run) => onEnd({ ...kept, run }),
    renderWrong: ({ pause: hold, end }: { pause: () => void; end: () => void }) => (
      <SomethingWrong
        sessionId={initial.sessionId}
        isRun={isRun}
        onOpen={hold}
        onEnd={end}
        onTold={() => keep({ ...kept, isTold: true })}
      />
    ),
  };
  return isMoving(initial.blocks) ? (
    <IntervalScreen {...screen} />
  ) : (
    <ExerciseScreen {...screen} blocks={initial.blocks} />
  );
}
