/** How a station stands. Several may be `open` or `active` at once: the path is a map, not a queue. */
export type PathState = "locked" | "open" | "active" | "held" | "done";

export type PathStation = {
  id: string;
  label: string;
  state: PathState;
  /** She is here. */
  current?: boolean | undefined;
  href?: string | undefined;
  /** A few words under the label in the full size: "2 of 3 met". */
  note?: string | undefined;
};

/** Seven, in order; the seventh is the way back. */
export type PathStations = readonly [
  PathStation,
  PathStation,
  PathStation,
  PathStation,
  PathStation,
  PathStation,
  PathStation,
];

/** What the states are called, and what is said where she is. */
export type PathWords = Record<PathState, string> & { current: string };
