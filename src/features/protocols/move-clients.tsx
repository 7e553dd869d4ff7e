"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { Refused } from "@/words/refused.tsx";
import { useSay } from "@/words/use-say.ts";

type Row = Outputs["protocols"]["movable"][number];

/** Mums who are on an earlier version stay there; here each is shown with the level she would stand on, and moved alone. */
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
      <Button variant="secondary" onClick={() => setIsOpen(true)}>
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
        {rows.data?.length === 0 && <p>{t("nobody")}</p>}
        <ul className="divide-y divide-line">
          {rows.data?.map((row) => (
            <MoveRow key={row.clientId} row={row} versionId={versionId} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function MoveRow({ row, versionId }: { row: Row; versionId: string }) {
  const t = useTranslations("protocols.builder.moving");
  const say = useSay("coach");
  const assign = useChange(useTRPC().plans.assign.mutationOptions());
  const { clientId, name, from, to, plan, refusal } = row;
  const reasons = refusal && refusal !== "paused" && "reasons" in refusal ? refusal.reasons : [];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-semibold">{name}</p>
        <p className="text-ink-soft">
          {t("from", { number: from.number, level: from.level + 1, title: from.title })}
        </p>
        <p>{t("to", { level: to.level + 1, title: to.title })}</p>
        {refusal && (
          <div className="mt-1">
            <p className="font-semibold">
              {refusal === "paused" ? t("paused") : (say.refusal(refusal) ?? t("not"))}
            </p>
            <ul className="list-disc ps-5">
              {reasons.map((reason) => (
                <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
              ))}
            </ul>
          </div>
        )}
        <Refused error={assign.error} reader="coach" />
      </div>
      {!refusal && (
        <Button
          size="compact"
          loading={assign.isBusy}
          aria-label={t("moveNamed", { name })}
          onClick={() =>
            assign.send({
              clientId,
              protocolVersionId: versionId,
              level: to.level,
              ...plan,
              weekdays: [...plan.weekdays],
            })
          }
        >
          {t("move")}
        </Button>
      )}
    </li>
  );
}
