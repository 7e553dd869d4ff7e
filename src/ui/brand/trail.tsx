/** A small drawing for an empty place: hills, and a trail with one waymark. `broken`: the trail has a gap. */
export function BrandTrail({ broken }: { broken?: boolean | undefined }) {
  return (
    <svg
      viewBox="0 0 200 104"
      fill="none"
      strokeLinecap="round"
      aria-hidden
      className="h-28 w-auto max-w-full"
    >
      <path d="M4 88C36 46 62 40 88 58s44 10 62-10 34-14 46 8" stroke="var(--line)" strokeWidth="2" />
      <path d="M14 96C44 62 66 56 90 70s46 12 64-4 28-10 38 2" stroke="var(--line)" strokeWidth="2" />
      <path d="M32 100c24-24 40-26 60-18s44 12 62 2 20-6 28 0" stroke="var(--line)" strokeWidth="2" />
      <path
        d="M58 100c0-14 46-12 46-26S70 60 74 46s36-6 42-22"
        stroke="var(--primary)"
        strokeWidth="5"
        pathLength={100}
        strokeDasharray={broken ? "34 26 100" : "5.5 9"}
      />
      <circle cx="117" cy="18" r="9" fill="var(--accent-soft)" stroke="var(--accent)" strokeWidth="3" />
      {broken ? (
        <path d="M84 58l8 8m0-8l-8 8" stroke="var(--accent)" strokeWidth="3" />
      ) : (
        <circle cx="117" cy="18" r="3" fill="var(--accent)" />
      )}
    </svg>
  );
}
