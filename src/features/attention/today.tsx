"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { mayPutAway } from "@/domain/attention/queue.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { dayInWords } from "@/words/days.ts";
import { DoneBar } from "./done-bar.tsx";
import { KeyHelp } from "./key-help.tsx";
import { afterLeaving, moveIn, queueKeyOf } from "./queue-keys.ts";
import { QueueRow, type Row } from "./queue-row.tsx";
import { usePuttingAway } from "./use-putting-away.ts";
import { NothingWaits } from "./nothing-waits.tsx";

type Morning = Outputs["attention"]["today"];

/** The queue: who needs the coach, in order of risk, to be gone through with the keyboard alone. */
export function Today({ invite }: { invite: ReactNode }) {
  const t = useTranslations("coach");
  const query = useQuery(useTRPC().attention.today.queryOptions({}));
  if (query.isPending) return <LoadingState label={t("loading")} shape="rows" count={6} />;
  if (query.isError) {
    return (
      <ErrorState
        title={t("failed.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("failed.again")}</Button>}
      >
        <p>{t("failed.body")}</p>
      </ErrorState>
    );
  }
  return <Queue morning={query.data} invite={invite} />;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function Queue({ morning, invite }: { morning: Morning; invite: ReactNode }) {
  const t = useTranslations("coach.today");
  const router = useRouter();
  const { away, done, putAway, undo, close } = usePuttingAway();
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const isOneCoach = new Set(morning.rows.map((row) => row.coach)).size <= 1;
  const rows = morning.rows.filter((row) => !away.has(row.clientId));

  const focusAt = (list: readonly Row[], index: number | null) => {
    const row = index === null ? undefined : list[index];
    if (row) links.current.get(row.clientId)?.focus();
  };
  const focused = (): number | null => {
    const index = rows.findIndex((row) => links.current.get(row.clientId) === document.activeElement);
    return index < 0 ? null : index;
  };
  const leave = (row: Row, until: Morning["day"] | null) => {
    if (!row.reasons.every(mayPutAway)) {
      router.push(`/coach/clients/${row.clientId}#red-flag`);
      return;
    }
    const at = rows.indexOf(row);
    const left = rows.filter((other) => other !== row);
    focusAt(left, afterLeaving(left.length, at));
    putAway(row, until);
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const action = queueKeyOf(event);
    if (!action) return;
    event.preventDefault();
    const at = focused();
    const row = at === null ? undefined : rows[at];
    if (action === "next" || action === "previous") {
      focusAt(rows, moveIn(rows.length, at, action === "next" ? 1 : -1));
    } else if (action === "undo") undo();
    else if (row) leave(row, action === "snooze" ? morning.tomorrow : null);
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const said =
    done &&
    {
      handled: t("didHandle", { name: done.name }),
      snoozed: t("didSnooze", { name: done.name }),
      undone: t("undone", { name: done.name }),
      failed: t("didNotSave", { name: done.name }),
    }[done.kind];
  return (
    <>
      <PageHeader
        over={dayInWords(morning.day, "long")}
        title={t("title")}
        lead={rows.length > 0 ? t("waiting", { count: rows.length }) : undefined}
        actions={morning.clients > 0 && invite}
      />
      {rows.length > 0 ? (
        <>
          <ol aria-label={t("queue")} className="border-line border-t">
            {rows.map((row) => (
              <QueueRow
                key={row.clientId}
                row={row}
                isOneCoach={isOneCoach}
                linkRef={(link) => {
                  if (link) links.current.set(row.clientId, link);
                  else links.current.delete(row.clientId);
                }}
                onHandle={() => leave(row, null)}
                onSnooze={() => leave(row, morning.tomorrow)}
              />
            ))}
          </ol>
          <KeyHelp />
        </>
      ) : (
        <NothingWaits clients={morning.clients} invited={morning.invited} invite={invite} />
      )}
      <DoneBar said={said ?? null} onUndo={done?.taskIds ? undo : null} onClose={close} />
    </>
  );
}
