"use client";

import { useTranslations } from "use-intl";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { ActionButton } from "./action-button.tsx";
import { goTo } from "./post-step.ts";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

/** The link of the mail: a button, because whoever only looks at mail (a scanner) must not use it up. */
export function SignInByLink({ code, onDone }: { code: string; onDone: (path: string) => void }) {
  const t = useTranslations("account.signIn");
  const step = useStep<{ next: string }>("verify", ({ next }) => onDone(next));
  const isElsewhere = step.problem?.code === "wrong";
  return (
    <div className="space-y-6">
      <PageHeader
        title={t("linkTitle")}
        lead={isElsewhere ? undefined : t("linkLead")}
        className="mb-0 sm:mb-0"
      />
      {isElsewhere ? (
        <Notice tone="wait" live>
          <p>{t("linkWrong")}</p>
          <p className="font-mono text-2xl tracking-[0.2em]">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
        </Notice>
      ) : (
        <StepProblem problem={step.problem} />
      )}
      {isElsewhere ? (
        <ActionButton variant="secondary" wide onClick={() => goTo("/sign-in")}>
          {t("title")}
        </ActionButton>
      ) : (
        <ActionButton wide size="large" loading={step.busy} onClick={() => void step.send({ code })}>
          {t("go")}
        </ActionButton>
      )}
    </div>
  );
}
