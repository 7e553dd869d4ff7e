"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { createContext, type FormEvent, type ReactNode, use, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day, isDay } from "@/domain/shared/day.ts";
import { REQUEST_KINDS } from "@/domain/shared/vocabulary.ts";
import { normaliseEmail } from "@/lib/email-address.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { AskTimes } from "./ask-times.tsx";
import { type Before, usePrefill } from "./prefill.ts";

type Home = {
  readonly clientId: string;
  /** True when she came from a symptom to hand it back: the dialog stands open. */
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
};

const OpenAsking = createContext<() => void>(() => undefined);

/**
 * Home of the dialog in which a coach asks a physio about one of her mums. It stands around the page: once the request is
 * out, something else is next and the button is gone, but the word that it is on its way must be read.
 */
export function AskHere({ clientId, isOpenAtFirst = false, children }: Home) {
  const t = useTranslations("physio");
  const trpc = useTRPC();
  const router = useRouter();
  const path = usePathname();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const close = () => {
    setIsOpen(false);
    // Whoever came with one press from a symptom can come so again.
    if (isOpenAtFirst) router.replace(path);
  };
  const before = useQuery(trpc.clearance.beforeRequest.queryOptions({ clientId }, { enabled: isOpen }));
  return (
    <OpenAsking value={() => setIsOpen(true)}>
      {children}
      <Dialog
        open={isOpen}
        onClose={close}
        title={t("ask.title", { name: before.data?.clientName ?? "…" })}
        words={{ close: t("ask.close") }}
      >
        {before.isPending && <LoadingState label={t("loading")} />}
        {before.isError && (
          <Notice
            tone="stop"
            actions={<Button onClick={() => void before.refetch()}>{t("upload.retry")}</Button>}
          >
            {t("errors.failed")}
          </Notice>
        )}
        {before.data && <AskForm clientId={clientId} before={before.data} onDone={close} />}
      </Dialog>
    </OpenAsking>
  );
}

/** Opens the dialog of `AskHere`, in which it must stand. */
export function AskPhysio({ label = "open" }: { label?: "open" | "handBack" }) {
  const t = useTranslations("physio.ask");
  return (
    <Button variant="secondary" onClick={use(OpenAsking)}>
      {t(label)}
    </Button>
  );
}

const NEW = "new";

function AskForm({ clientId, before, onDone }: { clientId: string; before: Before; onDone: () => void }) {
  const t = useTranslations("physio.ask");
  const { draft, set, setKind } = usePrefill(before);
  const [isTried, setIsTried] = useState(false);
  const asking = useAsking(clientId, before.today);
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

  if (asking.sentTo !== null) {
    return (
      <Notice tone="good" live actions={<Button onClick={onDone}>{t("close")}</Button>}>
        {t("sent", {
          physio: asking.sentTo || (before.physios.find((row) => row.id === draft.physioId)?.name ?? ""),
        })}
      </Notice>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="space-y-6">
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
          { value: NEW, label: t("new") },
        ]}
        onChange={(event) => set({ physioId: event.target.value })}
      />
      {isNew && (
        <div className="space-y-4 border-line-strong border-s-2 ps-4">
          <TextInput
            label={t("name")}
            maxLength={120}
            error={errorOf("name")}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextInput
            label={t("email")}
            hint={t("emailHint")}
            type="email"
            inputMode="email"
            error={errorOf("email")}
            value={draft.email}
            onChange={(event) => set({ email: event.target.value })}
          />
          <TextInput
            label={t("clinic")}
            mark={t("optional")}
            maxLength={120}
            value={draft.clinic}
            onChange={(event) => set({ clinic: event.target.value })}
          />
        </div>
      )}
      <RadioCards
        name="kind"
        label={t("kind")}
        columns={3}
        value={draft.kind}
        choices={REQUEST_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(event) => setKind(event.target.value as Before["kind"])}
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
      <AskTimes draft={draft} set={set} />
      <Shared before={before} />
      {asking.problem && (
        <Notice tone="stop" live>
          {asking.problem}
        </Notice>
      )}
      <Button type="submit" wide size="large" loading={asking.isBusy}>
        {t("send")}
      </Button>
      <p className="text-ink-soft text-sm">{t("cannotSign")}</p>
    </form>
  );
}

/** What she will see, by the mum's own word: shown to the coach, decided by the mum. */
function Shared({ before }: { before: Before }) {
  const t = useTranslations("physio.ask");
  const rows = ["birth", "symptoms", "tests", "plan"] as const;
  return (
    <section aria-labelledby="ask-shares" className="rounded-control bg-sunken p-4">
      <h3 id="ask-shares" className="font-semibold text-base">
        {t("shares")}
      </h3>
      <p className="text-ink-soft text-sm">{t("sharesLead", { name: before.clientName })}</p>
      <ul className="mt-2 grid gap-1.5 sm:grid-cols-2">
        {rows.map((row) => {
          const isShared = before.sharing[row];
          const Icon = isShared ? Check : X;
          return (
            <li key={row} className="flex items-center gap-2">
              <Icon aria-hidden className={isShared ? "size-5 text-good" : "size-5 text-ink-soft"} />
              <span>
                {t(`share.${row}`)}{" "}
                <span className="text-ink-soft text-sm">({isShared ? t("shared") : t("unshared")})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Draft = ReturnType<typeof usePrefill>["draft"];

function useAsking(clientId: string, today: Day) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const add = useMutation(trpc.practice.addPhysio.mutationOptions());
  const request = useMutation(trpc.clearance.request.mutationOptions());
  const error = add.error ?? request.error;
  const refusal = refusalOf(error);

  const ask = async (draft: Draft) => {
    try {
      const physio =
        draft.physioId === NEW
          ? await add.mutateAsync({
              key: crypto.randomUUID(),
              name: draft.name,
              email: draft.email,
              clinic: draft.clinic.trim() || null,
            })
          : { physioId: draft.physioId };
      const { kind, reason, dueOn } = draft;
      if (!isDay(dueOn)) return;
      const expiresOn = addDays(dueOn, draft.openFor);
      const remindOn = draft.remindIn.map((days) => addDays(today, days)).filter((day) => day <= expiresOn);
      // The key is the request's own: the same press twice is one request, also over a bad line.
      const times = { dueOn, expiresOn, remindOn };
      await request.mutateAsync({ key: draft.key, clientId, ...physio, kind, reason, ...times });
      setSentTo(draft.physioId === NEW ? draft.name : "");
      await queries.invalidateQueries();
    } catch {
      // Shown from the mutation that failed.
    }
  };
  return {
    ask: (draft: Draft) => {
      if (!add.isPending && !request.isPending) {
        add.reset();
        request.reset();
        void ask(draft);
      }
    },
    sentTo,
    isBusy: add.isPending || request.isPending,
    problem: error ? ((refusal && say.refusal(refusal)) ?? t("errors.failed")) : null,
  };
}
