/** The walk of the mark, in a box of 48: an S from lower left to upper right. The same line is in `src/app/icon.svg`. */
const WALK = "M12.5 33.5C15.5 41 34.5 41.5 34.5 32 34.5 22.5 13.5 25.5 13.5 16 13.5 6.5 32.5 7 35.5 14.5";
/** Its length is called 66: seven strides of 3, six gaps of 7.5. */
const LENGTH = 66;

/** The mark: seven strides in an S, the seventh turns back. Decoration; the word stands beside it. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 48 48" fill="none" strokeLinecap="round" aria-hidden className={className}>
      <path
        d={WALK}
        pathLength={LENGTH}
        stroke="currentColor"
        strokeWidth="5.5"
        strokeDasharray="3 7.5 3 7.5 3 7.5 3 7.5 3 7.5 3 99"
      />
      <path
        d={WALK}
        pathLength={LENGTH}
        stroke="var(--accent)"
        strokeWidth="5.5"
        strokeDasharray="3 99"
        strokeDashoffset="-63"
      />
    </svg>
  );
}
