import type { PathState } from "./types.ts";

/** Inside the disc, in a box of 48: each state has its own figure, so none hangs on its colour. */
const FIGURES: Record<PathState, React.ReactNode> = {
  // A closed field gate.
  locked: <path d="M15 15.5v18M33 15.5v18M15 19.5h18M15 24.5h18M15 29.5h18M15.5 29l17-9" />,
  // An open ring: come in.
  open: null,
  // Under way: a stone on the open ring.
  active: <circle cx="24" cy="24" r="7.5" className="path-solid" />,
  // Pause.
  held: <path d="M19.5 17.5v13M28.5 17.5v13" className="path-thick" />,
  // A footprint.
  done: (
    <g transform="rotate(20 24 24)" className="path-solid">
      <path d="M24 10.5c3.6 0 5.6 3.1 5.6 6.8 0 3.4-1.3 5.4-1.8 8.2h-7.6c-.5-2.8-1.8-4.8-1.8-8.2 0-3.7 2-6.8 5.6-6.8Z" />
      <path d="M20.6 28.4h6.8c.2 1 .3 2 .3 2.9 0 2.7-1.5 4.6-3.7 4.6s-3.7-1.9-3.7-4.6c0-.9.1-1.9.3-2.9Z" />
    </g>
  ),
};

/** One station: a disc with a figure. `current` draws a second ring around it. Decoration; the words are beside it. */
export function StationMark({
  state,
  current,
  ...place
}: {
  state: PathState;
  current?: boolean | undefined;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}) {
  return (
    <svg {...place} viewBox="0 0 48 48" aria-hidden className="path-station" data-state={state}>
      {current && <circle cx="24" cy="24" r="22" className="path-here" />}
      <rect x="7" y="7" width="34" height="34" rx="17" className="path-disc" />
      <g className="path-figure">{FIGURES[state]}</g>
    </svg>
  );
}
