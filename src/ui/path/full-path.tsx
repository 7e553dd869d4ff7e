import NextLink from "next/link";
import { cn } from "@/lib/cn.ts";
import { StationMark } from "./station-mark.tsx";
import { bend, crossing, WIDE, wayBetween } from "./trail.ts";
import { Contours } from "./contours.tsx";
import { Stretch } from "./stretch.tsx";
import type { PathStation, PathStations, PathWords } from "./types.ts";

/** Where the trail's left and right bends are in a row of the upright picture, and the way back beside them. */
const LEFT = 40;
const RIGHT = 80;
const BACK = 8;

/** Which way the way back goes. */
function BackArrow({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden className={`path-arrow ${className}`}>
      <path d="M1.5 9 6 3.5 10.5 9" />
    </svg>
  );
}

const bendOf = (index: number) => (index % 2 === 0 ? LEFT : RIGHT);
const STRETCHED = { preserveAspectRatio: "none", "aria-hidden": true } as const;

/** One row's piece of the upright trail: the way back beside it, the bend into the row, and straight runs through it. */
function UprightPiece({ stations, index }: { stations: PathStations; index: number }) {
  const here = stations[index];
  if (!here) return null;
  const before = stations[index - 1];
  const after = stations[index + 1];
  const x = bendOf(index);
  const back =
    index === 0
      ? `M${BACK} 100V62C${BACK} 4 ${LEFT} 0 ${LEFT} 50`
      : index === 6
        ? `M${LEFT} 50C${LEFT} 100 ${BACK} 96 ${BACK} 38V0`
        : `M${BACK} 100V0`;
  return (
    <>
      <svg {...STRETCHED} viewBox="0 0 100 100" className="path-upright">
        <path className="path-back" data-state={stations[6].state} d={back} />
      </svg>
      {(index === 2 || index === 4) && <BackArrow className="path-arrow-up" />}
      <svg {...STRETCHED} viewBox="0 0 100 100" className="path-upright path-run">
        {before && <Stretch way={wayBetween(before.state, here.state)} d={`M${x} 0V50`} />}
        {after && <Stretch way={wayBetween(here.state, after.state)} d={`M${x} 50V100`} />}
      </svg>
      {before && (
        <svg {...STRETCHED} viewBox="0 0 100 100" className="path-upright path-crossing">
          <Stretch way={wayBetween(before.state, here.state)} d={crossing(bendOf(index - 1), x)} />
        </svg>
      )}
    </>
  );
}

/** The whole trail for where there is room; its sides stretch with the words below it. */
function WidePicture({ stations }: { stations: PathStations }) {
  const state = stations[6].state;
  return (
    <>
      <svg {...STRETCHED} viewBox="0 0 800 200" className="path-wide path-wide-trail">
        <Contours />
        <path
          className="path-back"
          data-state={state}
          d="M700 136C750 136 776 152 776 200M24 200C24 166 40 156 70 156"
        />
        {WIDE.slice(1).map((point, index) => {
          const [from, to, start] = [stations[index], stations[index + 1], WIDE[index]];
          return from && to && start ? (
            <Stretch key={to.id} way={wayBetween(from.state, to.state)} d={bend(start, point)} />
          ) : null;
        })}
      </svg>
      <svg {...STRETCHED} viewBox="0 0 800 100" className="path-wide path-wide-sides">
        <path className="path-back" data-state={state} d="M776 0V100M24 100V0" />
      </svg>
      <svg {...STRETCHED} viewBox="0 0 800 100" className="path-wide path-wide-foot">
        <path className="path-back" data-state={state} d="M776 0C776 60 752 70 716 70H84C48 70 24 60 24 0" />
      </svg>
      <BackArrow className="path-arrow-left" />
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
