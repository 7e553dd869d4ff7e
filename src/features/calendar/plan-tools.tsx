"use client";

import { CalendarPlus, CalendarRange, Copy, Ellipsis, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { Button } from "@/ui/button.tsx";
import { Menu } from "@/ui/menu.tsx";
import { AddSession } from "./add-session.tsx";
import type { Calendar } from "./client-calendar.tsx";
import { CopyWeek } from "./copy-week.tsx";
import { ShiftPlan } from "./shift-plan.tsx";
import type { Hand } from "./use-hand.ts";

export type ToolProps = {
  readonly clientId: string;
  readonly data: Calendar;
  readonly hand: Hand;
  /** A day of the weeks before her eyes: where what she does begins. */
  readonly from: Day;
  readonly onClose: () => void;
};

const TOOLS = { add: AddSession, copy: CopyWeek, shift: ShiftPlan } as const;
type Tool = keyof typeof TOOLS;

/** What is done to more than one session, or to one that is not there yet. */
export function PlanTools(props: Omit<ToolProps, "onClose">) {
  const t = useTranslations("coach.calendar.tools");
  const [tool, setTool] = useState<Tool | null>(null);
  const Open = tool && TOOLS[tool];
  const { hand } = props;
  const { shownUntil, today } = props.data;
  const open = (next: Tool | null) => {
    hand.reset();
    setTool(next);
  };
  return (
    <>
      <Menu
        trigger={
          <Button size="compact" variant="secondary" icon={<Ellipsis aria-hidden />}>
            {t("title")}
          </Button>
        }
        items={[
          { id: "add", label: t("add"), icon: <CalendarPlus aria-hidden />, onSelect: () => open("add") },
          { id: "copy", label: t("copy"), icon: <Copy aria-hidden />, onSelect: () => open("copy") },
          {
            id: "shift",
            label: t("shift"),
            icon: <CalendarRange aria-hidden />,
            onSelect: () => open("shift"),
          },
          {
            id: "weeks",
            label: t(shownUntil === null ? "weekByWeek" : "allWeeks"),
            icon: shownUntil === null ? <EyeOff aria-hidden /> : <Eye aria-hidden />,
            // The week that goes on stays hers to see; the ones behind it become drafts.
            onSelect: () => hand.showWeeks(shownUntil === null ? today : null, shownUntil),
          },
        ]}
      />
      {Open && <Open {...props} onClose={() => open(null)} />}
    </>
  );
}
