"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { diffOf } from "@/domain/protocols/diff.ts";
import type { Draft } from "@/domain/protocols/draft.ts";
import type { Problem } from "@/domain/protocols/problems.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Refused } from "@/words/refused.tsx";
import { ProblemList } from "../problem-list.tsx";
import { Differences } from "./differences.tsx";
import type { OpenDraft } from "./use-draft.ts";

type Props = {
  readonly open: OpenDraft;
  readonly draft: Draft;
  readonly revision: number;
  readonly problems: readonly Problem[];
  /** Everything written has reached the practice. */
  readonly isKept: boolean;
  readonly onGo: (problem: Problem) => void;
};

/** Makes a version of the draft: first everything that is wrong, then everything that is new, then the button. */
export function Publish({ open, draft, revision, problems, isKept, onGo }: Props) {
  const t = useTranslations("protocols.builder.publish");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const publish = useChange(useTRPC().protocols.publishDraft.mutationOptions());
  const rows = isOpen && open.before && problems.length === 0 ? diffOf(open.before.content, draft) : [];
  const isSame = open.before !== null && rows.length === 0;
  const number = (open.before?.number ?? 0) + 1;
  const { answer } = publish;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t("open")}</Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title", { number })}
        lead={t("lead")}
        words={{ close: t("close") }}
        footer={
          problems.length === 0 &&
          !isSame && (
            <Button
              loading={publish.isBusy || !isKept}
              onClick={() =>
                publish.send({ draftId: open.draftId, revision }, (done) => {
                  if (done.ok) router.push(`/coach/protocols/${done.versionId}`);
                })
              }
            >
              {t("yes", { number })}
            </Button>
          )
        }
      >
        {problems.length > 0 ? (
          <Notice tone="stop" title={t("problems", { count: problems.length })}>
            <ProblemList
              problems={problems}
              onGo={(problem) => {
                setIsOpen(false);
                onGo(problem);
              }}
            />
          </Notice>
        ) : (
          <>
            {open.before === null && <p>{t("first", { levels: draft.levels.length })}</p>}
            {open.before && isSame && <p>{t("same", { number: open.before.number })}</p>}
            {open.before && !isSame && (
              <>
                <p className="mb-2 font-semibold">{t("differs", { number: open.before.number })}</p>
                <Differences rows={rows} />
              </>
            )}
          </>
        )}
        {answer && !answer.ok && (answer.reason === "stale" || answer.reason === "ended") && (
          <Notice tone="stop" live title={t("overtaken", { by: answer.by })} className="mt-4" />
        )}
        <Refused error={publish.error} reader="coach" />
      </Dialog>
    </>
  );
}
