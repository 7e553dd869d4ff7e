"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { type Client, useClient } from "./use-client.ts";

/** Draws with what is known about her, or says that it is on its way or did not come. */
export function WithClient({
  clientId,
  children,
}: {
  clientId: string;
  children: (client: Client) => ReactNode;
}) {
  const t = useTranslations("coach");
  const query = useClient(clientId);
  if (query.data) return children(query.data);
  if (query.isPending) return <LoadingState label={t("loading")} shape="cards" count={3} />;
  return (
    <ErrorState
      title={t("failed.title")}
      actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
    >
      <p>{t("failed.body")}</p>
    </ErrorState>
  );
}
