"use client";

import { useQuery } from "@tanstack/react-query";
import { ClipboardPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { Toast } from "@/ui/toast.tsx";
import { Refused } from "@/words/refused.tsx";
import { BulkPreview } from "./bulk-preview.tsx";

/** As many as one bulk action takes. */
export const MOST_AT_ONCE = 50;

type Props = {
  readonly chosen: readonly string[];
  /** The version she came with from the library; empty: she chooses here. */
  readonly protocol: string;
  readonly onClear: () => void;
};

type Taken = { readonly message: string; readonly plans: { clientId: string; planId: string }[] };

/**
 * What can be done with several mums at once. A protocol is chosen, everybody is looked at before anything is pressed, and
 * what was done can be taken back for as long as nobody has begun.
 */
export function BulkAssign({ chosen, protocol, onClear }: Props) {
  const t = useTranslations("coach.bulk");
  const coach = useTranslations("coach");
  const names = useTranslations("journey");
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const [versionId, setVersionId] = useState(protocol);
  const [level, setLevel] = useState(0);
  // Empty: each of them begins on her own today.
  const [start, setStart] = useState("");
  const [taken, setTaken] = useState<Taken | null>(null);
  const [word, setWord] = useState<string | null>(null);
  const library = useQuery({ ...trpc.protocols.list.queryOptions({}), enabled: isOpen });
  const wish = {
    protocolVersionId: versionId,
    clientIds: [...chosen],
    level,
    startsOn: isDay(start) ? start : null,
  };
  const isHalfDate = start !== "" && !isDay(start);
  const levels = library.data?.find((line) => line.versionId === versionId)?.levels ?? [];
  const choose = (version: string) => {
    setVersionId(version);
    setLevel(0);
  };
  const preview = useQuery({
    ...trpc.plans.previewAssign.queryOptions(wish),
    enabled: isOpen && versionId !== "" && !isHalfDate,
  });
  const assign = useChange(trpc.plans.assignMany.mutationOptions());
  const undo = useChange(trpc.plans.undoAssign.mutationOptions());
  const close = () => {
    setIsOpen(false);
    choose(protocol);
    setStart("");
    assign.reset();
  };
  const may = preview.data?.rows.filter((row) => row.refusal === null).length ?? 0;
  const send = () =>
    assign.send(wish, ({ title, rows }) => {
      const plans = rows.flatMap(({ clientId, planId }) => (planId ? [{ clientId, planId }] : []));
      setTaken({ message: t("done", { title, count: plans.length }), plans });
      onClear();
      close();
    });
  const takeBack = (plans: Taken["plans"]) => {
    setTaken(null);
    undo.send({ plans }, ({ rows }) => {
      const begun = rows.filter((row) => row.refusal !== null).length;
      setWord(begun === 0 ? t("undone") : t("undoneBut", { count: begun }));
    });
  };
  return (
    <>
      {chosen.length > 0 && (
        <div className="sticky bottom-0 z-20 -mx-4 mt-4 flex flex-wrap items-center gap-3 border-line border-t bg-raised px-4 py-3">
          <p role="status" className="me-auto font-semibold">
            {t("chosen", { count: chosen.length })}
          </p>
          <Button variant="quiet" size="compact" onClick={onClear}>
            {t("clear")}
          </Button>
          <Button size="compact" icon={<ClipboardPlus aria-hidden />} onClick={() => setIsOpen(true)}>
            {t("assign")}
          </Button>
        </div>
      )}
      <Dialog
        open={isOpen}
        onClose={close}
        width="wide"
        title={t("title", { count: chosen.length })}
        lead={t("lead")}
        words={{ close: coach("close") }}
      >
        <div className="space-y-6">
          <Select
            label={t("protocol")}
            value={versionId}
            placeholder={t("choose")}
            onChange={(event) => choose(event.target.value)}
            options={(library.data ?? []).map((line) => ({
              value: line.versionId,
              label: `${line.title} (${names(`names.kind.${line.kind}`)})`,
            }))}
          />
          {levels.length > 0 && (
            <Select
              label={t("level")}
              value={String(level)}
              options={levels.map(({ title }, at) => ({
                value: String(at),
                label: t("levelOf", { number: at + 1, title }),
              }))}
              onChange={(event) => setLevel(Number(event.target.value))}
            />
          )}
          {versionId !== "" && (
            <DateInput
              label={t("start")}
              hint={t("startHint")}
              error={isHalfDate && coach("assign.wholeDate")}
              value={start}
              onChange={setStart}
              words={{ day: coach("assign.day"), month: coach("assign.month"), year: coach("assign.year") }}
            />
          )}
          {versionId !== "" && !isHalfDate && <BulkPreview preview={preview.data ?? null} />}
          <Refused error={preview.error ?? assign.error} reader="coach" />
          {preview.data && !isHalfDate && (
            <Button wide size="large" disabled={may === 0} loading={assign.isBusy} onClick={send}>
              {may === 0 ? t("nobody") : t("send", { count: may })}
            </Button>
          )}
        </div>
      </Dialog>
      <Toast
        message={taken?.message ?? null}
        onEnd={() => setTaken(null)}
        {...(taken && taken.plans.length > 0
          ? { undo: { label: t("undo"), onUndo: () => takeBack(taken.plans) } }
          : {})}
      />
      <Toast message={word} onEnd={() => setWord(null)} tone="info" />
    </>
  );
}
