"use client";

import { useTranslations } from "use-intl";
import type { TestOutcome } from "@/domain/journey/journey.ts";
import type { BatteryTest } from "@/domain/readiness/batteries.ts";
import { firstPelvicSymptom } from "@/domain/shared/findings.ts";
import { PAIN_SITES, type PainSite, type Side, SYMPTOMS, type Symptom } from "@/domain/shared/vocabulary.ts";
import { cn } from "@/lib/cn.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { CheckCards } from "@/ui/choice-cards.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Scale } from "@/ui/scale.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput } from "@/ui/text-input.tsx";
import {
  type BatteryDraft,
  EMPTY_SIDE,
  findingsOf,
  INCOMPLETE,
  isTouched,
  problemsOf,
  type SideDraft,
  type SideProblem,
  sideKey,
} from "./draft.ts";
import { OutcomeBadge, useOutcomeSentence, useTestName } from "./outcome.tsx";

type Change = (at: string, part: Partial<SideDraft>) => void;

type TestFieldsProps = {
  test: BatteryTest;
  draft: BatteryDraft;
  outcomes: readonly TestOutcome[];
  showProblems: boolean;
  onChange: Change;
};

/** One test: what it asks, and its sides beside each other. */
export function TestFields({ test, draft, outcomes, showProblems, onChange }: TestFieldsProps) {
  const t = useTranslations("tests");
  const name = useTestName()(test.key);
  return (
    <li className="grid gap-4 py-5 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h3 className="font-sans font-semibold text-base">{name}</h3>
        <p className="text-ink-soft text-sm">
          {t("panel.needed", {
            threshold: test.threshold,
            unit: t(`unit.${test.unit}`, { value: test.threshold }),
          })}
        </p>
      </div>
      <div className={cn("grid gap-5", test.sides.length > 1 && "sm:grid-cols-2")}>
        {test.sides.map((side) => {
          const at = sideKey(test.key, side);
          return (
            <SideFields
              key={side}
              name={at}
              label={t(`side.${side}`)}
              spoken={name}
              unit={t(`unit.${test.unit}`, { value: 2 })}
              draft={draft[at] ?? EMPTY_SIDE}
              outcome={outcomes.find((row) => row.side === side)}
              onChange={(part) => onChange(at, part)}
            />
          );
        })}
        {test.sides.map((side) => {
          const at = sideKey(test.key, side);
          const row = draft[at];
          return row?.felt ? (
            <Felt
              key={`felt ${side}`}
              name={at}
              side={side}
              draft={row}
              showProblems={showProblems}
              onChange={(part) => onChange(at, part)}
            />
          ) : null;
        })}
      </div>
    </li>
  );
}

type SideFieldsProps = {
  name: string;
  label: string;
  /** The test, for those who do not see the row. */
  spoken: string;
  unit: string;
  draft: SideDraft;
  outcome: TestOutcome | undefined;
  onChange: (part: Partial<SideDraft>) => void;
};

function SideFields(props: SideFieldsProps) {
  const { name, label, spoken, unit, draft, outcome, onChange } = props;
  const t = useTranslations("tests");
  const problems = problemsOf(draft);
  return (
    <fieldset className="@container min-w-0 space-y-3 rounded-control border border-line bg-raised p-4">
      <legend className="sr-only">
        {spoken}, {label}
      </legend>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <NumberInput
          label={label}
          name={name}
          decimal
          unit={unit}
          value={draft.value}
          error={problems.includes("number") ? t("record.numberWrong") : undefined}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        <span role="status" className="min-h-6 text-end">
          {outcome && isJudged(outcome, draft) && <OutcomeBadge state={outcome.state} />}
        </span>
      </div>
      <Verdict {...{ outcome, draft }} />
      <Select
        label={t("record.finished")}
        value={draft.incomplete ?? ""}
        onChange={({ target }) =>
          onChange({ incomplete: INCOMPLETE.find((row) => row === target.value) ?? null })
        }
        options={[
          { value: "", label: t("record.finishedYes") },
          ...INCOMPLETE.map((row) => ({ value: row, label: t(`record.incomplete.${row}`) })),
        ]}
      />
      <Checkbox
        label={t("record.felt")}
        checked={draft.felt}
        onChange={(event) => onChange({ felt: event.target.checked })}
      />
    </fieldset>
  );
}

/** An unfinished answer is not judged yet, but a symptom fails at once whatever else is still to be said. */
function isJudged({ state }: TestOutcome, draft: SideDraft): boolean {
  return state === "symptom" || (isTouched(draft) && problemsOf(draft).length === 0);
}

/** Why it is not passed, in a sentence, as soon as the rules can tell. */
function Verdict({ outcome, draft }: { outcome: TestOutcome | undefined; draft: SideDraft }) {
  const sentence = useOutcomeSentence();
  if (!outcome || !isTouched(draft) || problemsOf(draft).length > 0 || outcome.state === "passed")
    return null;
  if (outcome.state === "missing") return null;
  return (
    <p className={cn("text-sm", outcome.state === "symptom" ? "font-semibold text-stop" : "text-ink-soft")}>
      {sentence(outcome)}
    </p>
  );
}

type FeltProps = Pick<SideFieldsProps, "name" | "draft" | "onChange"> & {
  side: Side;
  showProblems: boolean;
};

/** What was felt on one side, under both of them so that they stay beside each other. */
function Felt({ name, side, draft, showProblems, onChange }: FeltProps) {
  const t = useTranslations("tests");
  const problems = problemsOf(draft);
  const isShown = (problem: SideProblem) => showProblems && problems.includes(problem);
  return (
    <div className="space-y-4 border-line-strong border-s-4 ps-4 sm:col-span-full">
      <CheckCards
        name={`${name} symptoms`}
        label={t("record.feltWhat", { side })}
        columns={2}
        value={draft.symptoms}
        error={isShown("felt") ? t("record.feltMissing") : undefined}
        onChange={({ target }) => {
          const symptom = target.value as Symptom;
          const others = draft.symptoms.filter((row) => row !== symptom);
          onChange({ symptoms: target.checked ? [...others, symptom] : others });
        }}
        choices={SYMPTOMS.map((symptom) => ({ value: symptom, label: t(`symptom.${symptom}`) }))}
      />
      {/* Said here and at once, while there is still time to stop testing. */}
      {firstPelvicSymptom(findingsOf(draft)) && (
        <Notice tone="stop" live>
          {t("record.pelvic")}
        </Notice>
      )}
      {draft.symptoms.includes("pain") && (
        <>
          <Select
            label={t("record.painWhere")}
            placeholder={t("record.painWherePlaceholder")}
            value={draft.site ?? ""}
            error={isShown("site") ? t("record.painWhereMissing") : undefined}
            onChange={({ target }) => onChange({ site: (target.value || null) as PainSite | null })}
            options={PAIN_SITES.map((site) => ({ value: site, label: t(`site.${site}`) }))}
          />
          <Scale
            name={`${name} pain`}
            label={t("record.painLevel")}
            low={t("record.painLow")}
            high={t("record.painHigh")}
            value={draft.level === null ? "" : String(draft.level)}
            error={isShown("level") ? t("record.painLevelMissing") : undefined}
            onChange={(event) => onChange({ level: Number(event.target.value) })}
          />
        </>
      )}
    </div>
  );
}
