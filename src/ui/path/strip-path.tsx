import { cn } from "@/lib/cn.ts";
import { bend, STRIP, wayBetween } from "./trail.ts";
import type { PathState, PathStations, PathWords } from "./types.ts";

/** At this size the figures are simpler: gate, ring, ring with stone, square with pause, full disc. */
const FIGURES: Record<PathState, React.ReactNode> = {
  locked: <path d="M-4-4.5v9M4-4.5v9M-4 0h8" />,
  open: <circle r="5" />,
  active: (
    <>
      <circle r="5.5" />
      <circle r="2" className="path-solid" />
    </>
  ),
  held: (
    <>
      <rect x="-6" y="-6" width="12" height="12" rx="3" />
      <path d="M-2-2.5v5M2-2.5v5" />
    </>
  ),
  done: <circle r="5.5" className="path-solid" />,
};

/** The path in one line of a table. One picture with one text, so that a table of a thousand rows stays light. */
export function StripPath({
  stations,
  words,
  label,
  className,
}: {
  stations: PathStations;
  words: PathWords;
  label: string;
  className?: string | undefined;
}) {
  const told = stations
    .map(
      ({ label: name, state, current }) => `${name}: ${words[state]}${current ? `, ${words.current}` : ""}`,
    )
    .join("; ");
  return (
    <svg
      viewBox="0 0 200 32"
      role="img"
      aria-label={`${label}. ${told}`}
      className={cn("path path-strip h-8 w-auto max-w-full", className)}
    >
      <path
        className="path-back"
        data-state={stations[6].state}
        d="M191 15C198 16 199 27 190 27H12C2 27 3 18 8 16"
      />
      {STRIP.slice(1).map((point, index) => {
        const [from, to] = [stations[index], stations[index + 1]];
        const start = STRIP[index];
        return from && to && start ? (
          <path
            key={to.id}
            className="path-way"
            data-way={wayBetween(from.state, to.state)}
            d={bend(start, point)}
          />
        ) : null;
      })}
      {stations.map((station, index) => (
        <g
          key={station.id}
          transform={`translate(${STRIP[index]?.x} ${STRIP[index]?.y})`}
          className="path-dot"
          data-state={station.state}
        >
          <circle r="7.5" className="path-clear" />
          {FIGURES[station.state]}
          {station.current && <path d="M-4 10.5h8" className="path-under" />}
        </g>
      ))}
    </svg>
  );
}
