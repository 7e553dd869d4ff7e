"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Proposal } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { argsOf } from "@/words/args.ts";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import { sourceOfTrigger } from "./sources.ts";

/** Ways back that the rules suggest. Safety has acted already; the rest is the coach's word. */
export function Proposals({
  clientId,
  proposals,
  ask,
}: {
  clientId: string;
  proposals: readonly Proposal[];
  /** Opens the letter to the physio, written and ready to send. */
  ask: ReactNode;
}) {
  if (proposals.length === 0) return null;
  return (
    <div id="proposals" className="scroll-mt-24 space-y-4">
      {proposals.map((proposal) => (
        <OneProposal key={proposal.trigger} clientId={clientId} proposal={proposal} ask={ask} />
      ))}
    </div>
  );
}

function OneProposal({ clientId, proposal, ask }: { clientId: string; proposal: Proposal; ask: ReactNode }) {
  const t = useTranslations("coach.proposals");
  const coach = useTranslations("coach.journey");
  const journey = useTranslations("journey");
  const accept = useChange(useTRPC().journey.acceptRevisit.mutationOptions());
  const { trigger, since, targets, rewindLevels } = proposal;
  const source = sourceOfTrigger(trigger);
  const args = argsOf(
    { since, levels: rewindLevels },
    { day: (iso) => dayInWords(iso), name: () => undefined },
  );
  // The assessment opens with its request; everything else opens with a yes here.
  const opens = targets.some((step) => step !== "assessment") || rewindLevels > 0;
  return (
    <Notice
      tone="info"
      title={t("title")}
      actions={
        <>
          {proposal.request && ask}
          {opens && (
            <Button
              variant={proposal.request ? "secondary" : "primary"}
              loading={accept.isBusy}
              onClick={() => accept.send({ clientId, trigger, note: null })}
            >
              {t("accept")}
            </Button>
          )}
        </>
      }
    >
      <p>{journey(`revisit.${trigger}.coach`, args as never)}</p>
      <p className="text-ink-soft text-sm">
        {[
          targets.length > 0 &&
            t("targets", { steps: targets.map((step) => journey(`steps.${step}.title`)).join(", ") }),
          rewindLevels > 0 && t("rewind", { levels: rewindLevels }),
          source && coach("source", { source }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Refused error={accept.error} reader="coach" />
    </Notice>
  );
}
