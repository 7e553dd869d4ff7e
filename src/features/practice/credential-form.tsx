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
  const isFound = draft.found === "yes" || draft.found === "noted";
  const isNamed = register.address !== "";
  const need = {
    number: draft.number.trim().length < 2,
    found: draft.found === "",
    evidence: draft.evidence.trim().length < 2,
    name: !isNamed && draft.name.trim().length < 2,
    address: !isNamed && !/^https?:\/\/\S+\.\S+$/.test(draft.address.trim()),
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
        {isNamed && (
          <Button asChild variant="secondary" className="mt-3">
            <a href={register.address} target="_blank" rel="noreferrer noopener">
              <ExternalLink aria-hidden />
              {t("open", { regulator: register.regulator })}
            </a>
          </Button>
        )}
      </div>
      {!isNamed && <OwnRegister {...{ draft, set, errorOf }} />}
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
          { value: "noted", label: t("noted"), hint: t("notedHint") },
          { value: "excludes", label: t("excludes"), hint: t("excludesHint") },
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

type Draft = {
  number: string;
  found: "" | "yes" | "noted" | "excludes" | "no";
  validUntil: string;
  evidence: string;
  /** Of a register in a country we know none of. */
  name: string;
  address: string;
};

type OwnProps = {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errorOf: (field: "name" | "address") => string | undefined;
};

/** A country whose register we do not know: she says which one she looks into, and where it is. */
function OwnRegister({ draft, set, errorOf }: OwnProps) {
  const t = useTranslations("physio.practice.form");
  return (
    <>
      <Notice tone="wait">{t("ownRegister")}</Notice>
      <TextInput
        label={t("registerName")}
        maxLength={120}
        error={errorOf("name")}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextInput
        label={t("registerAddress")}
        inputMode="url"
        maxLength={160}
        error={errorOf("address")}
        value={draft.address}
        onChange={(event) => set({ address: event.target.value })}
      />
    </>
  );
}

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
    name: "",
    address: "",
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
        const found = draft.found !== "no";
        const restriction = draft.found === "noted" || draft.found === "excludes" ? draft.found : "none";
        const own = `${draft.name.trim()}, ${draft.address.trim()}`;
        const { evidence, number: registrationNumber } = draft;
        // Not found is true today; there is no certificate whose end could be noted.
        const validUntil =
          found && restriction !== "excludes" && isDay(draft.validUntil) ? draft.validUntil : today;
        check.mutate({
          key,
          physioId: physio.id,
          registrationNumber,
          register: register.address === "" ? own : register.address,
          evidence,
          validUntil,
          found,
          restriction,
        });
      },
    },
  };
}
