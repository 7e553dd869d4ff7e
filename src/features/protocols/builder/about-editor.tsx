"use client";

import { useTranslations } from "use-intl";
import type { Criterion } from "@/domain/protocols/grammar.ts";
import { Button } from "@/ui/button.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Select } from "@/ui/select.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { criterionInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";

/** What can be asked before a protocol opens, or before it is done; each as it is added. */
const CRITERIA: readonly Criterion[] = [
  { code: "intake_complete" },
  { code: "assessment_recorded" },
  { code: "no_red_flag" },
  { code: "no_pelvic_symptom" },
  { code: "restoration_foundation" },
  { code: "weeks_since_birth", weeks: 12 },
  { code: "clearance_covers", scope: "strength" },
  { code: "clearance_covers", scope: "impact" },
  { code: "clearance_covers", scope: "technique" },
  { code: "clearance_covers", scope: "walk_run" },
  { code: "battery_passed", battery: "strength" },
  { code: "battery_passed", battery: "load_impact" },
  { code: "walking_met" },
  { code: "symptom_free_walk", minutes: 30 },
  { code: "running_unlocked" },
  { code: "clean_sessions", sessions: 2 },
  { code: "next_day_answered" },
  { code: "running_continuous" },
  { code: "running_goal_met" },
  { code: "coach_decides" },
  { code: "physio_decides" },
];

/** Of the protocol itself: its name, what it is for, what opens it and when it is done. */
export function AboutEditor() {
  const { draft, step, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  return (
    <Disclosure summary={t("about")} open={draft.summary === ""} className="mb-6">
      <div className="max-w-[42rem] space-y-5" id="about">
        <TextInput
          id={idOf(["title"])}
          label={t("title")}
          value={draft.title}
          maxLength={200}
          error={errorAt(["title"])}
          onBlur={settle}
          onChange={(event) => step({ on: "protocol", field: "title", to: { title: event.target.value } })}
        />
        <TextArea
          id={idOf(["summary"])}
          label={t("summary")}
          value={draft.summary}
          maxLength={1000}
          error={errorAt(["summary"])}
          onBlur={settle}
          onChange={(event) =>
            step({ on: "protocol", field: "summary", to: { summary: event.target.value } })
          }
        />
        <CriteriaEditor which="entry" />
        <CriteriaEditor which="exit" />
      </div>
    </Disclosure>
  );
}

function CriteriaEditor({ which }: { which: "entry" | "exit" }) {
  const { draft, step } = useBuilder();
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const rows = draft[which];
  const set = (next: Criterion[]) =>
    step({ on: "protocol", field: `${which} ${next.length}`, to: { [which]: next } });
  const heading = w.tests(`protocols.${which}`);
  const has = (criterion: Criterion) =>
    rows.some((row) => criterionInWords(w, row) === criterionInWords(w, criterion));
  return (
    <div>
      <p className="font-semibold">{heading}</p>
      <ul className="my-1 divide-y divide-line">
        {rows.map((row, at) => (
          <li key={JSON.stringify(row)} className="flex items-center justify-between gap-3">
            <span>{criterionInWords(w, row)}</span>
            <Button
              variant="quiet"
              size="compact"
              aria-label={w.say("builder.leaveOut", { what: criterionInWords(w, row) })}
              onClick={() => set(rows.filter((_, index) => index !== at))}
            >
              {w.say("builder.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        id={idOf([which])}
        label={w.say("builder.addCriterion", { to: heading })}
        placeholder={w.say("builder.choose")}
        value=""
        error={errorAt([which])}
        onChange={(event) => {
          const criterion = CRITERIA[Number(event.target.value)];
          if (event.target.value !== "" && criterion) set([...rows, criterion]);
        }}
        options={CRITERIA.flatMap((criterion, index) =>
          has(criterion) ? [] : [{ value: String(index), label: criterionInWords(w, criterion) }],
        )}
      />
    </div>
  );
}
