"use client";

import { useTranslations } from "use-intl";
import type { Reason } from "@/domain/journey/reasons.ts";
import { Notice } from "@/ui/notice.tsx";
import { type Reader, refusalOf, useSay } from "./use-say.ts";

/** Why a change was not taken, with every reason; for what is no refusal, that nothing is lost. Nothing without an error. */
export function Refused({ error, reader }: { error: unknown; reader: Reader }) {
  const common = useTranslations("common");
  const say = useSay(reader);
  if (!error) return null;
  const refusal = refusalOf(error);
  const sentence = refusal && say.refusal(refusal);
  const reasons: readonly Reason[] = refusal && "reasons" in refusal ? refusal.reasons : [];
  return (
    <Notice tone="stop" live title={sentence ?? common("failed.title")}>
      {reasons.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
          ))}
        </ul>
      )}
      {refusal?.code === "level_not_earned" && <p>{say.progress(refusal.because)}</p>}
      {!sentence && <p>{common("failed.body")}</p>}
    </Notice>
  );
}
