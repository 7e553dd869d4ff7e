import { ChevronDown } from "lucide-react";
import { changeOf } from "@/domain/protocols/change.ts";
import type { Criterion, ProtocolContent, ProtocolLevel } from "@/domain/protocols/grammar.ts";
import { cn } from "@/lib/cn.ts";
import { Notice } from "@/ui/notice.tsx";
import { words } from "@/words/server.ts";
import {
  blockInWords,
  changesInWords,
  criterionInWords,
  minutesOfLevel,
  perWeekInWords,
  totalsInWords,
} from "./in-words.ts";

const t = words("tests");
const say = words("protocols");
const w = { say, tests: t };

/** Every level, closed but the first: what it asks, how it differs from the one before, what opens the next. */
export function ProtocolLevels({ content }: { content: ProtocolContent }) {
  return (
    <ol className="space-y-3">
      {content.levels.map((level, at) => (
        // A published version never changes: the place of a level is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
        <li key={at}>
          {level.phase && level.phase !== content.levels[at - 1]?.phase && (
            <p className="mt-6 mb-2 font-heading font-medium text-xl">{level.phase}</p>
          )}
          <Level level={level} before={content.levels[at - 1]} number={at + 1} content={content} />
        </li>
      ))}
      {content.onwardMinutes !== undefined && (
        <li className="rounded-card border border-line-strong border-dashed px-5 py-4">
          {t("protocols.onwardWhole", { minutes: content.onwardMinutes })}
        </li>
      )}
    </ol>
  );
}

type LevelProps = {
  level: ProtocolLevel;
  before: ProtocolLevel | undefined;
  number: number;
  content: ProtocolContent;
};

function Level({ level, before, number, content }: LevelProps) {
  return (
    <details
      open={number === 1}
      className="group rounded-card border border-line bg-raised print:break-inside-avoid"
    >
      <summary className="flex min-h-14 cursor-pointer list-none flex-wrap items-center gap-x-5 gap-y-1 rounded-card px-5 py-3 [&::-webkit-details-marker]:hidden">
        <h3 className="min-w-0 flex-1 basis-60 font-sans font-semibold text-base [overflow-wrap:anywhere]">
          {t("protocols.levelTitle", { number, title: level.title })}
        </h3>
        <span className="text-ink-soft text-sm">
          {say("totals.minutes", { minutes: minutesOfLevel(level) })}, {perWeekInWords(w, level)}
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-primary transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="space-y-5 border-line border-t px-5 py-5">
        {level.note && <p className="max-w-[42rem]">{level.note}</p>}
        {before && <Changes before={before} level={level} number={number} />}
        <div className={cn("grid gap-6", level.sessions.length > 1 && "xl:grid-cols-2")}>
          {level.sessions.map((session, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
            <Session key={at} session={session} isOnly={level.sessions.length === 1} />
          ))}
        </div>
        <Criteria title={t("protocols.levelEntry")} criteria={level.entry ?? []} />
        <Criteria title={t("protocols.levelExit")} criteria={level.exit ?? []} />
        <p className="text-ink-soft text-sm">
          {t("protocols.sourcesOf", { titles: titlesOf(level.sources, content) })}
        </p>
      </div>
    </details>
  );
}

function titlesOf(keys: readonly string[], { sources }: ProtocolContent): string {
  return keys.map((key) => sources.find((source) => source.key === key)?.title ?? key).join("; ");
}

function Changes({ before, level, number }: { before: ProtocolLevel; level: ProtocolLevel; number: number }) {
  const change = changeOf(before, level);
  return (
    <div>
      <h4>{t("protocols.fromBefore", { number: number - 1 })}</h4>
      <ul className="mt-1 list-disc space-y-0.5 ps-5">
        {changesInWords(w, change).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {change.breaksOneParameterRule && (
        <Notice tone="wait" className="mt-3">
          {say("change.tooMany", { count: change.harder.length })}
        </Notice>
      )}
    </div>
  );
}

function Session({ session, isOnly }: { session: ProtocolLevel["sessions"][number]; isOnly: boolean }) {
  return (
    <div className="min-w-0">
      <h4 className="[overflow-wrap:anywhere]">{isOnly ? t("protocols.session") : session.title}</h4>
      <p className="text-ink-soft text-sm">{totalsInWords(w, session).join(" · ")}</p>
      <ol className="mt-2 divide-y divide-line border-line border-y">
        {session.blocks.map((block, at) => {
          const { title, how } = blockInWords(w, block);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id; their place is what they are
            <li key={at} className="py-2">
              <p className="font-semibold">{title}</p>
              <p className="text-ink-soft text-sm">{how}</p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A heading and what has to be true; nothing when nothing is asked. */
export function Criteria({ title, criteria }: { title: string; criteria: readonly Criterion[] }) {
  if (criteria.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul className="mt-1 list-disc space-y-0.5 ps-5">
        {criteria.map((criterion) => (
          <li key={JSON.stringify(criterion)}>{criterionInWords(w, criterion)}</li>
        ))}
      </ul>
    </div>
  );
}
