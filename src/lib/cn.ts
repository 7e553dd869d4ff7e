import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names, leaving out what is false or missing. It does not resolve conflicts, on purpose: that costs
 * 8 KB in the browser. A `className` handed to a component therefore places it (margin, width, grid) and never
 * restyles it; looks are variants.
 */
export function cn(...names: ClassValue[]): string {
  return clsx(names);
}
