import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { dayInWords } from "@/words/days.ts";

export type Before = Outputs["clearance"]["beforeRequest"];

const KNOWN = ["pelvic_symptom", "surgery", "review_near"] as const;
const isKnown = (trigger: string): trigger is (typeof KNOWN)[number] =>
  (KNOWN as readonly string[]).includes(trigger);

/** The request half written: from what her body or the calendar asked for, in words the coach may change. */
export function usePrefill(before: Before) {
  const t = useTranslations("physio");
  const { because, clientName: name } = before;
  const reason = () => {
    if (!because) return before.kind === "assessment" ? t("ask.prefill.assessment", { name }) : "";
    const trigger = isKnown(because.trigger) ? because.trigger : "other";
    const symptom = because.symptom
      ? t(`symptoms.finding.${because.symptom as "heaviness"}`).toLowerCase()
      : "";
    return t(`ask.prefill.${trigger}`, { name, symptom, date: dayInWords(because.on) });
  };
  const free = before.physios.filter((row) => !row.hasOpenRequest);
  const [draft, setDraft] = useState(() => ({
    key: crypto.randomUUID(),
    physioId: before.physios.length === 0 ? "new" : free.length === 1 ? (free[0]?.id ?? "") : "",
    name: "",
    email: "",
    clinic: "",
    kind: before.kind,
    reason: reason(),
    dueOn: before.dueOn as string,
    /** Days after today, as ticked. */
    remindIn: [7, 14] as readonly number[],
    /** Days it stays open beyond the day an answer would help by. */
    openFor: 14,
  }));
  // Something changed after a refusal is a new request to the server.
  const set = (change: Partial<typeof draft>) =>
    setDraft((old) => ({ ...old, ...change, key: crypto.randomUUID() }));
  return { draft, set };
}
