"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { changeOf } from "@/domain/protocols/change.ts";
import { emptySession } from "@/domain/protocols/draft-pieces.ts";
import { LEVEL_FORM, writeAt } from "@/domain/protocols/form.ts";
import { levelSchema, type ProtocolLevel } from "@/domain/protocols/grammar.ts";
import { Button } from "@/ui/button.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { changesInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { Fields } from "./fields.tsx";
import { SessionEditor } from "./session-editor.tsx";
import { Sortable } from "./sortable.tsx";
import { SourcesOfLevel } from "./sources-editor.tsx";

/** One level: its name, how often, what it changes, its sessions. */
export function LevelEditor({ at, level }: { at: number; level: ProtocolLevel }) {
  const { draft, step } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const before = draft.levels[at - 1];
  const said = errorAt(["levels", at, "sessions"]);
  return (
    <div className="space-y-6">
      <LevelFields at={at} level={level} />
      {before && <FromBefore before={before} level={level} number={at} />}
      {said && (
        <p id={idOf(["levels", at, "sessions"])} className="font-semibold text-stop">
          {said}
        </p>
      )}
      <Sortable
        className="space-y-5"
        items={level.sessions}
        nameOf={(session) => session.title}
        onMove={(from, to) => step({ on: "sessions", level: at, do: "move", at: from, to })}
        row={(session, index, handle) => (
          <SessionEditor level={at} session={index} value={session} handle={handle} />
        )}
      />
      <Button
        variant="secondary"
        icon={<Plus aria-hidden />}
        onClick={() => {
          const number = level.sessions.length;
          const item = emptySession(t("newSession", { number: number + 1 }));
          step({ on: "sessions", level: at, do: "insert", at: number, item });
        }}
      >
        {t("addSession")}
      </Button>
    </div>
  );
}

function LevelFields({ at, level }: { at: number; level: ProtocolLevel }) {
  const { step, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const change = (item: ProtocolLevel, field: string) =>
    step({ on: "levels", do: "change", at, item, field });
  return (
    <div className="space-y-5">
      <TextInput
        id={idOf(["levels", at, "title"])}
        label={t("levelTitle", { number: at + 1 })}
        value={level.title}
        maxLength={200}
        error={errorAt(["levels", at, "title"])}
        onBlur={settle}
        onChange={(event) => change({ ...level, title: event.target.value }, "title")}
      />
      <TextArea
        id={idOf(["levels", at, "note"])}
        label={t("note")}
        mark={t("optional")}
        rows={2}
        maxLength={1000}
        value={level.note ?? ""}
        error={errorAt(["levels", at, "note"])}
        onBlur={settle}
        onChange={({ target: { value } }) => change(writeAt(level, ["note"], value || undefined), "note")}
      />
      <Fields form={LEVEL_FORM} value={level} path={["levels", at]} onChange={change} />
      <MoreOfLevel at={at} level={level} onChange={change} />
    </div>
  );
}

/** What most levels leave to the protocol: a heading they share, criteria of their own; and what they are based on. */
function MoreOfLevel(props: {
  readonly at: number;
  readonly level: ProtocolLevel;
  readonly onChange: (level: ProtocolLevel, field: string) => void;
}) {
  const { at, level, onChange } = props;
  const { settle } = useBuilder();
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  return (
    <Disclosure summary={w.say("builder.moreOfLevel")}>
      <div className="space-y-5 pt-1">
        <TextInput
          id={idOf(["levels", at, "phase"])}
          label={w.say("builder.phase")}
          mark={w.say("builder.optional")}
          value={level.phase ?? ""}
          maxLength={200}
          error={errorAt(["levels", at, "phase"])}
          onBlur={settle}
          onChange={({ target: { value } }) =>
            onChange(writeAt(level, ["phase"], value || undefined), "phase")
          }
        />
        {(["entry", "exit"] as const).map((which) => (
          <CriteriaEditor
            key={which}
            heading={w.tests(which === "entry" ? "protocols.levelEntry" : "protocols.levelExit")}
            rows={level[which] ?? []}
            path={["levels", at, which]}
            onChange={(rows, field) =>
              onChange(writeAt(level, [which], rows.length > 0 ? rows : undefined), `${which} ${field}`)
            }
          />
        ))}
        <SourcesOfLevel
          keys={level.sources}
          path={["levels", at, "sources"]}
          onChange={(sources) => onChange({ ...level, sources }, `sources ${sources.join(" ")}`)}
        />
      </div>
    </Disclosure>
  );
}

/** What the level changes against the one before, live; and that more than one thing gets harder, when it does. */
function FromBefore(props: { before: ProtocolLevel; level: ProtocolLevel; number: number }) {
  const { before, level, number } = props;
  const w = useProtocolWords();
  const isSound = [before, level].every((row) => levelSchema.safeParse(row).success);
  if (!isSound) return <p className="text-ink-soft">{w.say("builder.notCompared")}</p>;
  const change = changeOf(before, level);
  return (
    <section aria-label={w.tests("protocols.fromBefore", { number })}>
      <p className="font-semibold">{w.tests("protocols.fromBefore", { number })}</p>
      <ul className="mt-1 list-disc space-y-0.5 ps-5">
        {changesInWords(w, change).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {change.breaksOneParameterRule && (
        <Notice tone="wait" className="mt-3">
          {w.say("change.tooMany", { count: change.harder.length })}
        </Notice>
      )}
    </section>
  );
}
