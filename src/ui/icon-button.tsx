import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { Button, type ButtonProps } from "./button.tsx";

export type IconButtonProps = Omit<ButtonProps, "icon" | "children" | "wide" | "asChild" | "aria-label"> & {
  /** What it does, for those who cannot see the picture. */
  label: string;
  icon: ReactNode;
};

/** A square button with a picture and a spoken name. Where there is room, a Button with words is kinder. */
export function IconButton({ label, icon, variant = "quiet", size, className, ...rest }: IconButtonProps) {
  const square = size === "compact" ? "w-9 pointer-coarse:w-12" : size === "large" ? "w-16" : "w-12";
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      icon={icon}
      aria-label={label}
      className={cn("shrink-0 px-0!", square, className)}
    />
  );
}
