import type { VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { cloneElement, type ComponentProps, isValidElement, type ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { buttonLook } from "./button-look.ts";

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Drawn before the words; decoration only. */
    icon?: ReactNode;
    /** Work is under way: shows it, keeps the focus, and ignores further presses. */
    loading?: boolean | undefined;
    /** Gives its look to the one child, a link: `<Button asChild><NextLink href="…">…</NextLink></Button>`. */
    asChild?: boolean | undefined;
  };

type Child = { readonly className?: string | undefined; readonly children?: ReactNode };

/**
 * The button. One `primary` a screen; `large` is for what a mum presses during a session; `compact` is for rows of a
 * desktop table and grows to 48 px under a finger. A disabled button needs its reason in words beside it.
 */
export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, loading, asChild, className, children, onClick, ...rest } = props;
  const busy = { "aria-busy": true, "aria-disabled": true, type: "button" as const };
  const looks = {
    ...(asChild ? {} : { type: "button" as const }),
    ...rest,
    ...(loading ? busy : onClick ? { onClick } : {}),
    className: cn(buttonLook({ variant, size, wide }), className),
  };
  const picture = loading ? <LoaderCircle aria-hidden className="animate-turn" /> : icon;
  if (!asChild) {
    return (
      <button {...looks}>
        {picture}
        {children}
      </button>
    );
  }
  if (!isValidElement<Child>(children)) throw new Error("a button gives its look to one child");
  const inside = (
    <>
      {picture}
      {children.props.children}
    </>
  );
  return cloneElement(
    children,
    { ...looks, className: cn(looks.className, children.props.className) },
    inside,
  );
}
