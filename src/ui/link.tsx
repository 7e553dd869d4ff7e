import { cva, type VariantProps } from "class-variance-authority";
import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";

const look = cva("rounded-sm underline-offset-[0.2em] transition-colors", {
  variants: {
    variant: {
      /** In running text. */
      text: "text-primary underline decoration-1 hover:decoration-2",
      /** A name in a table or a list, where everything is a link. */
      plain: "text-ink decoration-1 hover:text-primary hover:underline",
      /** On its own line: a full target for a thumb. */
      alone:
        "inline-flex min-h-12 items-center gap-1.5 font-semibold text-primary underline decoration-1 hover:decoration-2",
    },
  },
  defaultVariants: { variant: "text" },
});

export type LinkProps = ComponentProps<typeof NextLink> & VariantProps<typeof look>;

/** A link inside the product. Underlined where it stands among words, so that nobody needs its colour. */
export function Link({ variant, className, ...rest }: LinkProps) {
  return <NextLink {...rest} className={cn(look({ variant }), className)} />;
}
