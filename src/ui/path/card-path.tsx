import { cn } from "@/lib/cn.ts";
import { StationMark } from "./station-mark.tsx";
import { Stretch } from "./stretch.tsx";
import { bend, CARD, wayBetween } from "./trail.ts";
import type { PathStations, PathWords } from "./types.ts";

/** Half the size of a station in the card's box. */
const R = 15;

/** The path as a small picture, with the stations worth a word under it; the others are told, not shown. */
export function CardPath({
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
  return (
    <div className={cn("path path-card", className)}>
      <svg viewBox="0 0 320 100" aria-hidden className="block w-full max-w-[34rem]">
        <path
          className="path-back"
          data-state={stations[6].state}
          d="M308 54C318 62 318 88 300 88H22C4 88 2 72 9 66M4.5 73 9 65.5 17 68"
        />
        {CARD.slice(1).map((point, index) => {
          const [from, to, start] = [stations[index], stations[index + 1], CARD[index]];
          return from && to && start ? (
            <Stretch key={to.id} way={wayBetween(from.state, to.state)} d={bend(start, point)} />
          ) : null;
        })}
        {stations.map((station, index) => {
          const at = CARD[index] ?? { x: 0, y: 0 };
          return (
            <StationMark
              key={station.id}
              state={station.state}
              current={station.current}
              x={at.x - R}
              y={at.y - R}
              width={2 * R}
              height={2 * R}
            />
          );
        })}
      </svg>
      <ol aria-label={label} className="mt-2 space-y-1">
        {stations.map((station, index) => {
          const shown = station.current || station.state === "active" || station.state === "held";
          return (
            <li
              key={station.id}
              aria-current={station.current ? "step" : undefined}
              className={shown ? "flex items-center gap-2" : "sr-only"}
            >
              <span className="size-6 shrink-0">
                <StationMark state={station.state} />
              </span>
              <span className="min-w-0">
                <span className="font-semibold">
                  {index + 1} {station.label}
                </span>{" "}
                <span className="text-ink-soft text-sm">
                  {words[station.state]}
                  {station.current && <span className="sr-only">, {words.current}</span>}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
