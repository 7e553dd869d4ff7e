"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { PROTOCOL_FORM, SYMPTOM_FORM } from "@/domain/protocols/form.ts";
import { Disclosure } from "@/ui/disclosure.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { ruleInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { Fields } from "./fields.tsx";
import { SourcesEditor } from "./sources-editor.tsx";

/** Of the protocol itself: its name, for whom, what opens it, when it is done, what stops it, where its figures are from. */
export function AboutEditor() {
  const { draft } = useBuilder();
  const t = useTranslations("protocols.builder");
  return (
    <div className="mb-6 divide-y divide-line border-line border-y">
      <Part heading={t("about")} isOpen={draft.summary === ""}>
        <NameFields />
      </Part>
      <Part heading={t("opens")}>
        <Criteria which="entry" />
        <Criteria which="exit" />
      </Part>
      <Part heading={t("symptoms")}>
        <SymptomFields />
      </Part>
      <Part heading={t("sources", { count: draft.sources.length })}>
        <SourcesEditor />
      </Part>
    </div>
  );
}

function Part({ heading, isOpen, children }: { heading: string; isOpen?: boolean; children: ReactNode }) {
  // As it was at first: it does not shut under the hand that writes what was missing.
  const [wasOpen] = useState(isOpen);
  return (
    <Disclosure summary={heading} open={wasOpen}>
      <div className="max-w-[48rem] space-y-5 pt-1 pb-4">{children}</div>
    </Disclosure>
  );
}

function NameFields() {
  const { draft, step, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  return (
    <>
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
        onChange={(event) => step({ on: "protocol", field: "summary", to: { summary: event.target.value } })}
      />
      <Fields
        form={PROTOCOL_FORM}
        value={draft}
        path={[]}
        onChange={({ variant, onwardMinutes }, field) =>
          step({ on: "protocol", field, to: { variant, onwardMinutes } })
        }
      />
    </>
  );
}

function Criteria({ which }: { which: "entry" | "exit" }) {
  const { draft, step } = useBuilder();
  const t = useTranslations("tests.protocols");
  return (
    <CriteriaEditor
      heading={t(which)}
      rows={draft[which]}
      path={[which]}
      onChange={(rows, field) => step({ on: "protocol", field: `${which} ${field}`, to: { [which]: rows } })}
    />
  );
}

/** A protocol may be stricter than the house, never looser. What it comes to is said below, as it is said to her. */
function SymptomFields() {
  const { draft, step } = useBuilder();
  const w = useProtocolWords();
  return (
    <>
      <Fields
        form={SYMPTOM_FORM}
        value={draft.symptomRule}
        path={["symptomRule"]}
        onChange={(symptomRule, field) =>
          step({ on: "protocol", field: `rule ${field}`, to: { symptomRule } })
        }
      />
      <ul className="list-disc space-y-1 ps-5 text-ink-soft">
        {ruleInWords(w, draft.symptomRule).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
