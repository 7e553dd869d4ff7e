"use client";

import { ArrowLeft } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { weekdaysRefusal } from "@/domain/plans/weekdays.ts";
import { grownTo } from "@/domain/journey/ladders.ts";
import { isDay, WEEKDAYS } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { FieldGroup } from "@/ui/field.tsx";
import { Select } from "@/ui/select.tsx";
import { Refused } from "@/words/refused.tsx";
import { useSay } from "@/words/use-say.ts";
import { type AssignDraft, usualDraft, withDay } from "./assign-draft.ts";
import type { Client, ProtocolLine } from "./assign-plan.tsx";

/** Days, start, level and mode, all filled in as most mums begin. */
export function AssignForm({
  client,
  line,
  onBack,
  onDone,
}: {
  client: Client;
  line: ProtocolLine;
  onBack: () => void;
  onDone: (planId: string) => void;
}) {
  const t = useTranslations("coach");
  const say = useSay("coach");
  const { journey } = client;
  const walking = journey.plans.find((plan) => plan.kind === "walking");
  const replaced = journey.plans.find((plan) => plan.kind === line.kind);
  const [draft, setDraft] = useState(() => usualDraft(line.kind, client.day, walking?.weekdays ?? []));
  const [isTried, setIsTried] = useState(false);
  // Days that cannot be are told as they are chosen; what is only missing, once she tries.
  const wrongDays = weekdaysRefusal(line, draft.weekdays, walking?.weekdays ?? []);
  const noDays = isTried && draft.weekdays.length === 0;
  const assign = useChange(useTRPC().plans.assign.mutationOptions());
  const set = (part: Partial<AssignDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { startsOn, weekdays, level, mode, maxLevel } = draft;
    setIsTried(true);
    if (weekdays.length === 0 || wrongDays || !isDay(startsOn)) return;
    assign.send(
      {
        clientId: client.client.clientId,
        protocolVersionId: line.versionId,
        startsOn,
        weekdays: [...weekdays],
        level,
        mode,
        maxLevel: mode === "auto" ? maxLevel : null,
      },
      ({ planId }) => onDone(planId),
    );
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-6">
      <Button variant="quiet" size="compact" icon={<ArrowLeft aria-hidden />} onClick={onBack}>
        {t("assign.back")}
      </Button>
      {replaced && (
        <p className="rounded-control bg-sunken p-4">{t("assign.replaces", { title: replaced.title })}</p>
      )}
      <Weekdays
        draft={draft}
        error={noDays ? t("assign.pickDay") : wrongDays && say.refusal(wrongDays)}
        onChange={(weekdays) => set({ weekdays })}
      />
      <DateInput
        label={t("assign.start")}
        value={draft.startsOn}
        error={isTried && !isDay(draft.startsOn) && t("assign.wholeDate")}
        onChange={(startsOn) => set({ startsOn })}
        words={{ day: t("assign.day"), month: t("assign.month"), year: t("assign.year") }}
      />
      <LevelAndMode client={client} line={line} draft={draft} onChange={set} />
      <Refused error={assign.error} reader="coach" />
      <Button type="submit" wide size="large" loading={assign.isBusy}>
        {t("assign.assign")}
      </Button>
    </form>
  );
}

function Weekdays({
  draft,
  error,
  onChange,
}: {
  draft: AssignDraft;
  error: string | null;
  onChange: (days: AssignDraft["weekdays"]) => void;
}) {
  const t = useTranslations("coach");
  return (
    <FieldGroup label={t("assign.weekdays")} error={error}>
      <div className="flex flex-wrap gap-2">
        {WEEKDAYS.map((day) => (
          <Button
            key={day}
            variant={draft.weekdays.includes(day) ? "primary" : "secondary"}
            aria-pressed={draft.weekdays.includes(day)}
            onClick={() => onChange(withDay(draft.weekdays, day))}
            className="min-w-16 px-3"
          >
            {t(`days.${day}`)}
          </Button>
        ))}
      </div>
    </FieldGroup>
  );
}

function LevelAndMode({
  client,
  line,
  draft,
  onChange,
}: {
  client: Client;
  line: ProtocolLine;
  draft: AssignDraft;
  onChange: (part: Partial<AssignDraft>) => void;
}) {
  const t = useTranslations("coach.assign");
  const limit = client.journey.limits.find((row) => row.kind === "max_run_minutes");
  const most = limit?.kind === "max_run_minutes" ? limit.minutes : null;
  const { levels } = grownTo(line, client.journey.goal?.minutesPerRun ?? 0);
  const options = levels.map((row, index) => {
    const isBeyond = most !== null && row.minutesRun > most;
    return {
      value: String(index),
      label: `${index + 1}. ${row.title}${isBeyond ? ` (${t("optionBeyond")})` : ""}`,
      disabled: isBeyond,
    };
  });
  return (
    <>
      <Select
        label={t("level")}
        {...(most !== null && line.kind === "walk_run" ? { hint: t("limit", { minutes: most }) } : {})}
        value={String(draft.level)}
        onChange={(event) => onChange({ level: Number(event.target.value) })}
        options={options}
      />
      <RadioCards
        name="mode"
        label={t("mode")}
        columns={2}
        value={draft.mode}
        onChange={(event) => onChange({ mode: event.target.value as AssignDraft["mode"] })}
        choices={[
          { value: "propose", label: t("propose"), hint: t("proposeHint") },
          { value: "auto", label: t("auto"), hint: t("autoHint") },
        ]}
      />
      {draft.mode === "auto" && (
        <Select
          label={t("maxLevel")}
          value={String(draft.maxLevel ?? draft.level)}
          onChange={(event) => onChange({ maxLevel: Number(event.target.value) })}
          options={options.filter((_, index) => index >= draft.level)}
        />
      )}
    </>
  );
}
