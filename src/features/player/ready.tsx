"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { shortVersionsUnder } from "@/domain/journey/performance.ts";
import { type Block } from "@/domain/protocols/blocks.ts";
import { type ShortMinutes } from "@/domain/protocols/grammar.ts";
import { blocksSeconds } from "@/domain/protocols/measure.ts";
import { shortVersion } from "@/domain/protocols/shorten.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { useSay } from "@/words/use-say.ts";
import { Actions } from "./frame.tsx";
import { Outline } from "./outline.tsx";
import type { SessionToDo } from "./shapes.ts";
import { ToWatch } from "./to-watch.tsx";

export type Chosen = {
  readonly blocks: readonly Block[];
  /** The version of 5, 10 or 20 minutes; null for the whole session. */
  readonly shortVersion: ShortMinutes | null;
  readonly note: string | null;
};

export type ReadyProps = {
  readonly todo: SessionToDo;
  /** What was told on this phone today and rests this session; null for nothing. */
  readonly heldHere: "impact" | "everything" | null;
  /** A session she began and may not go on with: what was done can still be told. */
  readonly onLogLeft: (() => void) | undefined;
  readonly onBegin: (chosen: Chosen) => void;
  readonly onLogOnly: (chosen: Chosen) => void;
};

/** Before anything: what it asks, inside which limits, how long, and why not when it may not start. */
export function Ready({ todo, heldHere, onLogLeft, onBegin, onLogOnly }: ReadyProps) {
  const t = useTranslations("mum");
  const [length, setLength] = useState<"full" | `${ShortMinutes}`>("full");
  const [note, setNote] = useState("");
  const [isTried, setIsTried] = useState(false);
  const needsNote = todo.jump?.band === "needs_note";
  const shortMinutes = length === "full" ? null : (Number(length) as ShortMinutes);
  const blocks = shortMinutes === null ? todo.session.blocks : shortVersion(todo.session, shortMinutes);
  const whole = Math.ceil(blocksSeconds(todo.session.blocks) / 60);
  const shorter = shortVersionsUnder(whole);
  const chosen = { blocks, shortVersion: shortMinutes, note: note.trim() || null };
  const mayStart = todo.mayStart && heldHere === null;

  const go = (then: (chosen: Chosen) => void) => {
    if (needsNote && !chosen.note) {
      setIsTried(true);
      document.getElementById("jump-note")?.focus();
    } else then(chosen);
  };

  return (
    <>
      <PageHeader
        over={<Link href="/me">{t("session.back")}</Link>}
        title={t(`kind.${todo.kind}`)}
        lead={todo.levelTitle}
      />
      <div className="space-y-6">
        {!mayStart && <Locked todo={todo} heldHere={heldHere} />}
        {onLogLeft && (
          <Button wide size="large" onClick={onLogLeft}>
            {t("session.logLeft")}
          </Button>
        )}
        <Limits todo={todo} />
        {todo.note && <p className="text-lg">{todo.note}</p>}
        {mayStart && (
          <>
            {shorter.length > 0 && (
              <RadioCards
                name="length"
                label={t("session.length")}
                columns={2}
                value={length}
                onChange={(event) => setLength(event.target.value as typeof length)}
                choices={[
                  { value: "full", label: t("session.full", { minutes: whole }) },
                  ...shorter.map((minutes) => ({
                    value: String(minutes),
                    label: t("session.shortOf", { minutes }),
                  })),
                ]}
              />
            )}
            <Jump todo={todo} />
            {needsNote && (
              <TextArea
                id="jump-note"
                label={t("session.jumpNote")}
                value={note}
                maxLength={2000}
                onChange={(event) => setNote(event.target.value)}
                error={isTried && !chosen.note ? t("session.jumpNoteError") : undefined}
              />
            )}
          </>
        )}
        <Outline blocks={blocks} />
        {mayStart && (
          <>
            <ToWatch todo={todo} />
            <Button wide variant="quiet" onClick={() => go(onLogOnly)}>
              {t("session.logOnly")}
            </Button>
            <Actions>
              <Button wide size="large" onClick={() => go(onBegin)}>
                {t("session.begin")}
              </Button>
            </Actions>
          </>
        )}
      </div>
    </>
  );
}

function Locked({ todo, heldHere }: Pick<ReadyProps, "todo" | "heldHere">) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  return (
    <Notice
      tone="wait"
      title={t("session.lockedTitle")}
      actions={
        <Link href="/me/running" variant="alone">
          {t("today.toRunning")}
        </Link>
      }
    >
      <p>{t(todo.paused ? "session.pausedBody" : "session.lockedLead")}</p>
      <ul className="list-disc space-y-1 ps-5">
        {heldHere && <li>{t(heldHere === "everything" ? "session.restToday" : "stop.held")}</li>}
        {todo.lockedBy.map((reason) => (
          <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the physio set, and the coach's cues: read before the start, every time. */
function Limits({ todo }: { todo: SessionToDo }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  if (todo.limits.length === 0 && todo.cues.length === 0 && todo.coachNote === null) return null;
  return (
    <div className="space-y-4">
      {todo.coachNote !== null && (
        <Notice tone="accent" title={t("session.coachWord")}>
          <p className="[overflow-wrap:anywhere]">{todo.coachNote}</p>
        </Notice>
      )}
      {todo.limits.length > 0 && (
        <Notice tone="info" title={t("session.limits")}>
          <ul className="list-disc space-y-1 ps-5">
            {todo.limits.map((condition) => (
              <li key={JSON.stringify(condition)}>{say.condition(condition)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {todo.cues.length > 0 && (
        <Notice tone="accent" title={t("session.cues")}>
          <ul className="list-disc space-y-1 ps-5">
            {todo.cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Jump({ todo }: { todo: SessionToDo }) {
  const t = useTranslations("mum");
  const { jump } = todo;
  if (!jump || jump.band === "fine") return null;
  return (
    <Notice tone="wait">{t("session.jump", { percent: Math.round(jump.percent), band: jump.band })}</Notice>
  );
}
