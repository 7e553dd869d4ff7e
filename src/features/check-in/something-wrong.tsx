"use client";

import { ArrowLeft, HeartPulse, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { emergencyNumberOf } from "@/domain/symptoms/help-lines.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import type { Day } from "@/domain/shared/day.ts";
import { phoneDay } from "@/domain/shared/phone-day.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useWaiting } from "@/trpc/waiting.tsx";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { holdHere, releaseHere } from "./local-hold.ts";
import { type Outcome, outcomeOf } from "./outcome-of.ts";
import { NotedScreen, RedFlagScreen, StopScreen, type Where } from "./outcomes.tsx";
import { type Page, WrongChoices } from "./wrong-choices.tsx";

export type SomethingWrongProps = {
  readonly owner: string;
  readonly country: string;
  readonly zone: string;
  /** The day the page was made on; what she tells is of the phone's day. */
  readonly day: Day;
  readonly pain: PainBands;
  /** The session she is in or just ended, or null. */
  readonly session: { readonly sessionId: string; readonly isRun: boolean; readonly isOver: boolean } | null;
  /** She opened it: a session pauses. */
  readonly onOpen?: () => void;
  /** What she told means that the session is over, or she says so herself. */
  readonly onEnd?: () => void;
  /** Told, whatever it was: a session cannot count as clean any more. */
  readonly onTold?: (findings: readonly Finding[]) => void;
  readonly look?: "bar" | "plain";
};

type State = { page: Page; outcome: Outcome | null; delivery: "idle" | "kept" | "failed" };
const CLOSED: State = { page: "pick", outcome: null, delivery: "idle" };

/**
 * Always on screen. Her words, one tap for what cannot wait, and the answer at once: the screen is the phone's own, the
 * sending happens behind it.
 */
export function SomethingWrong(props: SomethingWrongProps) {
  const { country, zone, day, pain, session, owner, onOpen, onEnd, onTold, look = "bar" } = props;
  const t = useTranslations("mum");
  const { send } = useWaiting();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<State>(CLOSED);
  const where = whereOf(session);

  const open = () => {
    setState(CLOSED);
    onOpen?.();
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  const end = () => {
    close();
    onEnd?.();
  };

  const tell = async (findings: readonly Finding[], note?: string) => {
    const outcome = outcomeOf(findings, pain);
    setState((before) => ({ ...before, outcome, delivery: "idle" }));
    dialog.current?.scrollTo(0, 0);
    const today = phoneDay(zone, day, Date.now());
    holdHere(owner, today, outcome);
    onTold?.(findings);
    try {
      const sent = await send("symptoms.check", {
        key: crypto.randomUUID(),
        moment: !session ? "any_time" : session.isOver ? "after" : "during",
        day: today,
        logId: null,
        sessionId: session?.sessionId ?? null,
        findings: [...findings],
        note: note ?? null,
      });
      if (!sent.kept) releaseHere();
      setState((before) => ({ ...before, delivery: sent.kept ? "kept" : "idle" }));
    } catch {
      setState((before) => ({ ...before, delivery: "failed" }));
    }
  };

  return (
    <>
      <Button
        variant={look === "bar" ? "secondary" : "quiet"}
        wide
        icon={<HeartPulse aria-hidden />}
        onClick={open}
      >
        {t("wrong.open")}
      </Button>
      <Sheet
        dialog={dialog}
        title={
          state.outcome
            ? undefined
            : t(
                state.page === "flags"
                  ? "wrong.whichFlag"
                  : state.page === "bleeding"
                    ? "wrong.whichBleeding"
                    : "wrong.title",
              )
        }
        onBack={!state.outcome && state.page !== "pick" ? () => setState(CLOSED) : undefined}
        onClose={state.outcome ? undefined : close}
      >
        {!state.outcome && state.page === "pick" && (
          <p className="mb-5">
            {t("wrong.lead", { number: emergencyNumberOf(country) ?? t("redFlag.localNumber") })}
          </p>
        )}
        {state.outcome ? (
          <Answer outcome={state.outcome} where={where} country={country} close={close} end={end} />
        ) : (
          <WrongChoices page={state.page} tell={tell} go={(page) => setState({ ...CLOSED, page })} />
        )}
        {state.delivery !== "idle" && (
          <Notice tone="wait" live className="mt-6">
            {t(state.delivery === "kept" ? "wrong.kept" : "wrong.failed")}
          </Notice>
        )}
      </Sheet>
    </>
  );
}

function whereOf(session: SomethingWrongProps["session"]): Where {
  if (!session) return "rest";
  if (session.isOver) return "after";
  return session.isRun ? "run" : "session";
}

type AnswerProps = { outcome: Outcome; where: Where; country: string; close: () => void; end: () => void };

function Answer({ outcome, where, country, close, end }: AnswerProps) {
  switch (outcome.kind) {
    case "red_flag":
      return <RedFlagScreen tier={outcome.tier} country={country} onClose={end} />;
    case "stop":
      return <StopScreen where={where} country={country} onEnd={end} />;
    case "noted": {
      const isInSession = where === "run" || where === "session";
      return (
        <NotedScreen
          what={outcome.what}
          isInSession={isInSession}
          onCarryOn={close}
          onEnd={isInSession ? end : close}
        />
      );
    }
  }
}

type SheetProps = {
  dialog: React.RefObject<HTMLDialogElement | null>;
  title: string | undefined;
  onBack: (() => void) | undefined;
  onClose: (() => void) | undefined;
  children: ReactNode;
};

/** Covers the whole phone; in the middle of a desktop. Escape does not take an answer away before it is read. */
function Sheet({ dialog, title, onBack, onClose, children }: SheetProps) {
  const t = useTranslations("mum");
  return (
    <dialog
      ref={dialog}
      aria-label={title ?? t("wrong.open")}
      onCancel={(event) => {
        if (!onClose) event.preventDefault();
      }}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-surface p-0 text-ink backdrop:bg-ink/50 sm:m-auto sm:h-fit sm:max-h-[92dvh] sm:max-w-[36rem] sm:rounded-card"
    >
      <div className="mx-auto flex min-h-full max-w-[36rem] flex-col px-4 pt-4 pb-10 sm:px-8">
        <div className="mb-4 flex min-h-12 items-center justify-between gap-3 left-hand:flex-row-reverse">
          {onBack ? (
            <IconButton label={t("wrong.close")} icon={<ArrowLeft aria-hidden />} onClick={onBack} />
          ) : (
            <span />
          )}
          {onClose && <IconButton label={t("wrong.close")} icon={<X aria-hidden />} onClick={onClose} />}
        </div>
        {title && <h2 className="mb-3 text-3xl">{title}</h2>}
        {children}
      </div>
    </dialog>
  );
}
