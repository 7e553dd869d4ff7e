"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Day, laterOf } from "@/domain/shared/day.ts";
import { Select } from "@/ui/select.tsx";
import type { ToolProps } from "./plan-tools.tsx";
import { DaySelect, PlanSelect, ToolDialog } from "./tool-dialog.tsx";

const DAYS_AHEAD = 42;
/** Days later (or earlier): a day's swap, a week away, a holiday. */
const BY = [1, 2, 3, 7, 14, 21, 28, -1, -2, -3, -7];

/** All of a plan's sessions from a day on, later or earlier: a holiday, a move, a cold in the house. */
export function ShiftPlan({ data, hand, from, onClose }: ToolProps) {
  const t = useTranslations("coach.calendar.tools");
  const first = laterOf(from, data.today);
  const [planId, setPlanId] = useState(data.plans[0]?.planId ?? "");
  const [fromDay, setFromDay] = useState<Day>(first);
  const [by, setBy] = useState(7);
  if (data.plans.length === 0)
    return (
      <ToolDialog tool="shift" error={null} isBusy={false} onClose={onClose}>
        <p>{t("noPlan")}</p>
      </ToolDialog>
    );
  return (
    <ToolDialog
      tool="shift"
      error={hand.error}
      isBusy={hand.isBusy}
      onClose={onClose}
      onSubmit={() => hand.shift({ planId, fromDay, days: by }, onClose)}
    >
      <PlanSelect plans={data.plans} value={planId} onChoose={setPlanId} />
      <DaySelect label={t("fromDay")} value={fromDay} from={first} days={DAYS_AHEAD} onChoose={setFromDay} />
      <Select
        label={t("by")}
        value={String(by)}
        options={BY.map((days) => ({
          value: String(days),
          label: t(days > 0 ? "later" : "earlier", { days: Math.abs(days) }),
        }))}
        onChange={(event) => setBy(Number(event.target.value))}
      />
    </ToolDialog>
  );
}
