import { safeNext } from "@/lib/next-path.ts";

/** The `next` of an address, when it leads to a page of ours. */
export function nextFrom(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? safeNext(value) : null;
}

/** A path that remembers where she wanted to go. */
export function onwards(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
