"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { PlanState } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import type { Client } from "./use-client.ts";

/** Another level with its reason, a pause, another mode, the end: whatever the rules did not suggest. */
export function ChangePlan({ data, plan }: { data: Client; plan: PlanState }) {
  const t = useTranslations("coach.plans");
  const common = useTranslations("coach");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="compact" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("change")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("changeTitle")}
        lead={plan.title}
        words={{ close: common("close") }}
      >
        <ChangeForm data={data} plan={plan} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

/** Minutes of running the physio allows at most, or null. */
export function runLimitOf(data: Client): number | null {
  const limit = data.journey.limits.find((row) => row.kind === "max_run_minutes");
  return limit?.kind === "max_run_minutes" ? limit.minutes : null;
}

function ChangeForm({ data, plan, onDone }: { data: Client; plan: PlanState; onDone: () => void }) {
  const t = useTranslations("coach.plans");
  const form = useId();
  const change = useChange(useTRPC().plans.change.mutationOptions());
  const [level, setLevel] = useState(plan.level);
  const [note, setNote] = useState("");
  const { clientId } = data.client;
  const limit = runLimitOf(data);
  const levels = (data.levels[plan.protocolVersionId] ?? []).slice(0, plan.levels);
  const about = { clientId, planId: plan.planId, level: null, mode: null, note: note.trim() || null };
  const isBeyond = limit !== null && (levels[level]?.minutesRun ?? 0) > limit;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send({ ...about, change: "level", level }, onDone);
  };
  return (
    <div className="space-y-6">
      <form id={form} onSubmit={submit} className="space-y-4">
        <Select
          label={t("levelLabel")}
          value={String(level)}
          error={isBeyond ? t("beyond", { minutes: levels[level]?.minutesRun ?? 0 }) : undefined}
          onChange={(event) => setLevel(Number(event.target.value))}
          options={levels.map((row, index) => ({
            value: String(index),
            label: `${index + 1}. ${row.title}`,
          }))}
        />
        <TextArea
          label={t("noteLabel")}
          hint={t("noteHint")}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Refused error={change.error} reader="coach" />
        <Button type="submit" loading={change.isBusy}>
          {t("saveLevel")}
        </Button>
      </form>
      <div className="flex flex-wrap gap-3 border-line border-t pt-5">
        <Button
          variant="secondary"
          onClick={() => change.send({ ...about, change: plan.paused ? "resume" : "pause" }, onDone)}
        >
          {t(plan.paused ? "resume" : "pause")}
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            change.send({ ...about, change: "mode", mode: plan.mode === "auto" ? "propose" : "auto" }, onDone)
          }
        >
          {t(plan.mode === "auto" ? "setPropose" : "setAuto")}
        </Button>
        <Button variant="quiet" onClick={() => change.send({ ...about, change: "end" }, onDone)}>
          {t("end")}
        </Button>
      </div>
    </div>
  );
}
