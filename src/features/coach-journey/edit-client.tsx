"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { HELP_LINES } from "@/domain/symptoms/help-lines.ts";
import { countriesByName } from "@/words/countries.ts";
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
        <BabyPrompts clientId={data.client.clientId} isOn={data.hasBabyPrompts} />
      </Dialog>
    </>
  );
}

/** For a family that should hear nothing about a baby's age, at once and for good. No reason is asked or kept. */
function BabyPrompts({ clientId, isOn }: { clientId: string; isOn: boolean }) {
  const t = useTranslations("coach.edit");
  const off = useChange(useTRPC().clients.endBabyPrompts.mutationOptions());
  return (
    <section className="mt-8 border-line border-t pt-5">
      <p>{t(isOn ? "baby" : "babyIsOff")}</p>
      {isOn && (
        <Button
          className="mt-3"
          size="compact"
          variant="secondary"
          loading={off.isBusy}
          onClick={() => off.send({ clientId })}
        >
          {t("babyOff")}
        </Button>
      )}
      <Refused error={off.error} reader="coach" />
    </section>
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

/** Those we know whom to call in stand first. */
const COUNTRIES = countriesByName(Object.keys(HELP_LINES));
/** Every zone this browser knows, and hers, which may be an older name of one. */
const zonesWith = (hers: string) => [...new Set([hers, ...Intl.supportedValuesOf("timeZone")])].toSorted();

function EditForm({ data, onDone }: { data: Client; onDone: () => void }) {
  const t = useTranslations("coach.edit");
  const form = useId();
  const { clientId, email } = data.client;
  const [draft, setDraft] = useState(() => draftOf(data.client));
  // What the form was filled from: it stays until she has seen what is kept now.
  const [base, setBase] = useState(data.client);
  const save = useChange(useTRPC().clients.update.mutationOptions());
  const errorOf = useFieldErrors(save.error);
  const isOwnChange = save.isBusy || save.answer !== undefined;
  const isStale = !isOwnChange && base.version !== data.client.version;
  // Refused, and what is kept now is on its way: there is nothing to choose between before it has come.
  const isAsking = refusalOf(save.error)?.code === "stale" && !isStale;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.send({ clientId, version: base.version, ...draft }, onDone);
  };
  const hasIssues = errorOf("name") || errorOf("zone") || errorOf("country");
  return (
    <form id={form} noValidate onSubmit={submit} className="space-y-5">
      {isStale && (
        <Stale
          data={data}
          before={base}
          onLoad={() => {
            setDraft(draftOf(data.client));
            setBase(data.client);
            save.reset();
          }}
          onKeep={() => {
            setBase(data.client);
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
      <Select
        label={t("zone")}
        hint={t("zoneHint")}
        value={draft.zone}
        error={errorOf("zone")}
        options={zonesWith(draft.zone).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        onChange={(event) => set({ zone: event.target.value })}
      />
      <Select
        label={t("country")}
        hint={t("countryHint")}
        value={draft.country}
        error={errorOf("country")}
        options={COUNTRIES.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => set({ country: event.target.value })}
      />
      <Checkbox
        label={t("archive")}
        checked={draft.isArchived}
        onChange={(event) => set({ isArchived: event.target.checked })}
      />
      {!isStale && !isAsking && !hasIssues && <Refused error={save.error} reader="coach" />}
      <Button type="submit" loading={save.isBusy || isAsking} disabled={isStale}>
        {t("save")}
      </Button>
    </form>
  );
}

const FIELDS = ["name", "coach", "zone", "country"] as const;

type StaleProps = {
  readonly data: Client;
  readonly before: Client["client"];
  readonly onLoad: () => void;
  readonly onKeep: () => void;
};

/** Who changed what since the form was opened, and the two ways on. */
function Stale({ data, before, onLoad, onKeep }: StaleProps) {
  const t = useTranslations("coach.edit");
  const { client, viewer, names } = data;
  const by = client.changedBy;
  const who = by === null ? "unknown" : by === viewer.memberId ? "self" : "colleague";
  return (
    <Notice
      tone="wait"
      live
      title={t("stale", { who, name: (by && names[by]) ?? "" })}
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
      <ul className="list-disc ps-5">
        {FIELDS.filter((field) => client[field] !== before[field]).map((field) => (
          <li key={field}>{t("changed", { field: t(field), now: client[field], before: before[field] })}</li>
        ))}
        {client.isArchived !== before.isArchived && (
          <li>{t(client.isArchived ? "nowArchived" : "nowBack")}</li>
        )}
      </ul>
      <p>{t("staleKept")}</p>
    </Notice>
  );
}
