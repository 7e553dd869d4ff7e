"use client";

import { useTranslations } from "use-intl";
import { PageHeader } from "@/ui/page-header.tsx";
import { goTo } from "./post-step.ts";
import { Prove } from "./prove.tsx";

/** After signing in: the second factor, then on to where she was going. */
export function ProvePage({ next, ...ways }: { passkey: boolean; generator: boolean; next: string }) {
  const t = useTranslations("account.prove");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Prove {...ways} onDone={() => goTo(next)} />
    </>
  );
}
