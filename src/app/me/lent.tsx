"use client";

import { useState } from "react";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import { FindingsPicker, findingsOf, NO_ANSWER } from "@/features/check-in/findings-picker.tsx";
import { heldBy } from "@/features/check-in/local-hold.ts";
import { outcomeOf } from "@/features/check-in/outcome-of.ts";
import { NotedScreen, RedFlagScreen, StopScreen } from "@/features/check-in/outcomes.tsx";
import type { Lent } from "@/features/player/shapes.ts";

// What the room of symptoms lends the player and the log. Defined once outside, so that a drawing never throws an answer away.

export const Findings: Lent["Findings"] = ({ showErrors, onChange }) => {
  const [draft, setDraft] = useState(NO_ANSWER);
  return (
    <FindingsPicker
      value={draft}
      showErrors={showErrors}
      onChange={(next) => {
        setDraft(next);
        onChange(findingsOf(next));
      }}
    />
  );
};

export type AnswerTo = { readonly country: string; readonly pain: PainBands };

/** Answers what cannot just be noted. */
export function AnswerScreen({
  findings,
  onEnd,
  country,
  pain,
}: AnswerTo & { findings: readonly Finding[]; onEnd: () => void }) {
  const outcome = outcomeOf(findings, pain);
  if (outcome.kind === "red_flag")
    return <RedFlagScreen tier={outcome.tier} country={country} onClose={onEnd} />;
  if (outcome.kind === "stop") return <StopScreen where="rest" country={country} onEnd={onEnd} />;
  return <NotedScreen what={outcome.what} isInSession={false} onCarryOn={onEnd} onEnd={onEnd} />;
}

/** Anything that is more than a note: a session does not begin on it, and it gets an answer of its own. */
export function needsAnswer(findings: readonly Finding[], pain: PainBands): boolean {
  return heldBy(outcomeOf(findings, pain)) !== null;
}
