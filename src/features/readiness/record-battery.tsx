"use client";

import { useQuery } from "@tanstack/react-query";
import { ClipboardList } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BatteryKind } from "@/domain/journey/reasons.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { Toast } from "@/ui/toast.tsx";
import { BatteryForm } from "./battery-form.tsx";
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
        onOpenChange={setIsOpen}
        wide
        title={t("record.title")}
        lead={t("record.lead")}
        words={{ close: common("close") }}
      >
        <WithHerDay clientId={clientId} saving={saving} />
      </Dialog>
      <Toast onClose={() => setMessage(null)} words={{ close: common("close") }}>
        {message}
      </Toast>
    </>
  );
}

/** Her calendar, not the coach's, says which day it is. */
function WithHerDay({ clientId, saving }: { clientId: string; saving: Saving }) {
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
  return <BatteryForm today={query.data.day} saving={saving} />;
}
