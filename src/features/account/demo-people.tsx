"use client";

import { Footprints, type LucideIcon, Mail, Stethoscope, UsersRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { useAwake } from "./action-button.tsx";
import { goTo } from "./post-step.ts";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

const PEOPLE = [
  { as: "coach", icon: UsersRound },
  { as: "mum", icon: Footprints },
  { as: "physio", icon: Stethoscope },
] as const satisfies readonly { as: string; icon: LucideIcon }[];

/** One click each: only a demo's server answers these buttons, and only a demo shows them. */
export function DemoPeople({ hasMailbox }: { hasMailbox: boolean }) {
  const t = useTranslations("account.demoBox");
  const isAwake = useAwake();
  const step = useStep<{ next: string }>("demo", ({ next }) => goTo(next));
  return (
    <Card variant="feature" title={t("title")}>
      <p className="mb-4">{t("lead")}</p>
      <ul className="space-y-2.5">
        {PEOPLE.map(({ as, icon: Icon }) => (
          <li key={as}>
            <button
              type="button"
              aria-busy={step.busy}
              aria-disabled={!isAwake || undefined}
              onClick={() => void step.send({ as })}
              className="flex min-h-14 w-full cursor-pointer items-center gap-4 rounded-control border border-line-strong bg-raised px-4 py-3 text-start transition-colors hover:border-primary"
            >
              <Icon aria-hidden className="size-6 shrink-0 text-primary" />
              <span>
                <span className="block font-semibold text-primary">{t(as)}</span>
                <span className="block text-ink-soft text-sm">{t(`${as}Name`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-4 empty:hidden">
        <StepProblem problem={step.problem} />
      </div>
      {hasMailbox && (
        <Link href="/demo/mail" variant="alone" className="mt-2">
          <Mail aria-hidden className="size-5" />
          {t("mail")}
        </Link>
      )}
    </Card>
  );
}
