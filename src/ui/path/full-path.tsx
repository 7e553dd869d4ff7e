import NextLink from "next/link";
import { cn } from "@/lib/cn.ts";
import { StationMark } from "./station-mark.tsx";
import { bend, switchback, WIDE, wayBetween } from "./trail.ts";
import type { PathStation, PathStations, PathWords } from "./types.ts";

/** Where the trail's left and right bends are in a row of the upright picture, and the way back beside them. */
const LEFT = 36;
const RIGHT = 78;
const BACK = 8;

/** One row's piece of the upright trail, stretched to the height its words need. */
function UprightPiece({ stations, index }: { stations: PathStations; index: number }) {
  const here = stations[index];
  if (!here) return null;
  const before = stations[index - 1];
  const after = stations[index + 1];
  const { into, out } = switchback(index % 2 === 0 ? LEFT : RIGHT);
  const back =
    index === 0
      ? `M${BACK} 100V50C${BACK} 6 ${LEFT} 2 ${LEFT} 50`
      : index === 6
        ? `M${LEFT} 50C${LEFT} 98 ${BACK} 94 ${BACK} 50V0`
        : `M${BACK} 100V0`;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden className="path-upright">
      <path className="path-back" data-state={stations[6].state} d={back} />
      {before && <path className="path-way" data-way={wayBetween(before.state, here.state)} d={into} />}
      {after && <path className="path-way" data-way={wayBetween(here.state, after.state)} d={out} />}
    </svg>
  );
}

/** The whole trail for where there is room; its sides stretch with the words below it. */
function WidePicture({ stations }: { stations: PathStations }) {
  const state = stations[6].state;
  const stretch = { preserveAspectRatio: "none", "aria-hidden": true } as const;
  return (
    <>
      <svg {...stretch} viewBox="0 0 800 200" className="path-wide path-wide-trail">
        <path
          className="path-back"
          data-state={state}
          d="M700 132C750 132 774 150 774 200M26 200C26 160 44 146 72 146"
        />
        {WIDE.slice(1).map((point, index) => {
          const [from, to, start] = [stations[index], stations[index + 1], WIDE[index]];
          return from && to && start ? (
            <path
              key={to.id}
              className="path-way"
              data-way={wayBetween(from.state, to.state)}
              d={bend(start, point)}
            />
          ) : null;
        })}
      </svg>
      <svg {...stretch} viewBox="0 0 800 100" className="path-wide path-wide-sides">
        <path className="path-back" data-state={state} d="M774 0V100M26 100V0" />
      </svg>
      <svg {...stretch} viewBox="0 0 800 100" className="path-wide path-wide-foot">
        <path className="path-back" data-state={state} d="M774 0C774 50 740 60 700 60H100C60 60 26 50 26 0" />
      </svg>
    </>
  );
}

function Words({ station, number, words }: { station: PathStation; number: number; words: PathWords }) {
  const name = (
    <>
      <span className="path-number">{number}</span>
      {station.label}
    </>
  );
  return (
    <div className="path-words">
      <p className="path-name">
        {station.href ? (
          <NextLink href={station.href} className="path-link">
            {name}
          </NextLink>
        ) : (
          name
        )}
      </p>
      <p className="path-state">
        {words[station.state]}
        {station.current && <span className="path-current">{words.current}</span>}
      </p>
      {station.note && <p className="path-note">{station.note}</p>}
    </div>
  );
}

/** The path with all its words: one list, drawn upright or wide by the room it has. */
export function FullPath({
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
    <div className={cn("path path-full", className)}>
      <div className="path-ground">
        <WidePicture stations={stations} />
        <ol aria-label={label} className="path-list">
          {stations.map((station, index) => (
            <li
              key={station.id}
              className="path-stop"
              data-state={station.state}
              aria-current={station.current ? "step" : undefined}
            >
              <div className="path-place">
                <UprightPiece stations={stations} index={index} />
                <StationMark state={station.state} current={station.current} />
              </div>
              <Words station={station} number={index + 1} words={words} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
