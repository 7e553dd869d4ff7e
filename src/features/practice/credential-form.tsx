"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { type Day, isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import type { Physio, Physios } from "./practice-view.ts";

type Props = {
  readonly physio: Physio;
  readonly register: Physios["register"];
  readonly today: Day;
  readonly onDone: () => void;
};

/** The owner's look into the public register: what she searched for, what she saw, until when it holds. */
export function CredentialForm({ physio, register, today, onDone }: Props) {
  const t = useTranslations("physio.practice.form");
  const { draft, set, keep } = useCheck(physio, register, onDone);
  const [isTried, setIsTried] = useState(false);
  const isFound = draft.found === "yes";
  const need = {
    number: draft.number.trim().length < 2,
    found: draft.found === "",
    evidence: draft.evidence.trim().length < 2,
    validUntil: isFound && (!isDay(draft.validUntil) || draft.validUntil < today),
  };
  const errorOf = (field: keyof typeof need) => (isTried && need[field] ? t(`need.${field}`) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!Object.values(need).some(Boolean)) keep.go(today);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-5 rounded-card bg-sunken p-5">
      <div>
        <h3 className="font-semibold text-lg">{t("title", { name: physio.name })}</h3>
        <p className="text-ink-soft">{t("lead")}</p>
        <Button asChild variant="secondary" className="mt-3">
          <a href={register.address} target="_blank" rel="noreferrer noopener">
            <ExternalLink aria-hidden />
            {t("open", { regulator: register.regulator })}
          </a>
        </Button>
      </div>
      <TextInput
        label={t("number")}
        hint={t("numberHint")}
        maxLength={40}
        error={errorOf("number")}
        value={draft.number}
        onChange={(event) => set({ number: event.target.value })}
      />
      <RadioCards
        name={`found-${physio.id}`}
        label={t("found")}
        error={errorOf("found")}
        columns={2}
        value={draft.found}
        choices={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        onChange={(event) => set({ found: event.target.value as typeof draft.found })}
      />
      {isFound && (
        <DateInput
          label={t("validUntil")}
          error={errorOf("validUntil")}
          value={draft.validUntil}
          words={{ day: t("words.day"), month: t("words.month"), year: t("words.year") }}
          onChange={(validUntil) => set({ validUntil })}
        />
      )}
      <TextInput
        label={t("evidence")}
        hint={t("evidenceHint")}
        maxLength={300}
        error={errorOf("evidence")}
        value={draft.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
      {keep.problem && (
        <Notice tone="stop" live>
          {keep.problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" loading={keep.isBusy}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

type Draft = { number: string; found: "" | "yes" | "no"; validUntil: string; evidence: string };

function useCheck(physio: Physio, register: Physios["register"], onDone: () => void) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Draft>({
    number: physio.registrationNumber ?? "",
    found: "",
    validUntil: register.validUntil,
    evidence: "",
  });
  const check = useMutation(
    trpc.practice.checkCredential.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        onDone();
      },
    }),
  );
  const refusal = refusalOf(check.error);
  const problem = () => {
    if (!check.error) return null;
    if (check.error.data?.code === "PRECONDITION_REQUIRED") return t("practice.prove");
    return (refusal && say.refusal(refusal)) ?? t("errors.failed");
  };
  return {
    draft,
    set: (change: Partial<Draft>) => {
      setKey(crypto.randomUUID());
      setDraft((old) => ({ ...old, ...change }));
    },
    keep: {
      isBusy: check.isPending,
      problem: problem(),
      go: (today: Day) => {
        const found = draft.found === "yes";
        const { evidence, number: registrationNumber } = draft;
        // Not found is true today; there is no certificate whose end could be noted.
        const validUntil = found && isDay(draft.validUntil) ? draft.validUntil : today;
        check.mutate({
          key,
          physioId: physio.id,
          registrationNumber,
          register: register.address,
          evidence,
          validUntil,
          found,
        });
      },
    },
  };
}
