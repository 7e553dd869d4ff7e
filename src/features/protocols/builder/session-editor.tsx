"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type ProtocolSession, sessionSchema } from "@/domain/protocols/grammar.ts";
import { runSeconds, stretchesOf } from "@/domain/protocols/measure.ts";
import { cn } from "@/lib/cn.ts";
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
    <>
      <p className="text-ink-soft">
        {isSound ? totalsInWords(w, session).join(" · ") : w.say("builder.notCounted")}
      </p>
      {isSound && runSeconds(session.blocks) > 0 && <Shape blocks={session.blocks} />}
    </>
  );
}

/** More of them than this are no picture any more. */
const MOST_STRETCHES = 150;
const HEIGHTS = {
  exercise: "h-3 bg-line-strong",
  walk: "h-2 bg-line-strong",
  run: "h-6 bg-primary-fill night:bg-primary",
  strides: "h-8 bg-accent-fill night:bg-accent",
} as const;

/** The session as a picture, left to right: low where she walks, high where she runs. The words above say the same. */
function Shape({ blocks }: { blocks: ProtocolSession["blocks"] }) {
  const rows = stretchesOf(blocks);
  if (rows.length > MOST_STRETCHES) return null;
  return (
    <div aria-hidden className="mt-2 flex h-8 items-end gap-px overflow-hidden">
      {rows.map(({ as, seconds }, at) => (
        // A stretch is its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the picture is drawn anew
        <span
          key={at}
          className={cn("min-w-px rounded-t-[2px]", HEIGHTS[as])}
          style={{ flex: `${seconds} 1 0` }}
        />
      ))}
    </div>
  );
}
