import type { PathStation, PathStations, PathWords } from "@/ui/path/types.ts";

export const PATH_WORDS: PathWords = {
  locked: "Closed for now",
  open: "Ready when you are",
  active: "Under way",
  held: "Paused",
  done: "Done",
  current: "You are here",
};

const NAMES = ["Assessment", "Restoration", "Walking", "Strength", "Technique", "Running", "Revisit"];

export function stations(
  states: readonly PathStation["state"][],
  current: number,
  more: Partial<PathStation> = {},
): PathStations {
  return NAMES.map((label, index) => ({
    id: label.toLowerCase(),
    label,
    state: states[index] ?? "locked",
    current: index === current,
    ...more,
  })) as unknown as PathStations;
}

export const ON_THE_WAY = stations(["done", "active", "active", "open", "locked", "locked", "locked"], 1).map(
  (station, index) => ({
    ...station,
    href: `#${station.id}`,
    note: [
      "Seen by your physio on 3 October",
      "Week 4 of about 8",
      "2 of 3 walks this week",
      "Opens with your next check",
      "Needs a sign-off",
      "4 things stand between you and running",
      undefined,
    ][index],
  }),
) as unknown as PathStations;

export const WENT_BACK = stations(["done", "active", "done", "done", "done", "held", "active"], 6);
export const AT_THE_START = stations(["open", "locked", "locked", "locked", "locked", "locked", "locked"], 0);
export const ALL_DONE = stations(["done", "done", "done", "done", "done", "done", "open"], 5);

export const LONG = stations(["done", "active", "held", "open", "locked", "locked", "locked"], 2).map(
  (station) => ({
    ...station,
    label: `${station.label} and everything that rightly belongs to it`,
    href: `#${station.id}`,
    note: "A rather long note that somebody wrote in a hurry and that has to find room all the same",
  }),
) as unknown as PathStations;
