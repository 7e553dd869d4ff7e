"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { BABY_AGES } from "@/domain/journey/baby-ages.ts";
import {
  batteriesOf,
  PRACTICE_FIGURES,
  type PracticeChoices,
  problemsOf,
} from "@/domain/journey/practice-rules.ts";
import { rule } from "@/domain/shared/rules.ts";
import { useTRPC, useTRPCClient } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { useSay } from "@/words/use-say.ts";
import { RevisitWays } from "./revisit-ways.tsx";
import { changedBy, draftOf, readDraft, type RulesDraft } from "./rules-draft.ts";

const KINDS = ["load_impact", "strength"] as const;

/** The practice's tests and its figures for going back: seen by every coach, changed by the owner. */
export function RulesPart({ isOwner }: { isOwner: boolean }) {
  const t = useTranslations("physio.practice.rules");
  const query = useQuery(useTRPC().practice.rules.queryOptions({}));
  if (!query.data) return null;
  const { version, choices } = query.data;
  return (
    <Card title={t("title")}>
      <p className="mb-5 text-ink-soft">{t(isOwner ? "lead" : "leadCoach")}</p>
      {/* Another version is another sheet. */}
      <RulesForm key={version} version={version} saved={choices} isOwner={isOwner} />
    </Card>
  );
}

type FormProps = { version: number; saved: PracticeChoices; isOwner: boolean };

function RulesForm({ version, saved, isOwner }: FormProps) {
  const t = useTranslations("physio.practice.rules");
  const say = useSay("coach");
  const save = useChange(useTRPC().practice.saveRules.mutationOptions());
  const [draft, setDraft] = useState(() => draftOf(saved));
  const choices = readDraft(draft);
  const [problem] = choices ? problemsOf(choices) : [];
  const isChanged = choices === null || changedBy(saved, choices);
  return (
    <form
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (choices && !problem) save.send({ choices, version });
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
      {isChanged && choices && !problem && <Preview choices={choices} />}
      <Refused error={save.error} reader="coach" />
      {isOwner && (
        <Button
          type="submit"
          loading={save.isBusy}
          disabled={!isChanged || !choices || problem !== undefined}
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

const LINES = ["locked", "opened", "held", "waysBack"] as const;

/** Asks page after page until every present client is counted. */
function usePreview(choices: PracticeChoices) {
  const client = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: ["practice", "previewRules", choices],
    queryFn: ({ pageParam: cursor }) => client.practice.previewRules.query({ choices, cursor }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = query.data?.pages ?? [];
  const sum = (key: "clients" | (typeof LINES)[number]) => pages.reduce((all, page) => all + page[key], 0);
  const counts = {
    clients: sum("clients"),
    locked: sum("locked"),
    opened: sum("opened"),
    held: sum("held"),
    waysBack: sum("waysBack"),
  };
  return { counts, present: pages[0]?.present ?? 0, isDone: query.isSuccess && !hasNextPage, isError };
}

/** What the change would do to the present clients, before anything is saved. */
function Preview({ choices }: { choices: PracticeChoices }) {
  const t = useTranslations("physio.practice.rules");
  const { counts, present, isDone, isError } = usePreview(choices);
  if (isError) return <Notice tone="wait">{t("noPreview")}</Notice>;
  if (!isDone) {
    const label = t("counting");
    return present === 0 ? (
      <p className="text-ink-soft">{label}</p>
    ) : (
      <Progress
        kind="progress"
        label={label}
        value={counts.clients}
        max={present}
        text={t("counted", { done: counts.clients, all: present })}
      />
    );
  }
  const { clients } = counts;
  const lines = LINES.filter((key) => counts[key] > 0);
  return (
    <Notice tone="info" live title={t("preview.title")}>
      {lines.length === 0 ? (
        <p>{t("preview.nothing", { clients })}</p>
      ) : (
        <ul className="list-disc space-y-1 ps-5">
          {lines.map((key) => (
            <li key={key}>{t(`preview.${key}`, { count: counts[key], clients })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
