"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { instantInWords } from "@/words/days.ts";
import { Failed, Loading } from "./states.tsx";

const SHORT = 8;
const KNOWN = [
  "clients.byId",
  "journey.timeline",
  "plans.ofClient",
  "documents.ofClient",
  "document.read",
  "clearance.export",
  "clearance.beforeRequest",
  "messages.thread",
  "clearance.forPhysio",
  "paper.request",
  "paper.update",
  "paper.summary",
  "paper.passport",
] as const;

/** What was looked at, in her words. */
function useWhat() {
  const t = useTranslations("mum");
  return (procedure: string): string => {
    const known = KNOWN.find((name) => name === procedure);
    return t(`care.read.${known ? (known.replace(".", "_") as "clients_byId") : "other"}`);
  };
}

/** Who opened her record, and when; newest first. */
export function WhoLooked() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const what = useWhat();
  const [isAll, setIsAll] = useState(false);
  const query = useQuery(trpc.clients.whoLooked.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { looks } = query.data;
  if (looks.length === 0) return <p className="text-ink-soft">{t("care.lookedNone")}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {(isAll ? looks : looks.slice(0, SHORT)).map((look) => (
          <li key={`${look.at.toISOString()} ${look.what}`} className="py-2.5">
            {t("care.lookedLine", { name: look.name ?? t("care.lookedUnknown"), what: what(look.what) })}
            {look.seen !== null && (
              <span className="block text-sm">
                {look.seen.length === 0
                  ? t("care.seenNothing")
                  : t("care.seen", { list: look.seen.map((one) => t(`care.shared.${one}`)).join(", ") })}
              </span>
            )}
            <span className="block text-ink-soft text-sm" suppressHydrationWarning>
              {instantInWords(look.at)}
            </span>
          </li>
        ))}
      </ul>
      {!isAll && looks.length > SHORT && (
        <Button variant="quiet" onClick={() => setIsAll(true)}>
          {t("care.lookedShow")}
        </Button>
      )}
    </>
  );
}
