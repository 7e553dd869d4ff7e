"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";

/** The sealed record as a file for her own notes; `scripts/verify-sign-off.mjs` checks it offline. */
export function KeepCopy({ clearanceId }: { clearanceId: string }) {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [isFailed, setIsFailed] = useState(false);
  const keep = async () => {
    setIsBusy(true);
    try {
      const found = await queries.fetchQuery(trpc.clearance.export.queryOptions({ clearanceId }));
      // Exactly as the verifier reads it: no spaces, nothing twice.
      const address = URL.createObjectURL(new Blob([JSON.stringify(found)], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href: address, download: "sign-off.json" }).click();
      URL.revokeObjectURL(address);
      setIsFailed(false);
    } catch {
      setIsFailed(true);
    }
    setIsBusy(false);
  };
  return (
    <div>
      <Button variant="secondary" loading={isBusy} onClick={() => void keep()}>
        {t("signed.keep")}
      </Button>
      <p className="mt-2 text-ink-soft text-sm">
        {t.rich("signed.keepHint", {
          key: (words) => (
            // A file, not a page.
            // oxlint-disable-next-line next/no-html-link-for-pages
            <a className="text-primary underline" href="/.well-known/sign-off-keys.json">
              {words}
            </a>
          ),
        })}
      </p>
      {isFailed && (
        <Notice tone="stop" live>
          {t("errors.failed")}
        </Notice>
      )}
    </div>
  );
}
