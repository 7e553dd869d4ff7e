"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Day, laterOf } from "@/domain/shared/day.ts";
import type { ToolProps } from "./plan-tools.tsx";
import { DaySelect, PlanSelect, ToolDialog } from "./tool-dialog.tsx";

const DAYS_AHEAD = 42;

/** One more session of a plan she has, on a day of the coach's choice. The rules judge it as they judge a moved one. */
export function AddSession({ data, hand, from, onClose }: ToolProps) {
  const t = useTranslations("coach.calendar.tools");
  const first = laterOf(from, data.today);
  const [planId, setPlanId] = useState(data.plans[0]?.planId ?? "");
  // One session however often it is sent.
  const [sessionId] = useState(() => crypto.randomUUID());
  const [day, setDay] = useState<Day>(first);
  if (data.plans.length === 0)
    return (
      <ToolDialog tool="add" error={null} isBusy={false} onClose={onClose}>
        <p>{t("noPlan")}</p>
      </ToolDialog>
    );
  return (
    <ToolDialog
      tool="add"
      error={hand.error}
      isBusy={hand.isBusy}
      onClose={onClose}
      onSubmit={() => hand.add({ sessionId, planId, day }, onClose)}
    >
      <PlanSelect plans={data.plans} value={planId} onChoose={setPlanId} />
      <DaySelect label={t("onDay")} value={day} from={first} days={DAYS_AHEAD} onChoose={setDay} />
    </ToolDialog>
  );
}
