import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { TONE_SOFT, ToneIcon } from "./tone.tsx";
import type { Tone } from "./tokens.ts";

const look = cva(
  "inline-flex max-w-full items-center gap-1.5 rounded-full border border-transparent font-semibold leading-tight [&_svg]:size-[1.1em] [&_svg]:shrink-0 print:border-line-strong forced-colors:border-[CanvasText]",
  {
    variants: {
      size: { small: "px-2 py-0.5 text-xs", normal: "px-2.5 py-1 text-sm" },
    },
    defaultVariants: { size: "normal" },
  },
);

export type BadgeProps = ComponentProps<"span"> &
  VariantProps<typeof look> & {
    tone?: Tone | undefined;
    /** The tone's own picture by default; another picture, or `false` for none. */
    icon?: ReactNode | false;
  };

/** A word or two on the state of something (also: a reason chip). It informs; it is never pressed. */
export function Badge({ tone = "neutral", size, icon, className, children, ...rest }: BadgeProps) {
  const picture = icon === undefined && tone !== "neutral" ? <ToneIcon tone={tone} /> : icon;
  return (
    <span {...rest} className={cn(look({ size }), TONE_SOFT[tone], className)}>
      {picture}
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </span>
  );
}
