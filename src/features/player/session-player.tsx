"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useOnArrival } from "@/lib/use-on-phone.ts";
import { CannotWait, useWaiting } from "@/trpc/waiting.tsx";
import { Notice } from "@/ui/notice.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { After, type AfterAnswer } from "./after.tsx";
import { Before, type BeforeAnswer } from "./before.tsx";
import { type Run, startRun } from "./clock.ts";
import { Doing } from "./doing.tsx";
import { type Filled, filledAsPlanned, filledFrom, shortVersions } from "./filled.ts";
import { Page, Resume, Saved } from "./frame.tsx";
import { dropKept, type KeptSession, readKept, writeKept } from "./kept-session.ts";
import { mayRunUnasked } from "./permit.ts";
import { dayAt, phoneDay } from "./phone-day.ts";
import { type Chosen, Ready } from "./ready.tsx";
import { isRunKind, type Lent, type SessionToDo } from "./shapes.ts";
import { allowSound } from "./sound.ts";

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

type Ids = { readonly sessionId: string; readonly logKey: string; readonly startedAt?: number };

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
      shortVersion: chosen.shortVersion,
    };
    writeKept(owner, todo.planId, kept);
    go({ at: "doing", kept });
  };

  const save = async (ids: Ids, run: Run | null, answer: AfterAnswer) => {
    setState("sending");
    const { minutes, effort, completion, findings, note } = answer;
    const measured = run ? { spentSeconds: run.spent.map((seconds) => Math.round(seconds)) } : {};
    try {
      const sent = await send("plans.log", {
        key: ids.logKey,
        sessionId: ids.sessionId,
        planId: todo.planId,
        kind: todo.kind,
        level: todo.level,
        // A session of the evening that is told in the morning was done in the evening.
        doneOn: ids.startedAt === undefined ? day : dayAt(todo.self.zone, ids.startedAt),
        minutesTotal: minutes.total,
        minutesRun: minutes.run,
        minutesWalk: minutes.walk,
        effort,
        completion,
        performance: { turn: todo.turn, ...measured, ...answer.performance },
        supersedesId: null,
        note,
        findings: findings && [...findings],
      });
      dropKept(owner, todo.planId);
      if (findings && lent.needsAnswer(findings)) return go({ at: "answer", findings });
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
          go({ at: "doing", kept: left });
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
                filled: filledAsPlanned(chosen.blocks, chosen.shortVersion),
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
            versions={shortVersions(todo.session)}
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
