"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type ProtocolSession, sessionSchema } from "@/domain/protocols/grammar.ts";
import { TextInput } from "@/ui/text-input.tsx";
import { totalsInWords } from "../in-words.ts";
import { Blocks } from "./blocks-editor.tsx";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { Row } from "./row.tsx";
import { RowMenu } from "./row-menu.tsx";
import { ShorterVersions } from "./shorter-editor.tsx";

/** One session of a level: its name, what it asks in all, its blocks in their order. */
export function SessionEditor(props: {
  readonly level: number;
  readonly session: number;
  readonly value: ProtocolSession;
  readonly handle: ReactNode;
}) {
  const { level, session: at, value, handle } = props;
  const { step, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const path = ["levels", level, "sessions", at];
  return (
    <section className="rounded-card border border-line bg-raised p-[10px] sm:p-5">
      <Row
        className="mb-3"
        handle={<span className="pt-7.5 @max-[15rem]:pt-0">{handle}</span>}
        menu={
          <span className="pt-7.5 @max-[15rem]:pt-0">
            <RowMenu
              name={value.title}
              onDuplicate={() => step({ on: "sessions", level, do: "duplicate", at })}
              onRemove={() => step({ on: "sessions", level, do: "remove", at })}
            />
          </span>
        }
      >
        <TextInput
          id={idOf([...path, "title"])}
          label={t("sessionTitle", { number: at + 1 })}
          value={value.title}
          maxLength={200}
          error={errorAt([...path, "title"])}
          onBlur={settle}
          onChange={(event) =>
            step({
              on: "sessions",
              level,
              do: "change",
              at,
              item: { ...value, title: event.target.value },
              field: "title",
            })
          }
        />
      </Row>
      <Totals session={value} />
      <Blocks level={level} session={at} shorter={null} blocks={value.blocks} path={[...path, "blocks"]} />
      <ShorterVersions level={level} session={at} value={value} />
    </section>
  );
}

/** Live, as soon as every figure of it can be. */
function Totals({ session }: { session: ProtocolSession }) {
  const w = useProtocolWords();
  const isSound = sessionSchema.safeParse(session).success;
  return (
    <p className="text-ink-soft">
      {isSound ? totalsInWords(w, session).join(" · ") : w.say("builder.notCounted")}
    </p>
  );
}
