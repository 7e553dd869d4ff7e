"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionButton } from "./action-button.tsx";

type RemoveButtonProps = { label: string; busy: boolean; onRemove: () => void };

/** Two presses: the second says that it is for good. Leaving the button takes the first one back. */
export function RemoveButton({ label, busy, onRemove }: RemoveButtonProps) {
  const t = useTranslations("account.page");
  const [isSure, setIsSure] = useState(false);
  return (
    <ActionButton
      variant={isSure ? "stop" : "quiet"}
      aria-label={isSure ? undefined : label}
      loading={busy}
      onBlur={() => setIsSure(false)}
      onClick={() => (isSure ? onRemove() : setIsSure(true))}
    >
      {isSure ? t("sure") : t("remove")}
    </ActionButton>
  );
}
