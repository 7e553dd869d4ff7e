import { cva } from "class-variance-authority";

/** How a button looks, for the link or button that is there before anything else of the page: no script of its own. */
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
