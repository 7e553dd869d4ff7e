import { useTranslations } from "use-intl";
import { registerOf } from "@/domain/clearance/registers.ts";
import { SIGNING_STATEMENT } from "@/domain/clearance/signing.ts";
import { isDay } from "@/domain/shared/day.ts";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextInput } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import type { PartProps } from "./found-part.tsx";
import type { Files, View } from "./view.ts";
import { WhatIsSigned } from "./what-is-signed.tsx";

/** Who signs, and the whole of what is signed in sight: the statement and every file with its fingerprint. */
export function SignerPart({ draft, set, errorOf, view, files }: PartProps & { view: View; files: Files }) {
  const t = useTranslations("physio.form");
  const { titles } = registerOf(view.client.country);
  const date = isDay(draft.assessedOn) ? dayInWords(draft.assessedOn, "year") : "…";
  return (
    <div className="space-y-6">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput
          label={t("name")}
          autoComplete="name"
          maxLength={120}
          error={errorOf("name")}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        {titles.length === 0 ? (
          <TextInput
            label={t("signTitle")}
            hint={t("writeTitle")}
            maxLength={80}
            error={errorOf("title")}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        ) : (
          <Select
            label={t("signTitle")}
            placeholder={t("chooseTitle")}
            error={errorOf("title")}
            value={draft.title}
            options={titles.map((title) => ({ value: title, label: title }))}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
        <TextInput
          label={t("regulator")}
          maxLength={120}
          error={errorOf("regulator")}
          value={draft.regulator}
          onChange={(event) => set({ regulator: event.target.value })}
        />
        <TextInput
          label={t("number")}
          maxLength={40}
          autoComplete="off"
          error={errorOf("number")}
          value={draft.number}
          onChange={(event) => set({ number: event.target.value })}
        />
        <NumberInput
          label={t("year")}
          hint={t("yearHint")}
          maxLength={4}
          error={errorOf("year")}
          value={draft.year}
          onChange={(event) => set({ year: event.target.value })}
        />
      </div>
      <div className="rounded-card border border-line bg-sunken p-5">
        <h3 className="font-semibold text-base">{t("statementTitle")}</h3>
        <p className="mt-2">{t(`statement.${SIGNING_STATEMENT}`, { client: view.client.name, date })}</p>
        <WhatIsSigned draft={draft} />
        <h4 className="mt-4 font-semibold text-sm">{t("files")}</h4>
        {files.length === 0 && <p className="text-ink-soft text-sm">{t("noFiles")}</p>}
        <ul className="space-y-2">
          {files.map((file) => (
            <li key={file.id} className="text-sm">
              <span className="font-semibold">{file.fileName}</span>
              <code className="block text-ink-soft text-xs [overflow-wrap:anywhere]">
                {t("hash", { hash: file.sha256, shown: file.shown })}
              </code>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
