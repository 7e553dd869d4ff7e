"use client";

import { ChevronRight, Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Journey } from "@/domain/journey/journey.ts";
import { PROTOCOL_KINDS, type ProtocolKind } from "@/domain/journey/steps.ts";
import { assignRefusal } from "@/domain/plans/assignable.ts";
import { Badge } from "@/ui/badge.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useSay } from "@/words/use-say.ts";
import type { ProtocolLine } from "./assign-plan.tsx";

/** The library by kind. A kind that is locked for her says why, and its protocols cannot be pressed. */
export function ChooseProtocol({
  lines,
  journey,
  onChoose,
}: {
  lines: readonly ProtocolLine[];
  journey: Journey;
  onChoose: (line: ProtocolLine) => void;
}) {
  return (
    <div className="space-y-8">
      {PROTOCOL_KINDS.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          lines={lines.filter((line) => line.kind === kind)}
          journey={journey}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Kind({
  kind,
  lines,
  journey,
  onChoose,
}: {
  kind: ProtocolKind;
  lines: readonly ProtocolLine[];
  journey: Journey;
  onChoose: (line: ProtocolLine) => void;
}) {
  const t = useTranslations("coach.assign");
  const names = useTranslations("journey");
  const say = useSay("coach");
  const refusal = assignRefusal(kind, journey);
  const name = names(`names.kind.${kind}`);
  if (lines.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className="mb-2 flex flex-wrap items-center gap-3 first-letter:uppercase">
        <span className="first-letter:uppercase">{name}</span>
        {refusal && (
          <Badge size="small" icon={<Lock aria-hidden />}>
            {t("locked")}
          </Badge>
        )}
      </h3>
      {refusal && (
        <Notice tone="wait" className="mb-3" title={t("lockedWhy", { kind: name })}>
          <ul className="list-disc space-y-0.5 ps-5">
            {refusal.reasons.map((reason) => (
              <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ul className="grid gap-2.5 md:grid-cols-2">
        {lines.map((line) => (
          <li key={line.versionId}>
            <button
              type="button"
              disabled={refusal !== null}
              onClick={() => onChoose(line)}
              className="flex min-h-14 w-full cursor-pointer items-start gap-3 rounded-control border border-line-strong bg-raised px-4 py-3 text-start hover:not-disabled:border-primary hover:not-disabled:bg-primary-soft disabled:cursor-not-allowed disabled:border-dashed disabled:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{line.title}</span>
                <span className="block text-ink-soft text-sm">
                  {t("levels", { count: line.levels.length })}
                  {line.isDraft && ` · ${t("draft")}`}
                </span>
                <span className="block text-sm">{line.summary}</span>
              </span>
              {!refusal && <ChevronRight aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
