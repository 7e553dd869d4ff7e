"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Toast } from "@/ui/toast.tsx";
import { Refused } from "@/words/refused.tsx";

type Line = Outputs["protocols"]["drafts"][number];

/** What is being written just now, and by whom last. One that is thrown away can be brought back. */
export function DraftList({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("protocols.builder.drafts");
  const say = useTranslations("protocols");
  const router = useRouter();
  const [thrown, setThrown] = useState<Line | null>(null);
  const toss = useChange(useTRPC().protocols.throwDraft.mutationOptions());
  return (
    <>
      {lines.length > 0 && (
        <section aria-labelledby="drafts" className="mb-10">
          <h2 id="drafts">{t("heading")}</h2>
          <ul className="mt-3 divide-y divide-line border-line border-y">
            {lines.map((line) => (
              <li
                key={line.draftId}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3"
              >
                <div className="min-w-0">
                  <Link
                    href={`/coach/protocols/drafts/${line.draftId}`}
                    variant="plain"
                    className="inline-block py-1 font-semibold underline decoration-line-strong [overflow-wrap:anywhere]"
                  >
                    {line.title || say("builder.unnamed")}
                  </Link>
                  <p className="text-ink-soft text-sm">
                    {say(`kind.${line.kind}`)} ·{" "}
                    {line.follows === null ? t("own") : t("follows", { number: line.follows })} ·{" "}
                    {t("by", { name: line.savedBy })}
                  </p>
                </div>
                <Button
                  variant="quiet"
                  size="compact"
                  aria-label={t("throwNamed", { title: line.title })}
                  onClick={() =>
                    toss.send({ draftId: line.draftId, isThrown: true }, () => {
                      setThrown(line);
                      router.refresh();
                    })
                  }
                >
                  {t("throw")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Refused error={toss.error} reader="coach" />
      <Toast
        message={thrown && t("thrown", { title: thrown.title })}
        onEnd={() => setThrown(null)}
        undo={{
          label: say("builder.undo"),
          onUndo: () => {
            if (thrown) toss.send({ draftId: thrown.draftId, isThrown: false }, () => router.refresh());
          },
        }}
      />
    </>
  );
}
