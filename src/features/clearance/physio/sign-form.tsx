"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { DecisionPart } from "./decision-part.tsx";
import {
  type At,
  type Draft,
  type DraftField,
  emptyDraft,
  forgetDraft,
  keepDraft,
  keptDraft,
  needsOf,
  signingOf,
} from "./draft.ts";
import { FoundPart } from "./found-part.tsx";
import { FreshCode } from "./fresh-code.tsx";
import { SignerPart } from "./signer-part.tsx";
import type { Files, View } from "./view.ts";

const codeOf = (error: unknown) => (error as { data?: { code?: string } } | null)?.data?.code ?? null;

type Props = {
  readonly view: View;
  readonly files: Files;
  /** Where the letter is uploaded. */
  readonly letter: ReactNode;
  readonly onSigned: () => void;
};

/** The form she fills and signs: letter, findings, decision, signature. Kept in the window until it is signed. */
export function SignForm({ view, files, letter, onSigned }: Props) {
  const t = useTranslations("physio.form");
  const { draft, set } = useDraft(view);
  const [isTried, setIsTried] = useState(false);
  const at = { today: view.today, country: view.client.country, bornOn: view.birth?.bornOn ?? null };
  const signing = useSigning(view, files, at, () => {
    forgetDraft(view.request.id);
    onSigned();
  });
  const form = useRef<HTMLFormElement>(null);
  const needs = needsOf(draft, at);
  const errorOf = (field: DraftField) => {
    const need = isTried ? needs.find((row) => row.field === field)?.need : undefined;
    return need && t(`need.${need}`, { year: view.today.slice(0, 4) });
  };
  const parts = { draft, set, errorOf };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setIsTried(true);
    if (needs.length > 0) {
      // To the first thing that is missing, once the sentence stands there.
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>(
            '[aria-invalid="true"]:is(input,select,textarea), [aria-invalid="true"] input',
          )
          ?.focus(),
      );
      return;
    }
    signing.sign(draft);
  };

  return (
    <div className="space-y-6">
      <form ref={form} onSubmit={submit} noValidate className="space-y-6">
        <Part title={t("letter")}>{letter}</Part>
        <Part title={t("found")}>
          <FoundPart {...parts} last={view.lastAssessment} />
        </Part>
        <Part title={t("decision")}>
          <DecisionPart {...parts} />
        </Part>
        <Part title={t("sign")}>
          <SignerPart {...parts} view={view} files={files} />
          <div className="mt-6 space-y-4">
            {isTried && needs.length > 0 && (
              <Notice tone="wait" live>
                {t("missing", { count: needs.length })}
              </Notice>
            )}
            {signing.problem && (
              <Notice tone="stop" live>
                {signing.problem}
              </Notice>
            )}
            {!signing.wantsCode && (
              <Button type="submit" size="large" wide loading={signing.isBusy}>
                {signing.isBusy ? t("signing") : t("submit")}
              </Button>
            )}
            <p className="text-center text-ink-soft text-sm">{t("kept")}</p>
          </div>
        </Part>
      </form>
      {signing.wantsCode && <FreshCode onProved={() => submit()} />}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title} level={3}>
      {children}
    </Card>
  );
}

function useDraft(view: View) {
  const { client, physio, request, today, signed } = view;
  const [draft, setDraft] = useState<Draft>(() =>
    emptyDraft({
      today,
      country: client.country,
      bornOn: view.birth?.bornOn ?? null,
      physio,
      practisingYear: signed[0]?.signer.practisingYear ?? null,
    }),
  );
  // What the window kept is read after the first paint: the server knows nothing of it.
  useEffect(() => {
    setDraft((empty) => keptDraft(request.id, empty) ?? empty);
  }, [request.id]);
  const set = (change: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...change };
      keepDraft(request.id, next);
      return next;
    });
  return { draft, set };
}

function useSigning(view: View, files: Files, at: At, onSigned: () => void) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const key = useRef<string>(undefined);
  const sign = useMutation(
    trpc.clearance.sign.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.clearance.pathFilter());
        onSigned();
      },
      onError: async (error) => {
        // Another body under the same key would be refused: what she changes now is a new try.
        if (codeOf(error) !== "PRECONDITION_REQUIRED") key.current = undefined;
        const refused = refusalOf(error)?.code;
        if (refused === "documents_changed" || refused === "documents_foreign")
          await queries.invalidateQueries(trpc.documents.pathFilter());
      },
    }),
  );
  const refusal = refusalOf(sign.error);
  const wantsCode = codeOf(sign.error) === "PRECONDITION_REQUIRED" && !sign.isPending;
  const problem = () => {
    if (!sign.error || wantsCode) return null;
    if (codeOf(sign.error) === "UNAUTHORIZED") return t("errors.not_signed_in");
    if (codeOf(sign.error) === "SERVICE_UNAVAILABLE") return t("errors.unavailable");
    return (refusal && say.refusal(refusal)) ?? t("errors.failed");
  };
  return {
    isBusy: sign.isPending,
    wantsCode,
    problem: problem(),
    sign: (draft: Draft) => {
      const signing = signingOf(draft, at);
      if (!signing || sign.isPending) return;
      key.current ??= crypto.randomUUID();
      const documents = files.map(({ id, sha256 }) => ({ id, sha256 }));
      sign.mutate({ key: key.current, requestId: view.request.id, ...signing, documents });
    },
  };
}
