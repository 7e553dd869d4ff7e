"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { DecisionPart } from "./decision-part.tsx";
import {
  type Draft,
  type DraftField,
  emptyDraft,
  forgetDraft,
  keepDraft,
  keptDraft,
  needsOf,
} from "./draft.ts";
import { FoundPart } from "./found-part.tsx";
import { FreshCode } from "./fresh-code.tsx";
import { LettersUnderway, useUnderway } from "./letters-underway.tsx";
import { SignerPart } from "./signer-part.tsx";
import { useSigning } from "./use-signing.ts";
import type { Files, View } from "./view.ts";

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
  const underway = useUnderway(view.request.id);
  const [isHeld, setIsHeld] = useState(false);
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
    setIsHeld(underway.length > 0);
    if (underway.length === 0) signing.sign(draft);
  };
  const signWithout = () => {
    setIsHeld(false);
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
            {signing.isPasskeyLeft && (
              <Notice
                tone="wait"
                live
                title={t("passkey.title")}
                actions={
                  <Button variant="secondary" onClick={() => signing.signByCode(draft)}>
                    {t("passkey.code")}
                  </Button>
                }
              >
                {t("passkey.body")}
              </Notice>
            )}
            {isHeld && underway.length > 0 && (
              <LettersUnderway names={underway} onWait={() => setIsHeld(false)} onSign={signWithout} />
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
      {signing.wantsCode && <FreshCode onProved={() => signing.sign(draft)} />}
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
