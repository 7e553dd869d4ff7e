import { cn } from "@/lib/cn.ts";
import { compose, viewBoxOf } from "./scene.ts";
import { SCENES } from "./scenes/index.ts";

export type DrawingProps = {
  /** The exercise. One without a drawing shows nothing. */
  of: string;
  /** Said instead of the picture. Null where the words beside it say the same: then it is decoration. */
  label: string | null;
  className?: string | undefined;
};

/** A woman doing an exercise: solid where she should be, pale where she comes from, an arrow for what moves. */
export function Drawing({ of, label, className }: DrawingProps) {
  const scene = SCENES[of];
  if (!scene) return null;
  const shapes = compose(scene);
  return (
    <svg
      viewBox={viewBoxOf(shapes).join(" ")}
      className={cn("drawing aspect-square rounded-card", className)}
      {...(label === null ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {shapes.map(({ d, paint, line }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a drawing never change their order
        <path key={at} d={d} strokeWidth={line} className={`drawing-${paint}`} />
      ))}
    </svg>
  );
}
