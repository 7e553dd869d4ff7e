"use client";

import { useTranslations } from "use-intl";
import type { Reason } from "@/domain/journey/reasons.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { useSay } from "@/words/use-say.ts";

type Refusal = NonNullable<Outputs["protocols"]["moveMany"]["rows"][number]["refusal"]>;

/** Why she stays where she is: the refusal in words, and each of its reasons. */
export function WhyNot({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("protocols.builder.moving");
  const say = useSay("coach");
  if (typeof refusal === "string") return <p>{t(refusal)}</p>;
  const reasons: readonly Reason[] = "reasons" in refusal ? refusal.reasons : [];
  return (
    <>
      <p>{say.refusal(refusal) ?? t("not")}</p>
      {refusal.code === "level_not_earned" && <p>{say.progress(refusal.because)}</p>}
      {reasons.length > 0 && (
        <ul className="list-disc ps-5">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
