/** The walk of the mark, in a box of 48: an S from lower left to upper right. The same line is in `src/app/icon.svg`. */
const WALK =
  "M9.5 38.5C14 41.2 19 42 24 42 31.5 42 37 38.5 37 33 37 27 31 25.5 24 24 17 22.5 11 21 11 15 11 9.5 16.5 6 24 6 29 6 34 6.8 38.5 9.5";
/** Its length is called 66: seven strides of 4, six gaps between them. */
const LENGTH = 66;

/** The mark: seven strides in an S, the seventh turns back. Decoration; the word stands beside it. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 48 48" fill="none" strokeLinecap="round" aria-hidden className={className}>
      <path
        d={WALK}
        pathLength={LENGTH}
        stroke="currentColor"
        strokeWidth="6.4"
        strokeDasharray="4 6.33 4 6.33 4 6.33 4 6.33 4 6.33 4 99"
      />
      <path
        d={WALK}
        pathLength={LENGTH}
        stroke="var(--accent)"
        strokeWidth="6.4"
        strokeDasharray="4 99"
        strokeDashoffset="-62"
      />
    </svg>
  );
}
