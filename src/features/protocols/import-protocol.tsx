"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EXERCISE_IDS } from "@/domain/protocols/exercises.ts";
import { FILE_LONGEST, importProtocol, SCHEMA_PATH, SENT_LONGEST } from "@/domain/protocols/file.ts";
import type { ProtocolContent } from "@/domain/protocols/grammar.ts";
import type { Problem } from "@/domain/protocols/problems.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { ProblemList } from "./problem-list.tsx";

type Chosen = { readonly name: string; readonly text: string } & (
  | { readonly content: ProtocolContent }
  | { readonly problems: readonly Problem[] }
);

/** Read here before anything is sent, so that a slip shows at once; the server reads it again. */
async function look(file: File): Promise<Chosen> {
  // A character takes at most three bytes here: what is larger cannot be short enough, and is not read.
  const text = file.size > FILE_LONGEST * 3 ? " ".repeat(FILE_LONGEST + 1) : await file.text();
  const reading = importProtocol(text, EXERCISE_IDS);
  const { name } = file;
  if (!reading.ok) return { name, text, problems: reading.problems };
  const { content } = reading;
  const sent = JSON.stringify(content);
  return sent.length > SENT_LONGEST
    ? { name, text, problems: [{ path: [], code: "file_too_long", bound: SENT_LONGEST }] }
    : { name, text: sent, content };
}

/** A protocol from a file: checked, shown, named, and only then taken in. */
export function ImportProtocol() {
  const t = useTranslations("protocols.file");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const file = chosen && {
    id: chosen.name,
    name: chosen.name,
    state: "problems" in chosen ? ("refused" as const) : ("there" as const),
  };
  return (
    <Disclosure summary={t("import")} className="mt-8">
      <div className="max-w-[42rem] space-y-5">
        <p>
          {t("lead")}{" "}
          <Link href={SCHEMA_PATH} target="_blank">
            {t("schema")}
          </Link>
        </p>
        <FileDrop
          label={t("label")}
          words={{
            choose: t("choose"),
            drop: t("drop"),
            sending: t("reading"),
            remove: (name) => t("remove", { name }),
          }}
          accept=".json,application/json"
          files={file ? [file] : []}
          onFiles={([first]) => first && void look(first).then(setChosen)}
          onRemove={() => setChosen(null)}
        />
        {chosen && "problems" in chosen && (
          <Notice tone="stop" live title={t("refused", { count: chosen.problems.length })}>
            <ProblemList problems={chosen.problems} />
          </Notice>
        )}
        {chosen && "content" in chosen && (
          <TakeIn key={chosen.text} text={chosen.text} content={chosen.content} />
        )}
      </div>
    </Disclosure>
  );
}

function TakeIn({ text, content }: { text: string; content: ProtocolContent }) {
  const t = useTranslations("protocols");
  const router = useRouter();
  const [title, setTitle] = useState(content.title);
  const [isTried, setIsTried] = useState(false);
  const takeIn = useChange(useTRPC().protocols.takeIn.mutationOptions());
  const isUnnamed = title.trim() === "";
  return (
    <form
      noValidate
      className="space-y-5 rounded-card bg-sunken p-5"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isUnnamed) return;
        takeIn.send({ text, title: title.trim() }, (answer) => {
          if (answer.ok) router.push(`/coach/protocols/${answer.versionId}`);
        });
      }}
    >
      <p>
        {t("file.whatItIs", {
          kind: t(`kind.${content.kind}`),
          levels: content.levels.length,
          sessions: content.levels.reduce((sum, level) => sum + level.sessions.length, 0),
        })}{" "}
        {content.summary}
      </p>
      <TextInput
        label={t("file.name")}
        hint={t("file.nameHint")}
        maxLength={80}
        value={title}
        error={isTried && isUnnamed ? t("file.nameNeeded") : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      {takeIn.answer && !takeIn.answer.ok && (
        <Notice tone="stop" live title={t("file.refused", { count: takeIn.answer.problems.length })}>
          <ProblemList problems={takeIn.answer.problems} />
        </Notice>
      )}
      <Refused error={takeIn.error} reader="coach" />
      <Button type="submit" loading={takeIn.isBusy}>
        {t("file.takeIn")}
      </Button>
    </form>
  );
}
