"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useTRPCClient } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Refused } from "@/words/refused.tsx";
import { useSay } from "@/words/use-say.ts";

type Row = Outputs["plans"]["copyWeek"]["rows"][number];

type Props = {
  readonly rows: readonly Row[];
  readonly nameOf: (clientId: string) => string;
  readonly onBack: () => void;
};

/** What became of a copied week, mum by mum, and the way back for those who have it. */
export function CopiedRows({ rows, nameOf, onBack }: Props) {
  const t = useTranslations("coach.calendar.tools");
  const say = useSay("coach");
  const cache = useQueryClient();
  const wire = useTRPCClient();
  const back = useMutation({
    // One mum after the other, each judged by herself like under any other hand.
    mutationFn: async () => {
      for (const { clientId, back: placing } of rows)
        if (placing) await wire.plans.place.mutate({ key: crypto.randomUUID(), clientId, placing });
    },
    onSettled: () => cache.invalidateQueries(),
    onSuccess: onBack,
  });
  return (
    <>
      <ul className="divide-y divide-line" aria-live="polite">
        {rows.map(({ clientId, refusal }) => (
          <li key={clientId} className="py-3">
            <span className="block font-semibold [overflow-wrap:anywhere]">{nameOf(clientId)}</span>
            <span className={refusal ? "text-stop" : "text-good"}>
              {refusal ? (say.refusal(refusal) ?? t("notCopied")) : t("copied")}
            </span>
          </li>
        ))}
      </ul>
      {rows.some((row) => row.back !== null) && (
        <Button
          variant="secondary"
          icon={<Undo2 aria-hidden />}
          loading={back.isPending}
          onClick={() => back.mutate()}
        >
          {t("takeBack")}
        </Button>
      )}
      <Refused error={back.error} reader="coach" />
    </>
  );
}
