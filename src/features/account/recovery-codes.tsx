"use client";

import { Copy, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { ActionButton } from "./action-button.tsx";

type RecoveryCodesProps = {
  codes: readonly string[];
  onKept: () => void;
  /** They are all there is on the page, which then takes their heading. */
  isPage?: boolean;
};

/** Shown once, right after they were made. */
export function RecoveryCodes({ codes, onKept, isPage = false }: RecoveryCodesProps) {
  const t = useTranslations("account.recovery");
  const [isCopied, setIsCopied] = useState(false);
  const card = (
    <Card title={isPage ? undefined : t("title")}>
      {!isPage && <p className="mb-4">{t("lead")}</p>}
      <ul
        aria-label={t("label")}
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-control bg-sunken p-4 font-mono tracking-[0.06em]"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        <ActionButton
          variant="secondary"
          icon={<Copy aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(codes.join("\n")).then(() => setIsCopied(true))}
        >
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </ActionButton>
        <ActionButton variant="secondary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
          {t("print")}
        </ActionButton>
        <ActionButton onClick={onKept}>{t("kept")}</ActionButton>
      </div>
    </Card>
  );
  if (!isPage) return card;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {card}
    </>
  );
}
