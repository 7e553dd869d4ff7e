"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { OpenHold } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Card } from "@/ui/card.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { Select } from "@/ui/select.tsx";
import { dayInWords } from "@/words/days.ts";
import { AskWhy } from "./ask-why.tsx";

const COVERS = ["running", "impact", "everything"] as const;
const REASONS = ["coach_decision", "pain", "illness"] as const;

type Props = {
  readonly clientId: string;
  readonly holds: readonly OpenHold[];
  /** The way to a written request, where only a physio ends a hold. */
  readonly handBack: ReactNode;
};

/** What rests, why, since when, and always how it ends. */
export function Holds({ clientId, holds, handBack }: Props) {
  const t = useTranslations("coach.holds");
  return (
    <Card id="holds" className="scroll-mt-24" title={t("title")} aside={<PlaceHold clientId={clientId} />}>
      {holds.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {holds.map((hold) => (
            <Hold
              key={hold.ids.join(" ")}
              clientId={clientId}
              hold={hold}
              // One press for all of them: one letter speaks of everything that rests.
              handBack={hold === holds.find((row) => row.wayOut === "physio_decides") ? handBack : null}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

type One = { readonly clientId: string; readonly hold: OpenHold; readonly handBack: ReactNode };

function Hold({ clientId, hold, handBack }: One) {
  const t = useTranslations("coach.holds");
  const journey = useTranslations("journey");
  const lift = useChange(useTRPC().journey.liftHold.mutationOptions());
  const [holdId] = hold.ids;
  const reason = journey(`names.reason.${hold.reason}`);
  // Illness is hers to end, and her coach's; the rest of what she ends is hers alone.
  const isMine =
    hold.wayOut === "coach_lifts" || hold.wayOut === "seen_then_coach" || hold.reason === "illness";
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="font-semibold">
        {t(`covers.${hold.covers}`)}: {reason}
      </p>
      <p className="text-ink-soft text-sm">{t("since", { day: dayInWords(hold.since) })}</p>
      {hold.note && <p className="mt-1 [overflow-wrap:anywhere]">“{hold.note}”</p>}
      <p className="mt-1">{journey(`wayOut.${hold.wayOut}.coach`)}</p>
      {handBack && <div className="mt-2">{handBack}</div>}
      {isMine && holdId !== undefined && (
        <div className="mt-2">
          <AskWhy
            button={t("lift")}
            title={t("liftTitle", { reason })}
            lead={t("liftLead")}
            label={t("reasonLabel")}
            press={t("liftNow")}
            isNeeded
            sending={lift}
            onSend={(words, done) => lift.send({ clientId, holdId, reason: words }, done)}
          />
        </div>
      )}
    </li>
  );
}

function PlaceHold({ clientId }: { clientId: string }) {
  const t = useTranslations("coach.holds");
  const place = useChange(useTRPC().journey.placeHold.mutationOptions());
  const [covers, setCovers] = useState<(typeof COVERS)[number]>("running");
  const [reason, setReason] = useState<(typeof REASONS)[number]>("coach_decision");
  return (
    <AskWhy
      button={t("place")}
      title={t("placeTitle")}
      lead={t("placeLead")}
      label={t("note")}
      press={t("placeNow")}
      isNeeded
      sending={place}
      onSend={(note, done) => place.send({ clientId, covers, reason, note }, done)}
    >
      <RadioCards
        name="covers"
        label={t("coversLabel")}
        columns={3}
        value={covers}
        onChange={(event) => setCovers(event.target.value as typeof covers)}
        choices={COVERS.map((value) => ({ value, label: t(`coversOption.${value}`) }))}
      />
      <Select
        label={t("reasonLabel")}
        value={reason}
        onChange={(event) => setReason(event.target.value as typeof reason)}
        options={REASONS.map((value) => ({ value, label: t(`reasonOption.${value}`) }))}
      />
      <p className="text-ink-soft text-sm">{t("noteHint")}</p>
    </AskWhy>
  );
}
