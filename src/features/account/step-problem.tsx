"use client";

import { useTranslations } from "use-intl";
import { Notice } from "@/ui/notice.tsx";
import type { Problem } from "./post-step.ts";

/** The sentence for a step that was turned away; what is wrong with a field stands at the field. */
export function StepProblem({ problem }: { problem: Problem | null }) {
  const t = useTranslations("account");
  if (!problem || Object.keys(problem.fields).length > 0) return null;
  return (
    <Notice tone="wait" live>
      {t.has(`errors.${problem.code}`) ? t(`errors.${problem.code}`) : t("errors.failed")}
    </Notice>
  );
}
