"use client";

import { useTranslations } from "use-intl";
import type { QueueReason } from "@/domain/attention/queue.ts";
import { Badge } from "@/ui/badge.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { argsOf } from "./args.ts";
import { dayInWords } from "./days.ts";

const TONES: { readonly [C in QueueReason["code"]]: Tone } = {
  red_flag: "stop",
  pelvic_symptom: "stop",
  low_mood: "stop",
  clearance_denied: "stop",
  request_to_write: "accent",
  credential_to_check: "accent",
  clearance_to_read: "accent",
  sign_off_expired: "wait",
  held: "wait",
  sign_off_expires: "wait",
  waiting_for_physio: "wait",
  weeks_end: "info",
  ready_to_progress: "good",
  goes_back: "info",
  message_waiting: "info",
  echo_missing: "wait",
  silent: "neutral",
  waiting_for_mum: "neutral",
};

/** The sentence of a chip. Needs the rooms `attention` and `journey` on the page. */
export function useChip(): (reason: QueueReason) => string {
  const t = useTranslations("attention");
  const journey = useTranslations("journey");
  const name = (vocabulary: string, code: string) => {
    const key = `names.${vocabulary}.${code}` as Parameters<typeof journey.has>[0];
    return journey.has(key) ? journey(key as never) : undefined;
  };
  return ({ source: _, weight: __, ...reason }) =>
    t(`chip.${reason.code}`, argsOf(reason, { day: (iso) => dayInWords(iso), name }) as never);
}

/** Why she needs the coach, weightiest first. `most` keeps a row of a table low; what is left out is counted. */
export function ReasonChips({
  reasons,
  most = 20,
  size = "normal",
}: {
  reasons: readonly QueueReason[];
  most?: number;
  size?: "small" | "normal";
}) {
  const chip = useChip();
  const t = useTranslations("attention");
  const left = reasons.length - most;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {reasons.slice(0, most).map((reason) => (
        <li key={reason.code} className="max-w-full">
          <Badge tone={TONES[reason.code]} size={size}>
            {chip(reason)}
          </Badge>
        </li>
      ))}
      {left > 0 && (
        <li>
          <Badge size={size}>{t("more", { count: left })}</Badge>
        </li>
      )}
    </ul>
  );
}
