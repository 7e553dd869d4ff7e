import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot, Slottable } from "radix-ui/slot";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

export const buttonLook = cva(
  [
    "inline-flex cursor-pointer select-none items-center justify-center gap-2 rounded-control border text-center font-semibold leading-snug",
    "transition-colors duration-150 print:hidden",
    "disabled:cursor-not-allowed disabled:border-dashed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-soft",
    "aria-disabled:cursor-not-allowed [&_svg]:size-[1.25em] [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-primary-fill text-primary-ink hover:not-disabled:bg-primary-hover night:border-primary",
        secondary: "border-line-strong bg-raised text-primary hover:not-disabled:bg-primary-soft",
        quiet: "border-transparent bg-transparent text-primary hover:not-disabled:bg-primary-soft",
        accent:
          "border-transparent bg-accent-fill text-accent-ink hover:not-disabled:border-accent hover:not-disabled:bg-accent-soft hover:not-disabled:text-accent night:border-accent",
        stop: "border-transparent bg-stop-fill text-stop-ink hover:not-disabled:border-stop hover:not-disabled:bg-stop-soft hover:not-disabled:text-stop night:border-stop",
      },
      size: {
        compact: "min-h-9 px-3 py-1 text-sm pointer-coarse:min-h-12",
        normal: "min-h-12 px-5 py-2.5 text-base",
        large: "min-h-16 rounded-card px-7 py-3.5 text-lg",
      },
      wide: { true: "w-full" },
    },
    defaultVariants: { variant: "primary", size: "normal" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Drawn before the words; decoration only. */
    icon?: ReactNode;
    /** Work is under way: shows it, keeps the focus, and ignores further presses. */
    loading?: boolean | undefined;
    /** Gives its look to the one child, a link: `<Button asChild><NextLink href="…">…</NextLink></Button>`. */
    asChild?: boolean | undefined;
  };

/**
 * The button. One `primary` a screen; `large` is for what a mum presses during a session; `compact` is for rows of a
 * desktop table and grows to 48 px under a finger. A disabled button needs its reason in words beside it.
 */
export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, loading, asChild, className, children, onClick, ...rest } = props;
  const Part = asChild ? Slot : "button";
  return (
    <Part
      {...(asChild ? {} : { type: "button" as const })}
      {...rest}
      {...(loading
        ? { "aria-busy": true, "aria-disabled": true, type: "button" as const }
        : onClick
          ? { onClick }
          : {})}
      className={cn(buttonLook({ variant, size, wide }), className)}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-turn" /> : icon}
      <Slottable>{children}</Slottable>
    </Part>
  );
}
