"use client";

import { useTranslations } from "use-intl";
import type { Block, ExerciseBlock, Interval, IntervalBlock } from "@/domain/protocols/blocks.ts";
import { ZoomableDrawing } from "@/ui/drawing/zoomable-drawing.tsx";

/** What she will do, in the order she does it, as a short list. */
export function Outline({ blocks }: { blocks: readonly Block[] }) {
  const t = useTranslations("mum");
  return (
    <section>
      <h2 className="text-xl">{t("session.what")}</h2>
      <ol className="mt-3 divide-y divide-line border-line border-y">
        {blocks.map((block, index) => (
          // Blocks have no id; their place is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
          <li key={index} className="py-3">
            {block.type === "exercise" ? <ExerciseLine block={block} /> : <IntervalsLine block={block} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function ExerciseLine({ block }: { block: ExerciseBlock }) {
  const name = useExerciseName();
  const prescription = usePrescription();
  return (
    <div className="flex items-center gap-4">
      <ExerciseDrawing exercise={block.exercise} className="w-24 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{name(block.exercise)}</p>
        <p className="text-ink-soft">{prescription(block)}</p>
      </div>
    </div>
  );
}

/** An exercise as it is drawn; a tap shows it large. */
export function ExerciseDrawing({
  exercise,
  cropped,
  className,
}: {
  exercise: string;
  cropped?: boolean;
  className: string;
}) {
  const t = useTranslations("protocols.exerciseWords");
  const name = useExerciseName()(exercise);
  const words = { drawing: t("drawing", { name }), enlarge: t("enlarge", { name }), close: t("close") };
  return <ZoomableDrawing of={exercise} name={name} words={words} cropped={cropped} className={className} />;
}

function IntervalsLine({ block }: { block: IntervalBlock }) {
  const t = useTranslations("protocols");
  const length = useLength();
  const said = ({ move, length: of }: Interval) =>
    `${t(`move.${move}`).toLowerCase()} ${length(of.by === "time" ? of.seconds : null, of.by === "distance" ? of.metres : null)}`;
  const once = block.items
    .map((item) =>
      // Repeated together, said together: three times (run, walk) is not three runs and three walks.
      item.type === "interval" ? said(item) : `${item.repeats} x (${item.intervals.map(said).join(", ")})`,
    )
    .join(", ");
  return (
    <>
      <p className="font-semibold">{t(`part.${block.part}`)}</p>
      <p className="text-ink-soft">{block.repeats > 1 ? `${block.repeats} x (${once})` : once}</p>
    </>
  );
}

/** Seconds as people say them: 45 s, 1 min, 1 min 30 s; or metres. */
export function useLength() {
  const t = useTranslations("protocols");
  return (seconds: number | null, metres: number | null): string => {
    if (seconds === null) return t("prescription.metres", { metres: metres ?? 0 });
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    if (minutes === 0) return t("prescription.time", { seconds });
    const whole = t("totals.minutes", { minutes });
    return rest === 0 ? whole : `${whole} ${t("prescription.time", { seconds: rest })}`;
  };
}

/** An exercise's name; an id the words do not know yet stands for itself, readable. */
export function useExerciseName() {
  const t = useTranslations("protocols");
  return (id: string): string => {
    const key = `exercise.${id}.name` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key as never) : id.replaceAll("_", " ");
  };
}

/** "3 sets, 8 to 10 times, each side, light weight". */
export function usePrescription() {
  const t = useTranslations("protocols");
  const length = useLength();
  return (block: ExerciseBlock): string => {
    const { dose, load, side, effort } = block;
    const parts = [t("prescription.sets", { sets: block.sets })];
    if (dose.by === "time") parts.push(length(dose.seconds, null));
    else {
      const { from, to } = dose.reps;
      parts.push(from === to ? t("prescription.repsSame", { to }) : t("prescription.reps", { from, to }));
      if (dose.holdSeconds) parts.push(t("prescription.hold", { seconds: dose.holdSeconds }));
    }
    if (side !== "both") parts.push(t(`side.${side}`));
    if (load.by === "band" || load.by === "weight")
      parts.push(t(`load.${load.by}`, { weight: t(`weight.${load.weight}`) }));
    if (load.by === "weight" && load.kg) parts.push(t("load.kilograms", { kg: load.kg }));
    if (load.by === "rep_max") parts.push(t("load.rep_max", load.reps));
    if (effort) parts.push(t("prescription.effort", effort));
    return parts.join(", ");
  };
}
