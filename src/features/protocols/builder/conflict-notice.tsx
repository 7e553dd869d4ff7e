"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { diffOf } from "@/domain/protocols/diff.ts";
import type { Draft } from "@/domain/protocols/draft.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Refused } from "@/words/refused.tsx";
import { Differences } from "./differences.tsx";
import { dropKeptDraft } from "./kept-draft.ts";
import type { Conflict } from "./use-draft.ts";

/** Somebody else was here: who, when, what differs. Nothing was overwritten; the coach chooses. */
export function ConflictNotice(props: {
  readonly draftId: string;
  readonly conflict: Conflict;
  readonly mine: Draft;
  readonly onTakeTheirs: () => void;
}) {
  const { draftId, conflict, mine, onTakeTheirs } = props;
  const t = useTranslations("protocols.builder.conflict");
  const router = useRouter();
  const start = useChange(useTRPC().protocols.startDraft.mutationOptions());
  const { by } = conflict;
  const at = conflict.at.toLocaleTimeString("en-NZ", { hour: "2-digit", minute: "2-digit" });
  const keepMine = () => {
    const content = { ...mine, title: t("copyOf", { title: mine.title }).slice(0, 200) };
    start.send({ from: { as: "content", content } }, (answer) => {
      dropKeptDraft(draftId);
      router.push(`/coach/protocols/drafts/${answer.draftId}`);
    });
  };
  const title =
    conflict.reason === "stale"
      ? t("stale", { by, at })
      : t(conflict.versionId ? "published" : "thrown", { by, at });
  return (
    <Notice
      tone="stop"
      live
      title={title}
      className="mb-6"
      actions={
        <>
          {conflict.reason === "stale" && <Button onClick={onTakeTheirs}>{t("takeTheirs", { by })}</Button>}
          <Button variant="secondary" loading={start.isBusy} onClick={keepMine}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <p>{t("nothingLost")}</p>
      {conflict.reason === "stale" && (
        <>
          <p>{t("differs")}</p>
          <Differences rows={diffOf(conflict.content, mine)} />
        </>
      )}
      {conflict.reason === "ended" && conflict.versionId && (
        <p>
          <Link href={`/coach/protocols/${conflict.versionId}`}>{t("seeVersion")}</Link>
        </p>
      )}
      <Refused error={start.error} reader="coach" />
    </Notice>
  );
}
