"use client";

import { useQuery } from "@tanstack/react-query";
import { ClipboardList } from "lucide-react";
import { useCallback, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { TestOutcome } from "@/domain/journey/journey.ts";
import type { BatteryKind } from "@/domain/journey/reasons.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { Toast } from "@/ui/toast.tsx";
import { BatteryForm } from "./battery-form.tsx";
import { outcomesOf } from "./draft.ts";
import { type Saving, useSaveBattery } from "./use-save-battery.ts";

export type RecordBatteryProps = {
  readonly clientId: string;
  /** The set of tests that is shown first. */
  readonly first?: BatteryKind;
};

/** Button and dialog for a day of tests. What was written stays when the dialog is closed, until it is saved. */
export function RecordBattery({ clientId, first = "load_impact" }: RecordBatteryProps) {
  const t = useTranslations("tests");
  const common = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const endMessage = useCallback(() => setMessage(null), []);
  const formId = useId();
  const saving = useSaveBattery(clientId, first, () => {
    setIsOpen(false);
    setMessage(t("record.saved"));
  });
  return (
    <>
      <Button icon={<ClipboardList aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("panel.record")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        width="wide"
        title={t("record.title")}
        lead={t("record.lead")}
        words={{ close: common("close") }}
        footer={
          <>
            <Tally outcomes={outcomesOf(saving.battery, saving.draft)} />
            <Button type="submit" form={formId} loading={saving.isPending}>
              {t("record.save")}
            </Button>
          </>
        }
      >
        <WithHerDay clientId={clientId} formId={formId} saving={saving} />
      </Dialog>
      <Toast message={message} onEnd={endMessage} />
    </>
  );
}

/** Her calendar, not the coach's, says which day it is. */
function WithHerDay({ clientId, formId, saving }: { clientId: string; formId: string; saving: Saving }) {
  const t = useTranslations("tests");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const query = useQuery(trpc.clients.byId.queryOptions({ clientId }));
  if (query.isPending) return <LoadingState label={t("record.loading")} />;
  if (query.isError)
    return (
      <Notice
        tone="stop"
        live
        title={t("record.loadFailed")}
        actions={
          <Button variant="secondary" onClick={() => void query.refetch()}>
            {common("tryAgain")}
          </Button>
        }
      />
    );
  return <BatteryForm formId={formId} today={query.data.day} saving={saving} />;
}

/** Always in sight: how many results stand on the sheet, and how many of them pass by the rules. */
function Tally({ outcomes }: { outcomes: readonly TestOutcome[] }) {
  const t = useTranslations("tests");
  const done = outcomes.filter((row) => row.state !== "missing").length;
  const passed = outcomes.filter((row) => row.state === "passed").length;
  return (
    <p role="status" className="me-auto text-ink-soft">
      {t("record.tally", { done, passed })}
    </p>
  );
}
