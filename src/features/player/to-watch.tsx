"use client";

import { Watch } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import type { SessionToDo } from "./shapes.ts";

/** The session as a file for her watch, while it may be started. The server asks again. */
export function ToWatch({ todo }: { todo: Pick<SessionToDo, "planId" | "session" | "jump"> }) {
  const t = useTranslations("mum");
  const hasIntervals = todo.session.blocks.some((block) => block.type === "intervals");
  // Far beyond her longest run a reason is asked for first, and a watch cannot ask.
  if (!hasIntervals || todo.jump?.band === "needs_note") return null;
  return (
    <Disclosure summary={t("watch.title")}>
      <p className="mb-3">{t("watch.how")}</p>
      <Button asChild variant="secondary" icon={<Watch aria-hidden />}>
        <a href={`/api/workouts/${todo.planId}`} download="session.fit">
          {t("watch.download")}
        </a>
      </Button>
    </Disclosure>
  );
}
