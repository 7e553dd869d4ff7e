"use client";

import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Criterion, Journey, StepState } from "@/domain/journey/journey.ts";
import { STEPS, type StepStatus } from "@/domain/journey/steps.ts";
import { Badge } from "@/ui/badge.tsx";
import { Path } from "@/ui/path/path.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { useStations } from "@/words/use-stations.ts";
import { sourceOf } from "./sources.ts";
import { StepActions } from "./step-actions.tsx";

const TONES: { readonly [S in StepStatus]: Tone } = {
  locked: "neutral",
  open: "info",
  active: "accent",
  held: "wait",
  done: "good",
};

/** Her seven steps as the house's picture; each leads to what it asks for. */
export function StepsPicture({ journey }: { journey: Journey }) {
  const t = useTranslations("coach.journey");
  const { words, label, stationsOf } = useStations();
  const stations = stationsOf(
    journey.steps.map((step) => step.status),
    (id) => ({ href: `#step-${id}` }),
  );
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t("map")}</h2>
      <Path stations={stations} words={words} label={label} className="mt-4" />
    </section>
  );
}

/** What each step asks for, with the evidence's words and sources, and what a coach can do with it. */
export function StepsDetails({ clientId, journey }: { clientId: string; journey: Journey }) {
  const t = useTranslations("coach.journey");
  return (
    <section aria-labelledby="steps-details">
      <h2 id="steps-details" className="mb-3">
        {t("details")}
      </h2>
      <div className="divide-y divide-line border-line border-y">
        {journey.steps.map((step) => (
          <StepDetails key={step.id} clientId={clientId} step={step} batteries={journey.batteries} />
        ))}
      </div>
    </section>
  );
}

type StepProps = { clientId: string; step: StepState; batteries: Journey["batteries"] };

function StepDetails({ clientId, step, batteries }: StepProps) {
  const t = useTranslations("coach.journey");
  const journey = useTranslations("journey");
  const say = useSay("coach");
  const number = STEPS.find((row) => row.id === step.id)?.number;
  const criteria = step.status === "locked" ? step.entry : step.exit;
  const met = criteria.filter((row) => row.met === "met").length;
  return (
    <details className="group py-1" name="step">
      <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 rounded-control px-2 py-2 hover:bg-sunken">
        <span className="min-w-0 flex-1 font-semibold">
          <span className="me-2 text-ink-soft tabular-nums">{number}</span>
          {journey(`steps.${step.id}.title`)}
          <span className="ms-3 inline-block font-normal text-ink-soft text-sm first-letter:uppercase max-sm:ms-6 max-sm:block">
            {say.reason(step.reason)}
          </span>
        </span>
        {criteria.length > 0 && (
          <span className="text-ink-soft text-sm tabular-nums">
            {t("criteriaMet", { met, total: criteria.length })}
          </span>
        )}
        <Badge tone={TONES[step.status]} size="small">
          {journey(`status.${step.status}`)}
        </Badge>
      </summary>
      <div id={`step-${step.id}`} className="scroll-mt-24 space-y-4 px-2 pt-2 pb-5 sm:ps-8">
        <Criteria title={t("entry")} criteria={step.entry} batteries={batteries} />
        <Criteria title={t("exit")} criteria={step.exit} batteries={batteries} />
        <Visits step={step} />
        <StepActions clientId={clientId} step={step} />
      </div>
    </details>
  );
}

const MARKS = {
  met: <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />,
  not_met: <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-wait" />,
  unknown: <CircleDashed aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />,
};

type CriteriaProps = {
  title: string;
  criteria: readonly Criterion[];
  batteries: Journey["batteries"];
};

function Criteria({ title, criteria, batteries }: CriteriaProps) {
  const t = useTranslations("coach.journey");
  const say = useSay("coach");
  if (criteria.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1.5 font-sans font-semibold text-base">{title}</h3>
      <ul className="space-y-1.5">
        {criteria.map(({ met, reason }) => {
          const source = sourceOf(reason, batteries);
          return (
            <li key={JSON.stringify(reason)} className="flex gap-2.5">
              {MARKS[met]}
              <span className="min-w-0">
                <span className="sr-only">{t(met)}: </span>
                {say.reason(reason, met)}
                {source && <span className="block text-ink-soft text-sm">{t("source", { source })}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Every time she was here. One visit without a word is not worth a line. */
function Visits({ step }: { step: StepState }) {
  const t = useTranslations("coach.journey");
  const visits = step.visits.filter((visit) => visit.id !== null || visit.openedOn !== null);
  if (visits.length === 0) return null;
  return (
    <ul className="space-y-1 text-ink-soft text-sm">
      {visits.map((visit) => (
        <li key={`${visit.cycle} ${visit.id}`}>
          {[
            t("cycle", { cycle: visit.cycle }),
            visit.openedOn && t("openedOn", { day: dayInWords(visit.openedOn) }),
            t(`why.${visit.why}`),
            visit.closedOn && t("closedOn", { day: dayInWords(visit.closedOn) }),
          ]
            .filter(Boolean)
            .join(" · ")}
          {visit.note && <span className="block text-ink [overflow-wrap:anywhere]">“{visit.note}”</span>}
        </li>
      ))}
    </ul>
  );
}
