"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";

/** A page of hers on its way. */
export function Loading() {
  const t = useTranslations("mum");
  return <LoadingState label={t("state.loading")} shape="cards" />;
}

/** It did not come. What she entered is safe, and there is a way on. */
export function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("mum");
  return (
    <ErrorState title={t("error.title")} actions={<Button onClick={onAgain}>{t("error.again")}</Button>}>
      <p>{t("error.body")}</p>
    </ErrorState>
  );
}
