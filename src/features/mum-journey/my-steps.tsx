"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Criterion, StepState } from "@/domain/journey/journey.ts";
import { STEPS } from "@/domain/journey/steps.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Path } from "@/ui/path/path.tsx";
import { useSay } from "@/words/use-say.ts";
import { Failed, Loading } from "./states.tsx";
import { useStations } from "./stations.ts";

const PICTURE = { met: CircleCheck, not_met: CircleDashed, unknown: CircleHelp } as const;

/** One criterion: a picture, its sentence, and in words for those who cannot see the picture whether it is met. */
function CriterionLine({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const Picture = PICTURE[criterion.met];
  return (
    <li className="flex gap-3">
      <Picture
        aria-hidden
        className={`mt-0.5 size-5 shrink-0 ${criterion.met === "met" ? "text-good" : "text-ink-soft"}`}
      />
      <span>
        <span className="sr-only">{t(`steps.${criterion.met}`)}: </span>
        {say.reason(criterion.reason, criterion.met)}
      </span>
    </li>
  );
}

function Criteria({ title, rows }: { title: string; rows: readonly Criterion[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="font-sans font-semibold text-base">{title}</h3>
      <ul className="mt-1.5 space-y-2">
        {rows.map((row) => (
          <CriterionLine key={JSON.stringify(row.reason)} criterion={row} />
        ))}
      </ul>
    </div>
  );
}

/** The seven steps: the picture, then each with its reason and what it asks. */
export function MySteps() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.journey.mine.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { steps } = query.data.journey;
  return (
    <>
      <PageHeader title={t("steps.title")} lead={t("steps.lead")} />
      <StepsPath steps={steps} />
      <div className="mt-8 space-y-3">
        {steps.map((step) => (
          <StepDetails key={step.id} step={step} />
        ))}
      </div>
    </>
  );
}

function StepsPath({ steps }: { steps: readonly StepState[] }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const told = steps.map((step) => ({
    id: step.id,
    status: step.status,
    // The picture says open, under way and done already; only what stands in the way needs a sentence.
    note: step.reason.code.startsWith("step_") ? undefined : say.reason(step.reason),
    href: `#${step.id}`,
  }));
  const { stations, words } = useStations(told);
  return <Path size="full" stations={stations} words={words} label={t("steps.title")} />;
}

function StepDetails({ step }: { step: StepState }) {
  const t = useTranslations("mum");
  const journey = useTranslations("journey");
  const number = STEPS.find((row) => row.id === step.id)?.number ?? 0;
  const isOpen = step.status === "active" || step.status === "open" || step.status === "held";
  return (
    <details id={step.id} open={isOpen} className="scroll-mt-4 rounded-card border border-line bg-raised">
      <summary className="flex min-h-16 cursor-pointer flex-wrap items-center justify-between gap-x-4 px-5 py-3">
        <h2 className="text-xl">
          <span className="text-ink-soft tabular-nums">{number}</span> {journey(`steps.${step.id}.title`)}
        </h2>
        <span className="font-semibold text-ink-soft text-sm">
          {journey(`status.${step.status}`)}
          {step.cycle > 1 && `, ${t("steps.again", { cycle: step.cycle })}`}
        </span>
      </summary>
      <div className="space-y-4 px-5 pb-5">
        <p>{journey(`steps.${step.id}.what`)}</p>
        <Criteria title={t("steps.entry")} rows={step.entry} />
        <Criteria title={t("steps.exit")} rows={step.exit} />
        {step.id === "running" && (
          <Link href="/me/running" variant="alone">
            {t("today.toRunning")}
          </Link>
        )}
      </div>
    </details>
  );
}
