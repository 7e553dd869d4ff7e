"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { dayAt, phoneDay } from "@/domain/shared/phone-day.ts";
import { useOnArrival } from "@/lib/use-on-phone.ts";
import { CannotWait, useWaiting } from "@/trpc/waiting.tsx";
import { Notice } from "@/ui/notice.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { After, type AfterAnswer } from "./after.tsx";
import { Before, type BeforeAnswer } from "./before.tsx";
import { type Run, startRun } from "./clock.ts";
import { Doing } from "./doing.tsx";
import { filledAsPlanned, filledFrom, shortVersions } from "./filled.ts";
import { Frame, Page } from "./frame.tsx";
import { dropKept, readKept, writeKept } from "./kept-session.ts";
import { mayRunUnasked } from "./permit.ts";
import { type Ids, type Phase, sessionOf } from "./phase.ts";
import { type Chosen, Ready } from "./ready.tsx";
import { Resume, Saved } from "./resume.tsx";
import { isRunKind, type Lent, type SessionToDo } from "./shapes.ts";
import { allowSound } from "./sound.ts";

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
  const heldBefore = useOnArrival(lent.heldHere, null);
  const [heldSince, setHeldSince] = useState<ReturnType<Lent["heldHere"]>>(null);
  const rests = (held: ReturnType<Lent["heldHere"]>) =>
    held === "everything" || isRun || todo.impact ? held : null;
  const heldHere = rests(heldSince ?? heldBefore);
  // A page that was kept may be of a day gone by: what she does now is of today.
  const today = () => phoneDay(todo.self.zone, todo.day, Date.now());
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
    // Told on the way here: then it does not begin, network or not.
    if (rests(lent.heldHere())) return go({ at: "ready" });
    setState("sending");
    const now = Date.now();
    const day = today();
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
      const told = await send("symptoms.check", { key: crypto.randomUUID(), ...check });
      if (told.kept) lent.hold(findings);
      if (lent.needsAnswer(findings)) return go({ at: "answer", findings, ids: null });
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
        doneOn: ids.startedAt === undefined ? today() : dayAt(todo.self.zone, ids.startedAt),
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
      if (sent.kept && findings) lent.hold(findings);
      if (findings && lent.needsAnswer(findings)) return go({ at: "answer", findings, ids });
      go({ at: "saved", isKept: sent.kept, echo: todo.impact, ids });
    } catch (error) {
      failed(error);
    }
  };

  const mayGoOn = todo.mayStart && heldHere === null;
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
  const told = () => {
    setHeldSince(lent.heldHere());
    if (phase.at === "after") setPhase({ ...phase, isTold: true });
  };
  /** What she told ends what she is in: a session she left is told, the form after one stays, else she is home. */
  const over = () => {
    if (phase.at === "arrived" && left) logLeft();
    else if (phase.at !== "after") home();
  };

  let screen: ReactNode;
  if (phase.at === "arrived" && left && mayGoOn) {
    screen = (
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
  } else
    switch (phase.at) {
      case "arrived":
      case "ready":
        screen = (
          <Page>
            {problem && (
              <Notice tone="stop" live className="mb-5" title={t("session.refusedTitle")}>
                {problem}
              </Notice>
            )}
            <Ready
              todo={todo}
              heldHere={heldHere}
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
        break;
      case "before":
        screen = (
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
        break;
      case "doing":
        screen = (
          <Doing
            kept={phase.kept}
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
        break;
      case "after":
        screen = (
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
        break;
      case "answer":
        screen = (
          <Page>
            <lent.Answer findings={phase.findings} onEnd={home} />
          </Page>
        );
        break;
      case "saved":
        screen = <Saved isKept={phase.isKept} hasEcho={phase.echo} onHome={home} />;
        break;
    }

  return (
    <Frame Wrong={lent.SomethingWrong} session={sessionOf(phase, left, isRun)} onTold={told} onEnd={over}>
      {screen}
    </Frame>
  );
}
