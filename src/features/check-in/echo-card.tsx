"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ProtocolKind } from "@/domain/journey/steps.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import type { Day } from "@/domain/shared/day.ts";
import { phoneDay } from "@/domain/shared/phone-day.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useWaiting } from "@/trpc/waiting.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { dayInWords } from "@/words/days.ts";
import { FindingsPicker, findingsOf, NO_ANSWER } from "./findings-picker.tsx";
import { holdHere, releaseHere } from "./local-hold.ts";
import { outcomeOf } from "./outcome-of.ts";
import { NotedScreen, RedFlagScreen, StopScreen } from "./outcomes.tsx";

export type EchoCardProps = {
  readonly owner: string;
  readonly country: string;
  readonly zone: string;
  /** The day the page was made on; what she tells is of the phone's day. */
  readonly day: Day;
  readonly pain: PainBands;
  readonly echo: { readonly logId: string; readonly doneOn: Day; readonly kind: ProtocolKind };
  /** `after`: how the session itself felt, for one that nobody asked about when it ended (a watch recorded it). */
  readonly moment?: "next_day" | "after";
  /** After an answer that was sent. */
  readonly onAnswered: () => void;
};

/** The day after an impact session: one tap when all is fine. No answer holds the next one, so the card stays. */
export function EchoCard(props: EchoCardProps) {
  const { owner, country, zone, day, pain, echo, moment = "next_day", onAnswered } = props;
  const t = useTranslations("mum");
  const { send } = useWaiting();
  const [key] = useState(() => crypto.randomUUID());
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState({ ...NO_ANSWER, noticed: "yes" as const });
  const [isTried, setIsTried] = useState(false);
  const [told, setTold] = useState<readonly Finding[] | null>(null);
  const [state, setState] = useState<"idle" | "sending" | "kept" | "failed">("idle");

  const answer = async (findings: readonly Finding[]) => {
    setState("sending");
    const today = phoneDay(zone, day, Date.now());
    holdHere(owner, today, outcomeOf(findings, pain));
    // What she felt after it belongs to the day of the session, however late she tells it.
    const on = moment === "after" ? echo.doneOn : today;
    const check = { moment, day: on, logId: echo.logId, sessionId: null, note: null };
    try {
      const sent = await send("symptoms.check", { key, ...check, findings: [...findings] });
      if (!sent.kept) releaseHere();
      setState(sent.kept ? "kept" : "idle");
      setTold(findings);
      if (!sent.kept && findings.length === 0) onAnswered();
    } catch {
      setState("failed");
    }
  };

  if (told && told.length > 0) {
    const outcome = outcomeOf(told, pain);
    return (
      <Card variant="feature">
        {outcome.kind === "red_flag" && (
          <RedFlagScreen tier={outcome.tier} country={country} onClose={onAnswered} />
        )}
        {outcome.kind === "stop" && <StopScreen where="rest" country={country} onEnd={onAnswered} />}
        {outcome.kind === "noted" && (
          <NotedScreen what={outcome.what} isInSession={false} onCarryOn={onAnswered} onEnd={onAnswered} />
        )}
      </Card>
    );
  }
  if (told) return <Notice tone="good" live title={t(state === "kept" ? "echo.kept" : "echo.thanks")} />;
  return (
    <Card variant="feature" title={t(moment === "after" ? "recordings.ask" : "echo.title")}>
      <p>
        {moment === "after"
          ? t("recordings.askBody", { kind: echo.kind, day: dayInWords(echo.doneOn, "weekday") })
          : t("echo.body", { kind: echo.kind, day: dayInWords(echo.doneOn, "weekday") })}
      </p>
      {!isOpen ? (
        <div className="mt-5 grid gap-3 sm:grid-cols-2">
          <Button size="large" loading={state === "sending"} onClick={() => answer([])}>
            {t("echo.fine")}
          </Button>
          <Button size="large" variant="secondary" onClick={() => setIsOpen(true)}>
            {t("echo.notFine")}
          </Button>
        </div>
      ) : (
        <div className="mt-5 space-y-5">
          <FindingsPicker
            value={draft}
            showErrors={isTried}
            onChange={(value) =>
              value.noticed === "no" ? setIsOpen(false) : setDraft({ ...value, noticed: "yes" })
            }
          />
          <Button
            wide
            size="large"
            loading={state === "sending"}
            onClick={() => {
              const findings = findingsOf(draft);
              if (findings) void answer(findings);
              else setIsTried(true);
            }}
          >
            {t("echo.send")}
          </Button>
        </div>
      )}
      {state === "failed" && (
        <Notice tone="stop" live className="mt-4" title={t("error.title")}>
          {t("error.body")}
        </Notice>
      )}
    </Card>
  );
}
