"use client";

import { Undo2, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";

/**
 * What was just put away, and the way to take it back. It stays until it is closed or the next one comes: nobody has to
 * be quick. Its place is always in the page, so that a new text is read out.
 */
export function DoneBar({
  said,
  onUndo,
  onClose,
}: {
  said: string | null;
  onUndo: (() => void) | null;
  onClose: () => void;
}) {
  const t = useTranslations("coach");
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-24 z-40 flex justify-center lg:bottom-8 print:hidden"
    >
      {said !== null && (
        <div className="pointer-events-auto flex max-w-[36rem] items-center gap-2 rounded-control border border-line-strong bg-raised py-1.5 ps-5 pe-2 shadow-over">
          <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">{said}</p>
          {onUndo && (
            <Button variant="quiet" size="compact" icon={<Undo2 aria-hidden />} onClick={onUndo}>
              {t("today.undo")}
            </Button>
          )}
          <IconButton size="compact" label={t("close")} icon={<X aria-hidden />} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
