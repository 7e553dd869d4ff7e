"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type ExerciseBlock, type Load, WEIGHTS, WORKED_SIDES } from "@/domain/protocols/blocks.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { useErrorAt } from "./context.tsx";
import { ExercisePicker } from "./exercise-picker.tsx";
import { NumberBox } from "./number-box.tsx";
import { PartSelect } from "./part-select.tsx";

type Props = {
  readonly block: ExerciseBlock;
  readonly path: readonly (string | number)[];
  readonly onChange: (block: ExerciseBlock, field: string) => void;
};

/** One exercise with its prescription: how many, how long, with what, and the rest between. */
export function ExerciseEditor({ block, path, onChange }: Props) {
  const t = useTranslations("protocols.builder");
  const say = useTranslations("protocols");
  const errorAt = useErrorAt();
  const [isPicking, setIsPicking] = useState(false);
  const gone = errorAt([...path, "exercise"]);
  return (
    <div className="space-y-5">
      {gone && <p className="font-semibold text-stop">{gone}</p>}
      <Button variant="secondary" size="compact" onClick={() => setIsPicking(true)}>
        {t("swap")}
      </Button>
      <ExercisePicker
        open={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={({ id }) => {
          setIsPicking(false);
          onChange({ ...block, exercise: id }, "exercise");
        }}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <NumberBox
          label={t("sets")}
          value={block.sets}
          path={[...path, "sets"]}
          onChange={(sets) => onChange({ ...block, sets }, "sets")}
        />
        <Dose block={block} path={path} onChange={onChange} />
        <NumberBox
          label={t("rest")}
          unit={t("seconds")}
          value={block.restSeconds}
          path={[...path, "restSeconds"]}
          onChange={(restSeconds) => onChange({ ...block, restSeconds }, "rest")}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-4">
        <Select
          label={t("side")}
          value={block.side}
          onChange={(event) =>
            onChange({ ...block, side: event.target.value as ExerciseBlock["side"] }, "side")
          }
          options={WORKED_SIDES.map((value) => ({ value, label: say(`side.${value}`) }))}
        />
        <LoadFields block={block} path={path} onChange={onChange} />
        <PartSelect value={block.part} onChange={(part) => onChange({ ...block, part }, "part")} />
      </div>
    </div>
  );
}

function Dose({ block, path, onChange }: Props) {
  const t = useTranslations("protocols.builder");
  const { dose } = block;
  const set = (next: ExerciseBlock["dose"]) => onChange({ ...block, dose: next }, "dose");
  const at = (...more: string[]) => [...path, "dose", ...more];
  return (
    <>
      <Select
        label={t("dose.by")}
        value={dose.by}
        onChange={(event) =>
          set(
            event.target.value === "time"
              ? { by: "time", seconds: 30 }
              : { by: "reps", reps: { from: 8, to: 10 } },
          )
        }
        options={(["reps", "time"] as const).map((value) => ({ value, label: t(`dose.${value}`) }))}
      />
      {dose.by === "time" ? (
        <NumberBox
          label={t("dose.time")}
          unit={t("seconds")}
          value={dose.seconds}
          path={at("seconds")}
          onChange={(seconds) => set({ by: "time", seconds })}
        />
      ) : (
        <>
          <NumberBox
            label={t("dose.from")}
            value={dose.reps.from}
            path={at("reps", "from")}
            onChange={(from) => set({ ...dose, reps: { ...dose.reps, from } })}
          />
          <NumberBox
            label={t("dose.to")}
            value={dose.reps.to}
            path={at("reps", "to")}
            onChange={(to) => set({ ...dose, reps: { ...dose.reps, to } })}
          />
          <NumberBox
            label={t("dose.hold")}
            unit={t("seconds")}
            value={dose.holdSeconds ?? 0}
            path={at("holdSeconds")}
            onChange={(seconds) => {
              const { holdSeconds: _, ...rest } = dose;
              set(seconds === 0 ? rest : { ...rest, holdSeconds: seconds });
            }}
          />
        </>
      )}
    </>
  );
}

/** A load of each kind, as it begins. */
const LOADS: { readonly [K in Load["by"]]: Load } = {
  body: { by: "body" },
  band: { by: "band", weight: "light" },
  weight: { by: "weight", weight: "light" },
  rep_max: { by: "rep_max", reps: { from: 8, to: 10 } },
};

function LoadFields({ block, path, onChange }: Props) {
  const t = useTranslations("protocols.builder");
  const say = useTranslations("protocols");
  const { load } = block;
  const set = (next: Load) => onChange({ ...block, load: next }, "load");
  return (
    <>
      <Select
        label={t("load.by")}
        value={load.by}
        onChange={(event) => set(LOADS[event.target.value as Load["by"]])}
        options={(["body", "band", "weight", "rep_max"] as const).map((value) => ({
          value,
          label: t(`load.${value}`),
        }))}
      />
      {(load.by === "band" || load.by === "weight") && (
        <Select
          label={t("load.how")}
          value={load.weight}
          onChange={(event) => set({ ...load, weight: event.target.value as (typeof WEIGHTS)[number] })}
          options={WEIGHTS.map((value) => ({ value, label: say(`weight.${value}`) }))}
        />
      )}
      {load.by === "rep_max" &&
        (["from", "to"] as const).map((end) => (
          <NumberBox
            key={end}
            label={t(`dose.${end}`)}
            value={load.reps[end]}
            path={[...path, "load", "reps", end]}
            onChange={(value) => set({ ...load, reps: { ...load.reps, [end]: value } })}
          />
        ))}
    </>
  );
}
