"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import type { ListedDocument } from "./document-list.tsx";

type Props = { readonly document: ListedDocument; readonly area: "physio" | "coach" | "client" };

/** Looks at a file where one is: its pages as pictures, never the file itself. Pages further down come when they are near. */
export function DocumentPages({ document, area }: Props) {
  const t = useTranslations("physio.upload");
  const [isOpen, setIsOpen] = useState(false);
  const [missing, setMissing] = useState<ReadonlySet<number>>(new Set());
  const { id, fileName: name } = document;
  const pages = document.pages ?? 1;
  const show = () => {
    setMissing(new Set());
    setIsOpen(true);
  };
  return (
    <>
      <Button size="compact" variant="secondary" onClick={show} aria-label={`${t("look")}: ${name}`}>
        {t("look")}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={name} words={{ close: t("close") }}>
        <ol className="space-y-4">
          {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
            <li key={page}>
              {missing.has(page) ? (
                <p className="text-ink-soft">{t("notShown")}</p>
              ) : (
                // biome-ignore lint/performance/noImgElement: private bytes must not pass an optimiser that keeps them
                <img
                  src={`/api/documents/${id}/pages/${page}?as=${area}`}
                  alt={t("page", { page, pages, name })}
                  loading={page > 2 ? "lazy" : "eager"}
                  className="h-auto min-h-40 w-full rounded-control border border-line bg-white"
                  onError={() => setMissing((before) => new Set(before).add(page))}
                />
              )}
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}
