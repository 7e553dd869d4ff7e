import { cn } from "@/lib/cn.ts";

/** First letters of the first and last word of a name, as many names as there are alphabets. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}

const SIZES = { small: "size-8 text-xs", normal: "size-10 text-sm", large: "size-16 text-lg" } as const;

/** A name as two letters, beside the name itself; never instead of it. One colour for all: people are no categories. */
export function Avatar({ name, size = "normal" }: { name: string; size?: keyof typeof SIZES | undefined }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-primary-soft font-semibold text-primary",
        SIZES[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
