/** Keys that do the same: "Ctrl K" is two caps, "j" one. Spaces part them. Hidden where there is no keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1 pointer-coarse:hidden print:hidden">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="min-w-6 rounded-md border border-line-strong border-b-2 bg-raised px-1.5 py-0.5 text-center font-sans font-semibold text-ink-soft text-xs"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
