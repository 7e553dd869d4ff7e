"use client";

import { Search, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { CHOICES, countOf, type Filters } from "./filters.ts";

/** Search and filters of the list. Every change is in the address at once. On a phone the filters wait to be asked for. */
export function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useTranslations("coach.clients");
  const journey = useTranslations("journey");
  const [isOpen, setIsOpen] = useState(false);
  const set = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <search className="space-y-3 print:hidden">
      <TextInput
        label={
          <span className="inline-flex items-center gap-1.5">
            <Search aria-hidden className="size-4" />
            {t("search")}
          </span>
        }
        type="search"
        autoComplete="off"
        value={filters.search}
        onChange={(event) => set({ search: event.target.value })}
        className="max-w-xl"
      />
      <Button
        variant="quiet"
        className="sm:hidden"
        icon={<SlidersHorizontal aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t("filters", { count: countOf(filters) })}
      </Button>
      <div className={cn("grid gap-3 sm:grid-cols-3 lg:grid-cols-5", !isOpen && "max-sm:hidden")}>
        <Select
          label={t("step")}
          placeholder={t("anyStep")}
          value={filters.step ?? ""}
          onChange={(event) => set({ step: (event.target.value || null) as Filters["step"] })}
          options={CHOICES.step.map((value) => ({ value, label: journey(`steps.${value}.title`) }))}
        />
        <Select
          label={t("status")}
          placeholder={t("anyStatus")}
          value={filters.status ?? ""}
          onChange={(event) => set({ status: (event.target.value || null) as Filters["status"] })}
          options={CHOICES.status.map((value) => ({ value, label: journey(`status.${value}`) }))}
        />
        <Select
          label={t("running")}
          placeholder={t("anyRunning")}
          value={filters.running ?? ""}
          onChange={(event) => set({ running: (event.target.value || null) as Filters["running"] })}
          options={[
            { value: "open", label: t("runningOpen") },
            { value: "locked", label: t("runningLocked") },
          ]}
        />
        <Select
          label={t("show")}
          value={filters.show}
          onChange={(event) => set({ show: event.target.value as Filters["show"] })}
          options={CHOICES.show.map((value) => ({ value, label: t(value) }))}
        />
        <Select
          label={t("sort")}
          value={filters.sort}
          onChange={(event) => set({ sort: event.target.value as Filters["sort"] })}
          options={[
            { value: "attention", label: t("sortAttention") },
            { value: "name", label: t("sortName") },
            { value: "lastLog", label: t("sortLastLog") },
            { value: "joined", label: t("sortJoined") },
          ]}
        />
      </div>
    </search>
  );
}
