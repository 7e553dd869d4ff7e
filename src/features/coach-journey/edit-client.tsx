"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { refusalOf } from "@/words/use-say.ts";
import type { Client } from "./use-client.ts";

/** What is not clinical about her: name, zone, coach. A form that has grown old overwrites nothing. */
export function EditClient({ data }: { data: Client }) {
  const t = useTranslations("coach");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="compact"
        variant="quiet"
        icon={<Pencil aria-hidden />}
        onClick={() => setIsOpen(true)}
        className="print:hidden"
      >
        {t("client.edit")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("edit.title")}
        words={{ close: t("close") }}
      >
        <EditForm data={data} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

type Draft = {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly coachId: string;
  readonly isArchived: boolean;
};

const draftOf = ({ name, zone, country, coachId, isArchived }: Client["client"]): Draft => ({
  name,
  zone,
  country,
  coachId,
  isArchived,
});

/** The sentence for what the server found wrong with a field, by the code it answered. */
function useFieldErrors(error: unknown) {
  const t = useTranslations("coach.edit.errors");
  const issues = (error as { data?: { issues?: readonly { path: string; code: string }[] | null } } | null)
    ?.data?.issues;
  return (field: "name" | "zone" | "country") => {
    const issue = issues?.find((row) => row.path === field);
    if (!issue) return undefined;
    return t.has(issue.code as "required")
      ? t(issue.code as "required")
      : t(field === "name" ? "required" : field);
  };
}

function EditForm({ data, onDone }: { data: Client; onDone: () => void }) {
  const t = useTranslations("coach.edit");
  const form = useId();
  const { clientId, email } = data.client;
  const [draft, setDraft] = useState(() => draftOf(data.client));
  // The version the form was filled from: it stays until she has seen what is kept now.
  const [version, setVersion] = useState(data.client.version);
  const save = useChange(useTRPC().clients.update.mutationOptions());
  const errorOf = useFieldErrors(save.error);
  const isStale = refusalOf(save.error)?.code === "stale" || version !== data.client.version;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.send({ clientId, version, ...draft }, onDone);
  };
  const hasIssues = errorOf("name") || errorOf("zone") || errorOf("country");
  return (
    <form id={form} noValidate onSubmit={submit} className="space-y-5">
      {isStale && (
        <Stale
          data={data}
          onLoad={() => {
            setDraft(draftOf(data.client));
            setVersion(data.client.version);
            save.reset();
          }}
          onKeep={() => {
            setVersion(data.client.version);
            save.reset();
          }}
        />
      )}
      <TextInput
        label={t("name")}
        value={draft.name}
        error={errorOf("name")}
        autoComplete="off"
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextInput label={t("email")} hint={t("emailHint")} value={email} readOnly autoComplete="off" />
      <Select
        label={t("coach")}
        value={draft.coachId}
        onChange={(event) => set({ coachId: event.target.value })}
        options={data.coaches.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label={t("zone")}
        hint={t("zoneHint")}
        value={draft.zone}
        error={errorOf("zone")}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set({ zone: event.target.value })}
      />
      <TextInput
        label={t("country")}
        hint={t("countryHint")}
        value={draft.country}
        error={errorOf("country")}
        autoComplete="off"
        maxLength={2}
        onChange={(event) => set({ country: event.target.value.toUpperCase() })}
      />
      <Checkbox
        label={t("archive")}
        checked={draft.isArchived}
        onChange={(event) => set({ isArchived: event.target.checked })}
      />
      {!isStale && !hasIssues && <Refused error={save.error} reader="coach" />}
      <Button type="submit" loading={save.isBusy} disabled={isStale}>
        {t("save")}
      </Button>
    </form>
  );
}

function Stale({ data, onLoad, onKeep }: { data: Client; onLoad: () => void; onKeep: () => void }) {
  const t = useTranslations("coach.edit");
  const { name, coach, zone, country } = data.client;
  return (
    <Notice
      tone="wait"
      live
      title={t("stale")}
      actions={
        <>
          <Button size="compact" variant="secondary" onClick={onLoad}>
            {t("load")}
          </Button>
          <Button size="compact" variant="quiet" onClick={onKeep}>
            {t("keep")}
          </Button>
        </>
      }
    >
      <p>{t("theirs", { values: [name, coach, zone, country].join(" · ") })}</p>
    </Notice>
  );
}
