"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { Refused } from "@/words/refused.tsx";
import { MoveRow } from "./move-row.tsx";
import { WhyNot } from "./why-not.tsx";

type Movables = Outputs["protocols"]["movable"];
type Outcome = Outputs["protocols"]["moveMany"]["rows"];

/** As many as one move takes. */
const MOST_AT_ONCE = 50;

/**
 * Mums who are on an earlier version stay there. Here each is shown with where she would stand and what would change in
 * her next days; those who may are moved together, and put back for as long as they have not begun.
 */
export function MoveClients({ versionId, number }: { versionId: string; number: number }) {
  const t = useTranslations("protocols.builder.moving");
  const [isOpen, setIsOpen] = useState(false);
  const rows = useQuery({
    ...useTRPC().protocols.movable.queryOptions({ versionId }),
    enabled: isOpen,
  });
  if (number < 2) return null;
  return (
    <>
      <Button variant="secondary" icon={<ArrowRight aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        width="wide"
        title={t("title", { number })}
        lead={t("lead")}
        words={{ close: t("close") }}
      >
        {rows.isPending && <LoadingState label={t("loading")} shape="rows" count={3} />}
        {rows.isError && <Refused error={rows.error} reader="coach" />}
        {rows.data && <Moving rows={rows.data} versionId={versionId} />}
      </Dialog>
    </>
  );
}

function Moving({ rows, versionId }: { rows: Movables; versionId: string }) {
  const t = useTranslations("protocols.builder.moving");
  const trpc = useTRPC();
  const move = useChange(trpc.protocols.moveMany.mutationOptions());
  const undo = useChange(trpc.protocols.undoMoves.mutationOptions());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ readonly as: "moved" | "back"; readonly rows: Outcome } | null>(null);
  const may = rows.movable.filter((row) => row.refusal === null);
  const chosen = may.filter((row) => !left.has(row.clientId)).slice(0, MOST_AT_ONCE);
  const names = new Map([...rows.movable, ...rows.moved].map((row) => [row.clientId, row.name]));
  const toggle = (clientId: string) => {
    const next = new Set(left);
    if (!next.delete(clientId)) next.add(clientId);
    setLeft(next);
  };
  const send = () =>
    move.send(
      { versionId, clients: chosen.map(({ clientId, to }) => ({ clientId, level: to.level })) },
      (answer) => setTold({ as: "moved", rows: answer.rows }),
    );
  const takeBack = (who: Movables["moved"]) =>
    undo.send(
      { plans: who.slice(0, MOST_AT_ONCE).map(({ clientId, planId }) => ({ clientId, planId })) },
      (answer) => setTold({ as: "back", rows: answer.rows }),
    );
  return (
    <div className="space-y-8">
      {told && <Told {...told} names={names} />}
      {rows.movable.length === 0 && rows.moved.length === 0 && <p>{t("nobody")}</p>}
      {rows.movable.length > 0 && (
        <section aria-labelledby="movable">
          <h3 id="movable">{t("who", { count: rows.movable.length })}</h3>
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {rows.movable.map((row) => (
              <MoveRow
                key={row.clientId}
                row={row}
                isChosen={chosen.includes(row)}
                onToggle={() => toggle(row.clientId)}
              />
            ))}
          </ul>
          {may.length > 0 && (
            <Button
              wide
              size="large"
              className="mt-4"
              disabled={chosen.length === 0}
              loading={move.isBusy}
              onClick={send}
            >
              {chosen.length === 0 ? t("noneChosen") : t("send", { count: chosen.length })}
            </Button>
          )}
          {may.length > MOST_AT_ONCE && (
            <p className="mt-2 text-ink-soft text-sm">{t("atOnce", { count: MOST_AT_ONCE })}</p>
          )}
        </section>
      )}
      <Refused error={move.error ?? undo.error} reader="coach" />
      {rows.moved.length > 0 && (
        <section aria-labelledby="moved">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h3 id="moved">{t("moved", { count: rows.moved.length })}</h3>
            <Button
              variant="secondary"
              size="compact"
              loading={undo.isBusy}
              onClick={() => takeBack(rows.moved)}
            >
              {t("allBack")}
            </Button>
          </div>
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {rows.moved.map((row) => (
              <li key={row.clientId} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <span className="font-semibold">{row.name}</span>{" "}
                  <span className="text-ink-soft text-sm">
                    {t("standsAt", { level: row.level.number + 1, title: row.level.title })}
                  </span>
                </span>
                <Button
                  variant="quiet"
                  size="compact"
                  aria-label={t("backNamed", { name: row.name })}
                  onClick={() => takeBack([row])}
                >
                  {t("back")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What became of it: how many, and each who was left where she is, with her reason. */
function Told(props: {
  readonly as: "moved" | "back";
  readonly rows: Outcome;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { as, rows, names } = props;
  const t = useTranslations("protocols.builder.moving");
  const not = rows.filter((row) => row.refusal !== null);
  return (
    <Notice
      tone={not.length > 0 ? "wait" : "good"}
      live
      title={t(as === "moved" ? "done" : "doneBack", { count: rows.length - not.length })}
    >
      {not.length > 0 && (
        <ul className="space-y-2">
          {not.map(({ clientId, refusal }) => (
            <li key={clientId}>
              <span className="font-semibold">{names.get(clientId)}</span>
              {refusal && <WhyNot refusal={refusal} />}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
