import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

const look = cva("rounded-card p-5 sm:p-6 print:break-inside-avoid print:shadow-none", {
  variants: {
    variant: {
      raised: "border border-line bg-raised shadow-raised night:shadow-none",
      sunken: "border border-transparent bg-sunken print:border-line",
      outline: "border border-line",
      /** The one thing of the day. */
      feature: "border border-transparent bg-primary-soft print:border-line",
    },
  },
  defaultVariants: { variant: "raised" },
});

export type CardProps = Omit<ComponentProps<"section">, "title"> &
  VariantProps<typeof look> & {
    /** Heading of the card. Give `level` its place in the page's outline. */
    title?: ReactNode;
    /** A few quiet words above the heading. */
    over?: ReactNode;
    level?: 2 | 3 | 4 | undefined;
    /** On the right of the heading: a badge or a small button. */
    aside?: ReactNode;
    /** Under a line at the end: what can be done. */
    footer?: ReactNode;
  };

/** A sheet that holds one matter. */
export function Card(props: CardProps) {
  const { variant, title, over, level = 2, aside, footer, className, children, ...rest } = props;
  const Heading = `h${level}` as const;
  return (
    <section {...rest} className={cn(look({ variant }), className)}>
      {(title || aside || over) && (
        <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {over && <p className="text-ink-soft text-sm">{over}</p>}
            {title && <Heading className="font-heading font-medium text-xl">{title}</Heading>}
          </div>
          {aside}
        </header>
      )}
      {children}
      {footer && <footer className="mt-5 flex flex-wrap gap-3 border-line border-t pt-4">{footer}</footer>}
    </section>
  );
}
