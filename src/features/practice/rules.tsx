"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { BABY_AGES } from "@/domain/journey/baby-ages.ts";
import { batteriesOf, PRACTICE_FIGURES, problemsOf } from "@/domain/journey/practice-rules.ts";
import { rule } from "@/domain/shared/rules.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { RevisitWays } from "./revisit-ways.tsx";
import { RulesPreview } from "./rules-preview.tsx";
import { RulesStale } from "./rules-stale.tsx";
import { changedBy, draftOf, readDraft, type RulesDraft } from "./rules-draft.ts";

const KINDS = ["load_impact", "strength"] as const;

/** The practice's tests and its figures for going back: seen by every coach, changed by the owner. */
export function RulesPart({ isOwner }: { isOwner: boolean }) {
  const t = useTranslations("physio.practice.rules");
  const query = useQuery(useTRPC().practice.rules.queryOptions({}));
  if (!query.data) return null;
  return (
    <Card title={t("title")}>
      <p className="mb-5 text-ink-soft">{t(isOwner ? "lead" : "leadCoach")}</p>
      <RulesForm now={query.data} isOwner={isOwner} />
    </Card>
  );
}

type Rules = Outputs["practice"]["rules"];

function RulesForm({ now, isOwner }: { now: Rules; isOwner: boolean }) {
  const t = useTranslations("physio.practice.rules");
  const say = useSay("coach");
  const save = useChange(useTRPC().practice.saveRules.mutationOptions());
  // What the sheet was filled from: it stays until she has seen what was saved in between.
  const [base, setBase] = useState(now);
  const [draft, setDraft] = useState(() => draftOf(now.choices));
  const choices = readDraft(draft);
  const [problem] = choices ? problemsOf(choices) : [];
  const isChanged = choices === null || changedBy(base.choices, choices);
  const isOwnSave = save.isBusy || save.answer?.version === now.version;
  const isStale = now.version !== base.version && !isOwnSave;
  return (
    <form
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!choices || problem || isStale) return;
        save.send({ choices, version: base.version }, ({ version }) =>
          setBase({ version, choices, savedBy: null }),
        );
      }}
    >
      <fieldset disabled={!isOwner} className="space-y-6">
        <Fields draft={draft} onChange={setDraft} />
      </fieldset>
      {isChanged && (choices === null || problem) && (
        <Notice tone="wait" live>
          {problem ? say.refusal(problem) : t("noNumber")}
        </Notice>
      )}
      {isStale && (
        <RulesStale
          by={now.savedBy}
          onTake={() => {
            setDraft(draftOf(now.choices));
            setBase(now);
          }}
          onKeep={() => setBase(now)}
        />
      )}
      {isChanged && !isStale && choices && !problem && <RulesPreview choices={choices} />}
      {refusalOf(save.error)?.code !== "stale" && <Refused error={save.error} reader="coach" />}
      {isOwner && (
        <Button
          type="submit"
          loading={save.isBusy}
          disabled={!isChanged || isStale || !choices || problem !== undefined}
        >
          {t("save")}
        </Button>
      )}
    </form>
  );
}

function Fields({ draft, onChange }: { draft: RulesDraft; onChange: (draft: RulesDraft) => void }) {
  const t = useTranslations("physio.practice.rules");
  const tests = useTranslations("tests");
  const journey = useTranslations("journey");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {KINDS.map((kind) => (
          <Select
            key={kind}
            label={t("tests", { kind: tests(`battery.${kind}`) })}
            value={draft.batteries[kind]}
            options={batteriesOf(kind).map((row) => ({
              value: `${row.id}@${row.version}`,
              label: t("battery", { title: row.title, count: row.tests.length }),
            }))}
            onChange={(event) =>
              onChange({ ...draft, batteries: { ...draft.batteries, [kind]: event.target.value } })
            }
          />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {PRACTICE_FIGURES.map(({ id, step }) => (
          <NumberInput
            key={id}
            decimal={step < 1}
            label={journey(`names.figure.${id}`)}
            hint={t("source", { value: rule(id).value, source: rule(id).source })}
            value={draft.figures[id]}
            onChange={(event) =>
              onChange({ ...draft, figures: { ...draft.figures, [id]: event.target.value } })
            }
          />
        ))}
      </div>
      <RevisitWays ways={draft.revisit} onChange={(revisit) => onChange({ ...draft, revisit })} />
      <TextInput
        label={t("babyMonths")}
        hint={t("babyMonthsHint", { source: BABY_AGES.source })}
        value={draft.babyMonths}
        onChange={(event) => onChange({ ...draft, babyMonths: event.target.value })}
      />
    </>
  );
}
