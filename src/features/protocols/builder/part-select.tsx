"use client";

import { useTranslations } from "use-intl";
import { PARTS, type Part } from "@/domain/protocols/blocks.ts";
import { Select } from "@/ui/select.tsx";

/** Where in the session a block stands. */
export function PartSelect({ value, onChange }: { value: Part; onChange: (part: Part) => void }) {
  const t = useTranslations("protocols");
  return (
    <Select
      label={t("builder.part")}
      value={value}
      onChange={(event) => onChange(event.target.value as Part)}
      options={PARTS.map((part) => ({ value: part, label: t(`part.${part}`) }))}
    />
  );
}
