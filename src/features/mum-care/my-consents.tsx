"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CONSENT_PURPOSES, type ConsentPurpose } from "@/domain/journey/facts.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { dayOfInstant } from "@/words/days.ts";
import { Failed, Loading } from "./states.tsx";

/** What she agreed to, each with a switch; a change counts from the next look on. */
export function MyConsents() {
  const t = useTranslations("mum");
  return (
    <div>
      <p className="text-ink-soft">{t("care.consentsLead")}</p>
      <ConsentRows purposes={CONSENT_PURPOSES} />
    </div>
  );
}

/** Some of them, where they matter. */
export function ConsentRows({ purposes }: { purposes: readonly ConsentPurpose[] }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.clients.consents.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { answers } = query.data;
  return (
    <ul className="mt-2 divide-y divide-line">
      {purposes.map((purpose) => {
        const answer = answers.find((row) => row.purpose === purpose);
        return (
          <li key={purpose} className="py-2">
            <ConsentRow purpose={purpose} given={answer?.given ?? false} at={answer?.at ?? null} />
          </li>
        );
      })}
    </ul>
  );
}

function ConsentRow({ purpose, given, at }: { purpose: ConsentPurpose; given: boolean; at: string | null }) {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  // One key an intention: pressing again after a failure is the same wish, another wish is another key.
  const [wish, setWish] = useState<{ key: string; given: boolean } | null>(null);
  const give = useMutation(
    trpc.clients.giveConsents.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.clients.consents.queryKey() }),
      onSettled: () => setWish(null),
    }),
  );
  const isNeeded = purpose === "coach_care" && given;
  const shown = wish?.given ?? given;
  return (
    <>
      <Checkbox
        label={<span className="font-semibold">{t(`consent.${purpose}.title`)}</span>}
        hint={
          <>
            {t(`consent.${purpose}.body`)}{" "}
            <span className="font-semibold" suppressHydrationWarning>
              {given && at ? t("care.given", { day: dayOfInstant(new Date(at)) }) : t("care.notGiven")}
            </span>
          </>
        }
        checked={shown}
        disabled={isNeeded || give.isPending}
        onChange={(event) => {
          const next = { key: crypto.randomUUID(), given: event.target.checked };
          setWish(next);
          give.mutate({ key: next.key, consents: [{ purpose, given: next.given }] });
        }}
        error={give.isError ? t("error.body") : undefined}
      />
      {isNeeded && <p className="ps-9 text-ink-soft text-sm">{t("care.coachCareKeep")}</p>}
    </>
  );
}
