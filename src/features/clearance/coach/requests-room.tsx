"use client";

import { useTranslations } from "use-intl";
import { PageHeader } from "@/ui/page-header.tsx";
import { RequestsList } from "./requests-list.tsx";

/** All requests of the practice on one page. */
export function RequestsRoom() {
  const t = useTranslations("physio.requests");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RequestsList />
    </>
  );
}
