"use client";

import NextLink from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { LifeEventKind } from "@/domain/journey/facts.ts";
import { type Day, isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";

/** What she tells here. Nights are the weekly minute's; prompts about the baby are switched off in her settings. */
const ALWAYS = ["illness", "travel", "sleep_regression", "surgery", "gp_check"] as const;
type Told = Extract<LifeEventKind, (typeof ALWAYS)[number] | "new_pregnancy" | "pregnancy_ended">;

/** Only what ends by itself is asked for its end. */
const HAS_END: ReadonlySet<Told> = new Set(["travel"]);

/** Something came up in her life: told in three taps, with what it means for the plan before she sends it. */
export function LifeHappens({ day, isPregnant }: { day: Day; isPregnant: boolean }) {
  const t = useTranslations("mum.life");
  const [kind, setKind] = useState<Told | null>(null);
  const [startsOn, setStartsOn] = useState<string>(day);
  const [endsOn, setEndsOn] = useState("");
  const [note, setNote] = useState("");
  const [isTried, setIsTried] = useState(false);
  const tell = useChange(useTRPC().clients.recordLifeEvent.mutationOptions());
  const kinds: readonly Told[] = [...ALWAYS, isPregnant ? "pregnancy_ended" : "new_pregnancy"];
  const hasEnd = kind !== null && HAS_END.has(kind);
  const isEndWrong = hasEnd && endsOn !== "" && !isDay(endsOn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (kind === null || !isDay(startsOn) || isEndWrong) return;
    const end = hasEnd && isDay(endsOn) ? endsOn : null;
    tell.send({ kind, startsOn, endsOn: end, note: note.trim() || null });
  };
  if (tell.answer && kind) return <Thanks kind={kind} />;
  return (
    <form noValidate onSubmit={submit} className="space-y-7">
      {isPregnant && (
        <Notice
          tone="info"
          actions={
            <Button asChild variant="secondary">
              <NextLink href="/me/welcome">{t("born")}</NextLink>
            </Button>
          }
        >
          {t("bornThen")}
        </Notice>
      )}
      <RadioCards
        name="kind"
        label={t("what")}
        value={kind ?? ""}
        error={isTried && kind === null ? t("choose") : undefined}
        choices={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        onChange={(event) => setKind(event.target.value as Told)}
      />
      {kind && (
        <>
          <Notice tone="info" live>
            {t(`means.${kind}`)}
          </Notice>
          <Dates
            {...{ startsOn, endsOn, hasEnd }}
            startError={isTried && !isDay(startsOn)}
            endError={isTried && isEndWrong}
            onStart={setStartsOn}
            onEnd={setEndsOn}
          />
          <TextArea
            label={t("note")}
            mark={t("optional")}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      <Refused error={tell.error} reader="mum" />
      <Button type="submit" wide size="large" loading={tell.isBusy}>
        {t("send")}
      </Button>
    </form>
  );
}

function Dates(props: {
  startsOn: string;
  endsOn: string;
  hasEnd: boolean;
  startError: boolean;
  endError: boolean;
  onStart: (value: string) => void;
  onEnd: (value: string) => void;
}) {
  const t = useTranslations("mum.life");
  const words = { day: t("day"), month: t("month"), year: t("year") };
  return (
    <>
      <DateInput
        label={t("from")}
        words={words}
        value={props.startsOn}
        error={props.startError ? t("wholeDate") : undefined}
        onChange={props.onStart}
      />
      {props.hasEnd && (
        <DateInput
          label={t("until")}
          mark={t("optional")}
          words={words}
          value={props.endsOn}
          error={props.endError ? t("wholeDate") : undefined}
          onChange={props.onEnd}
        />
      )}
    </>
  );
}

function Thanks({ kind }: { kind: Told }) {
  const t = useTranslations("mum.life");
  return (
    <Notice
      tone="good"
      live
      title={t("thanks")}
      actions={
        <Button asChild variant="secondary">
          <NextLink href="/me">{t("home")}</NextLink>
        </Button>
      }
    >
      <p>{t(`means.${kind}`)}</p>
    </Notice>
  );
}
