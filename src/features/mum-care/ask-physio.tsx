"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { isDay } from "@/domain/shared/day.ts";
import { REQUEST_KINDS, SHARED } from "@/domain/shared/vocabulary.ts";
import { normaliseEmail } from "@/lib/email-address.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { ConsentRows } from "./my-consents.tsx";
import { Failed, Loading } from "./states.tsx";

type Before = Outputs["clearance"]["beforeAsking"];

/** She asks a physio herself, from her phone: whom, why, and what may be seen. Her coach sees that she asked. */
export function AskMyPhysio() {
  const t = useTranslations("mum.ask");
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const before = useQuery(trpc.clearance.beforeAsking.queryOptions({}, { enabled: isOpen }));
  return (
    <>
      <Button variant="secondary" wide onClick={() => setIsOpen(true)}>
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("open")}
        lead={t("lead")}
        words={{ close: t("close") }}
      >
        {isOpen && before.isPending && <Loading />}
        {before.isError && <Failed onAgain={() => void before.refetch()} />}
        {isOpen && before.data && <AskForm before={before.data} onDone={() => setIsOpen(false)} />}
      </Dialog>
    </>
  );
}

const NEW = "new";
const SHARES = SHARED.map((category) => `share_${category}` as const);

function useDraft({ physios, herPhysioId, kind, dueOn }: Before) {
  const free = physios.filter((row) => !row.hasOpenRequest);
  const [draft, setDraft] = useState({
    key: crypto.randomUUID(),
    physioId: free.find((row) => row.id === herPhysioId)?.id ?? (physios.length === 0 ? NEW : ""),
    name: "",
    email: "",
    clinic: "",
    kind,
    reason: "",
    dueOn: String(dueOn),
  });
  // Something changed after a refusal is a new request to the server.
  const set = (change: Partial<typeof draft>) =>
    setDraft((old) => ({ ...old, ...change, key: crypto.randomUUID() }));
  return { draft, set };
}

type Draft = ReturnType<typeof useDraft>["draft"];

function AskForm({ before, onDone }: { before: Before; onDone: () => void }) {
  const t = useTranslations("mum.ask");
  const { draft, set } = useDraft(before);
  const [isTried, setIsTried] = useState(false);
  const asking = useAsking();
  const isNew = draft.physioId === NEW;
  const need = {
    physio: draft.physioId === "",
    name: isNew && draft.name.trim() === "",
    email: isNew && normaliseEmail(draft.email) === null,
    reason: draft.reason.trim() === "",
    dueOn: !isDay(draft.dueOn) || draft.dueOn < before.today,
  };
  const errorOf = (field: keyof typeof need) => (isTried && need[field] ? t(`need.${field}`) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!Object.values(need).some(Boolean)) asking.ask(draft);
  };

  if (asking.isSent) {
    return (
      <Notice tone="good" live actions={<Button onClick={onDone}>{t("close")}</Button>}>
        {t("sent")}
      </Notice>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-6">
      {before.physios.length > 0 && (
        <RadioCards
          name="physio"
          label={t("who")}
          error={errorOf("physio")}
          value={draft.physioId}
          choices={[
            ...before.physios.map((row) => ({
              value: row.id,
              label: row.name,
              hint: row.hasOpenRequest ? t("openAlready") : row.clinic,
              disabled: row.hasOpenRequest,
            })),
            { value: NEW, label: t("another") },
          ]}
          onChange={(event) => set({ physioId: event.target.value })}
        />
      )}
      {isNew && <WhoIsShe draft={draft} set={set} errorOf={errorOf} />}
      <RadioCards
        name="kind"
        label={t("kind")}
        value={draft.kind}
        choices={REQUEST_KINDS.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          ...(value === "symptom" ? { hint: t("symptomHint") } : {}),
        }))}
        onChange={(event) => set({ kind: event.target.value as Before["kind"] })}
      />
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={2000}
        error={errorOf("reason")}
        value={draft.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <DateInput
        label={t("dueOn")}
        error={errorOf("dueOn")}
        value={draft.dueOn}
        words={{ day: t("words.day"), month: t("words.month"), year: t("words.year") }}
        onChange={(dueOn) => set({ dueOn })}
      />
      <section aria-labelledby="ask-shares">
        <h3 id="ask-shares" className="font-semibold">
          {t("shares")}
        </h3>
        <p className="text-ink-soft text-sm">{t("sharesLead")}</p>
        <ConsentRows purposes={SHARES} />
      </section>
      <Refused error={asking.error} reader="mum" />
      <Button type="submit" wide size="large" loading={asking.isBusy}>
        {t("send")}
      </Button>
      <p className="text-ink-soft text-sm">{t("coachSees")}</p>
    </form>
  );
}

type WhoProps = {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errorOf: (field: "name" | "email") => string | undefined;
};

function WhoIsShe({ draft, set, errorOf }: WhoProps) {
  const t = useTranslations("mum.ask");
  return (
    <div className="space-y-4">
      <TextInput
        label={t("name")}
        maxLength={120}
        autoComplete="off"
        error={errorOf("name")}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextInput
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        inputMode="email"
        autoComplete="off"
        error={errorOf("email")}
        value={draft.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <TextInput
        label={t("clinic")}
        mark={t("optional")}
        maxLength={120}
        autoComplete="off"
        value={draft.clinic}
        onChange={(event) => set({ clinic: event.target.value })}
      />
    </div>
  );
}

function useAsking() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const request = useMutation(
    trpc.clearance.ask.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.clearance.mine.queryKey() }),
    }),
  );
  return {
    ask: ({ key, physioId, name, email, clinic, kind, reason, dueOn }: Draft) => {
      if (request.isPending || !isDay(dueOn)) return;
      const physio = physioId === NEW ? { name, email, clinic: clinic.trim() || null } : { physioId };
      request.mutate({ key, physio, kind, reason, dueOn });
    },
    isSent: request.isSuccess,
    isBusy: request.isPending,
    error: request.error,
  };
}
