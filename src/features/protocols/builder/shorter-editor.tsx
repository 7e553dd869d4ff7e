"use client";

import { useTranslations } from "use-intl";
import { deriveShorter, writeShorter } from "@/domain/protocols/draft-pieces.ts";
import {
  type ProtocolSession,
  SHORT_MINUTES,
  type ShortMinutes,
  sessionSchema,
} from "@/domain/protocols/grammar.ts";
import { blocksSeconds } from "@/domain/protocols/measure.ts";
import { shortVersion } from "@/domain/protocols/shorten.ts";
import { Button } from "@/ui/button.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { blockInWords, secondsInWords } from "../in-words.ts";
import { Blocks } from "./blocks-editor.tsx";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";

type Props = { readonly level: number; readonly session: number; readonly value: ProtocolSession };

/** The versions for when she is short on time: each as it is made from the whole, or as it was written by hand. */
export function ShorterVersions(props: Props) {
  const t = useTranslations("protocols.builder.shorter");
  const { problems } = useBuilder();
  const here = idOf(["levels", props.level, "sessions", props.session, "shorter"]);
  const isWrong = problems.some((row) => idOf(row.path).startsWith(`${here}-`));
  const say = useTranslations("protocols.builder");
  return (
    <Disclosure
      className="mt-3"
      summary={
        <>
          {t("heading")}
          {isWrong && <span className="ms-2 text-sm text-stop">{say("mend")}</span>}
        </>
      }
    >
      <p className="text-ink-soft text-sm">{t("lead")}</p>
      <ul className="mt-2 space-y-3">
        {SHORT_MINUTES.map((minutes) => (
          <li key={minutes} className="rounded-control border border-line p-3">
            <OneVersion {...props} minutes={minutes} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function OneVersion({ level, session, value, minutes }: Props & { readonly minutes: ShortMinutes }) {
  const { step } = useBuilder();
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const at = value.shorter?.findIndex((row) => row.minutes === minutes) ?? -1;
  const written = value.shorter?.[at];
  const isSound = sessionSchema.safeParse(value).success;
  const change = (item: ProtocolSession) =>
    step({ on: "sessions", level, do: "change", at: session, item, field: `shorter ${minutes}` });
  const path = ["levels", level, "sessions", session, "shorter", at];
  const said = written && errorAt(path);
  return (
    <div id={written && idOf(path)}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">
          {w.say("short.label", { minutes })}
          {written && (
            <span className="ms-2 font-normal text-ink-soft text-sm">
              {secondsInWords(w, blocksSeconds(written.blocks))}
            </span>
          )}
        </p>
        <Button
          variant="quiet"
          size="compact"
          disabled={!written && !isSound}
          onClick={() => change(written ? deriveShorter(value, minutes) : writeShorter(value, minutes))}
        >
          {w.say(written ? "builder.shorter.derive" : "builder.shorter.write")}
        </Button>
      </div>
      {said && <p className="font-semibold text-stop">{said}</p>}
      {written ? (
        <Blocks
          level={level}
          session={session}
          shorter={minutes}
          blocks={written.blocks}
          path={[...path, "blocks"]}
        />
      ) : (
        <Derived value={value} minutes={minutes} isSound={isSound} />
      )}
    </div>
  );
}

function Derived(props: { value: ProtocolSession; minutes: ShortMinutes; isSound: boolean }) {
  const { value, minutes, isSound } = props;
  const w = useProtocolWords();
  if (!isSound) return <p className="text-ink-soft text-sm">{w.say("builder.shorter.notYet")}</p>;
  if (blocksSeconds(value.blocks) <= minutes * 60)
    return <p className="text-ink-soft text-sm">{w.say("builder.shorter.none")}</p>;
  return (
    <div className="text-ink-soft text-sm">
      <p>{w.say("builder.shorter.derived")}</p>
      <ul className="list-disc ps-5">
        {shortVersion(value, minutes).map((block, at) => {
          const { title, how } = blockInWords(w, block);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id; their place is what they are
            <li key={at}>
              {title}: {how}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
