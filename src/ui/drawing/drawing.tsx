import { cn } from "@/lib/cn.ts";
import { compose, croppedBoxOf, viewBoxOf } from "./scene.ts";
import { SCENES } from "./scenes/index.ts";

export type DrawingProps = {
  /** The exercise. One without a drawing shows nothing. */
  of: string;
  /** Said instead of the picture. Null where the words beside it say the same: then it is decoration. */
  label: string | null;
  /** Only as high as the scene needs; a square is for pictures that stand in a row. */
  cropped?: boolean | undefined;
  className?: string | undefined;
};

/** A woman doing an exercise: solid where she should be, pale where she comes from, an arrow for what moves. */
export function Drawing({ of, label, cropped, className }: DrawingProps) {
  const scene = SCENES[of];
  if (!scene) return null;
  const shapes = compose(scene);
  return (
    <svg
      viewBox={(cropped ? croppedBoxOf : viewBoxOf)(shapes).join(" ")}
      className={cn("drawing rounded-card", !cropped && "aspect-square", className)}
      {...(label === null ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {shapes.map(({ d, paint, line }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a drawing never change their order
        <path key={at} d={d} strokeWidth={line} className={`drawing-${paint}`} />
      ))}
    </svg>
  );
}
