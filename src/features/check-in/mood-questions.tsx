"use client";

import { useTranslations } from "use-intl";
import { helpLinesFor } from "@/domain/symptoms/help-lines.ts";
import { RadioCards } from "@/ui/choice-cards.tsx";

/** The PHQ-2's two questions; each answer is its number, "" while not said. */
export type MoodDraft = { readonly littleInterest: string; readonly feelingDown: string };
const QUESTIONS = ["littleInterest", "feelingDown"] as const;
const ANSWERS = ["0", "1", "2", "3"] as const;

/** How she has been, in two questions, with the numbers to call on the same screen whatever she answers. */
export function MoodQuestions({
  value,
  onChange,
  country,
}: {
  value: MoodDraft;
  onChange: (field: keyof MoodDraft, answer: string) => void;
  country: string;
}) {
  const t = useTranslations("mum");
  return (
    <section aria-labelledby="mood" className="space-y-5">
      <header>
        <h2 id="mood" className="text-xl">
          {t("checkIn.mood.lead")}
        </h2>
        <p className="text-ink-soft">{t("checkIn.mood.why")}</p>
      </header>
      {QUESTIONS.map((field) => (
        <RadioCards
          key={field}
          name={field}
          label={t(`checkIn.mood.${field}`)}
          value={value[field]}
          onChange={(event) => onChange(field, event.target.value)}
          choices={ANSWERS.map((answer) => ({ value: answer, label: t(`checkIn.mood.answers.${answer}`) }))}
        />
      ))}
      <div className="rounded-card bg-sunken p-4">
        <p>{t("checkIn.mood.now")}</p>
        <ul className="mt-1">
          {helpLinesFor(country, "mental_health").map((line) => (
            <li key={line.id}>
              {line.dial ? (
                <a
                  className="inline-flex min-h-12 items-center font-semibold underline"
                  href={`tel:${line.dial}`}
                >
                  {line.name === line.shown ? line.shown : `${line.name}: ${line.shown}`}
                  {line.text && `, ${t("redFlag.textToo")}`}
                </a>
              ) : (
                <span className="font-semibold">{t("redFlag.callLocal")}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
