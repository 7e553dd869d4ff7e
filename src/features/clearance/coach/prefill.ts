import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { DAYS_BACK } from "@/domain/clearance/requests.ts";
import { dayInWords } from "@/words/days.ts";
import { useFinding } from "../use-finding.ts";

export type Before = Outputs["clearance"]["beforeRequest"];

const KNOWN = ["pelvic_symptom", "red_flag", "surgery", "review_near"] as const;
const isKnown = (trigger: string): trigger is (typeof KNOWN)[number] =>
  (KNOWN as readonly string[]).includes(trigger);

/** As many lines as a letter bears; the page holds them all. */
const MOST_LINES = 8;

/** The last 14 days in a few lines: only what she shares, as the physio will see it. */
function useLastDays() {
  const t = useTranslations("physio");
  const say = useFinding();
  return ({ symptoms, plan }: Before): readonly string[] => {
    const told = symptoms?.checks.filter((check) => check.findings.length > 0) ?? [];
    const lines = told.slice(-MOST_LINES).map((check) => {
      const what = check.findings.map(say).join(", ");
      return `${dayInWords(check.day)}, ${t(`symptoms.moment.${check.moment as "before"}`)}: ${what}`;
    });
    const minutes = (of: "minutesTotal" | "minutesRun") =>
      Math.round((plan?.load ?? []).reduce((sum, one) => sum + one[of], 0));
    const load =
      plan &&
      t("ask.load", {
        count: plan.load.length,
        minutes: minutes("minutesTotal"),
        run: minutes("minutesRun"),
      });
    const all = [...lines, ...(load ? [load] : [])];
    return all.length > 0 ? ["", `${t("symptoms.title", { days: DAYS_BACK })}:`, ...all] : [];
  };
}

/** The request written and ready to send: from what her body or the calendar asked for, in words the coach may change. */
export function usePrefill(before: Before) {
  const t = useTranslations("physio");
  const { because, clientName: name } = before;
  const lastDays = useLastDays();
  const opening = () => {
    if (!because) return before.kind === "assessment" ? t("ask.prefill.assessment", { name }) : "";
    const trigger = isKnown(because.trigger) ? because.trigger : "other";
    const symptom = because.symptom
      ? t(`symptoms.finding.${because.symptom as "heaviness"}`).toLowerCase()
      : "";
    return t(`ask.prefill.${trigger}`, { name, symptom: symptom || "none", date: dayInWords(because.on) });
  };
  const reason = () => [opening(), ...(because ? lastDays(before) : [])].join("\n");
  const free = before.physios.filter((row) => !row.hasOpenRequest);
  const hers = free.find((row) => row.id === before.herPhysioId) ?? (free.length === 1 ? free[0] : undefined);
  const [draft, setDraft] = useState(() => ({
    key: crypto.randomUUID(),
    physioId: before.physios.length === 0 ? "new" : (hers?.id ?? ""),
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
  /** Asked about a symptom, the letter holds the days that brought it; asked for something else, it need not. */
  const setKind = (kind: Before["kind"]) => {
    const days = lastDays(before).join("\n");
    const without = days === "" ? draft.reason : draft.reason.replace(days, "").trimEnd();
    set({ kind, reason: kind === "symptom" && days !== "" ? `${without}\n${days}` : without });
  };
  return { draft, set, setKind };
}
