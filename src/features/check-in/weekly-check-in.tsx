"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { isLowMood } from "@/domain/symptoms/mood.ts";
import { useWaiting } from "@/trpc/waiting.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Scale } from "@/ui/scale.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { NumberInput, TextArea } from "@/ui/text-input.tsx";
import { Link } from "@/ui/link.tsx";
import { HelpLines } from "./help-lines.tsx";
import { MoodQuestions } from "./mood-questions.tsx";

/** "6,5" and "6.5" are the same; empty is not said; anything else is no number. */
function hoursFrom(text: string): number | null | "wrong" {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  const hours = /^\d{1,2}(\.\d{1,2})?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return hours >= 0 && hours <= 24 ? hours : "wrong";
}

const numberOr = (text: string) => (text === "" ? null : Number(text));

/** The weekly minute: sleep, bad nights, energy, mood, own words. Nothing has to be said. */
export function WeeklyCheckIn({ day, country }: { day: Day; country: string }) {
  const t = useTranslations("mum");
  const { send } = useWaiting();
  const [key] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState({
    sleep: "",
    bad: "",
    energy: "",
    littleInterest: "",
    feelingDown: "",
    words: "",
  });
  const [isTried, setIsTried] = useState(false);
  const [state, setState] = useState<"idle" | "sending" | "sent" | "kept" | "failed">("idle");
  const set = (field: keyof typeof answers) => (event: { target: { value: string } }) =>
    setAnswers((before) => ({ ...before, [field]: event.target.value }));
  const sleep = hoursFrom(answers.sleep);
  const mood = {
    littleInterest: numberOr(answers.littleInterest),
    feelingDown: numberOr(answers.feelingDown),
  };

  const submit = async () => {
    setIsTried(true);
    if (sleep === "wrong") return document.getElementById("sleep")?.focus();
    setState("sending");
    try {
      const { bad, energy, words } = answers;
      const sent = await send("symptoms.checkIn", {
        key,
        day,
        sleepHours: sleep,
        badNights: numberOr(bad),
        energy: numberOr(energy),
        mood: null,
        ...mood,
        words,
      });
      setState(sent.kept ? "kept" : "sent");
    } catch {
      setState("failed");
    }
  };

  if (state === "sent" || state === "kept") {
    return (
      <EmptyState
        title={t("checkIn.thanks")}
        actions={
          <Link href="/me" variant="alone">
            {t("checkIn.home")}
          </Link>
        }
      >
        <p>{t(state === "kept" ? "checkIn.kept" : "checkIn.thanksBody")}</p>
        {isLowMood(mood) && (
          <div className="mt-4 space-y-4 text-start">
            <p className="font-semibold text-ink">{t("checkIn.low")}</p>
            <HelpLines country={country} tier="mental_health" />
          </div>
        )}
      </EmptyState>
    );
  }
  return (
    <form
      noValidate
      className="space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NumberInput
        id="sleep"
        decimal
        label={t("checkIn.sleep")}
        hint={t("checkIn.sleepHint")}
        unit={t("checkIn.sleepUnit")}
        value={answers.sleep}
        onChange={set("sleep")}
        error={isTried && sleep === "wrong" ? t("checkIn.sleepError") : undefined}
      />
      <Scale
        name="bad"
        label={t("checkIn.bad")}
        from={0}
        to={7}
        low={t("checkIn.badLow")}
        high={t("checkIn.badHigh")}
        value={answers.bad}
        onChange={set("bad")}
      />
      <Scale
        name="energy"
        label={t("checkIn.energy")}
        low={t("checkIn.energyLow")}
        high={t("checkIn.energyHigh")}
        value={answers.energy}
        onChange={set("energy")}
      />
      <MoodQuestions
        country={country}
        value={answers}
        onChange={(field, answer) => setAnswers((before) => ({ ...before, [field]: answer }))}
      />
      <TextArea label={t("checkIn.words")} value={answers.words} onChange={set("words")} maxLength={4000} />
      {state === "failed" && (
        <Notice tone="stop" live title={t("error.title")}>
          {t("error.body")}
        </Notice>
      )}
      <Button type="submit" wide size="large" loading={state === "sending"}>
        {t("checkIn.send")}
      </Button>
    </form>
  );
}
