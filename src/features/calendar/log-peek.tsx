"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { dayInWords } from "@/words/days.ts";
import type { Calendar } from "./client-calendar.tsx";

type Props = {
  readonly done: Calendar["done"][number];
  readonly children: ReactNode;
  readonly onClose: () => void;
};

/** What she did, in its own window: planned beside done, in the words of the room of sessions. */
export function LogPeek({ done, children, onClose }: Props) {
  const t = useTranslations("coach");
  const kind = t(`calendar.kinds.${done.kind}`);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("calendar.peek", { kind, day: dayInWords(done.day, "long") })}
      words={{ close: t("close") }}
      footer={
        <Button variant="secondary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
