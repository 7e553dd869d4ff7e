import { CardPath } from "./card-path.tsx";
import { FullPath } from "./full-path.tsx";
import { StripPath } from "./strip-path.tsx";
import type { PathStations, PathWords } from "./types.ts";

export type PathProps = {
  stations: PathStations;
  words: PathWords;
  /** Name of the list: "Your seven steps". */
  label: string;
  /**
   * `strip` is 32 px high, for a row of a table, and one picture to a screen reader; `card` is a small picture with
   * the stations she is at; `full` has every station with its words, upright where it is narrow, wide where there is room.
   */
  size?: "strip" | "card" | "full" | undefined;
  className?: string | undefined;
};

/** The signature picture: seven stations on a winding path, and a way back. */
export function Path({ size = "full", ...rest }: PathProps) {
  if (size === "strip") return <StripPath {...rest} />;
  if (size === "card") return <CardPath {...rest} />;
  return <FullPath {...rest} />;
}
