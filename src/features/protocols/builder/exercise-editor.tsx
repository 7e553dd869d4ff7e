"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ExerciseBlock } from "@/domain/protocols/blocks.ts";
import { EXERCISE_FORM } from "@/domain/protocols/form.ts";
import { Button } from "@/ui/button.tsx";
import { idOf, useErrorAt } from "./context.tsx";
import { ExercisePicker } from "./exercise-picker.tsx";
import { Fields } from "./fields.tsx";

/** One exercise with its prescription: how many, how long, with what, how hard, and the rest between. */
export function ExerciseEditor(props: {
  readonly block: ExerciseBlock;
  readonly path: readonly (string | number)[];
  readonly onChange: (block: ExerciseBlock, field: string) => void;
}) {
  const { block, path, onChange } = props;
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const [isPicking, setIsPicking] = useState(false);
  const gone = errorAt([...path, "exercise"]);
  return (
    <div className="space-y-5">
      {gone && <p className="font-semibold text-stop">{gone}</p>}
      <Button
        id={idOf([...path, "exercise"])}
        variant="secondary"
        size="compact"
        onClick={() => setIsPicking(true)}
      >
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
      <Fields form={EXERCISE_FORM} value={block} path={path} onChange={onChange} />
    </div>
  );
}
