/** The largest number a draft can hold. */
const LARGEST = 1_000_000;

/** What somebody wrote as a number: with a point or a comma, or minutes and seconds ("1:30" is 90). Null: no number. */
export function readFigure(text: string): number | null {
  const [, minutes, seconds] = /^\s*(\d+):(\d{0,2})\s*$/.exec(text) ?? [];
  const value =
    minutes === undefined ? Number(text.replace(",", ".").trim()) : Number(minutes) * 60 + Number(seconds);
  return Number.isFinite(value) && value >= 0 && value <= LARGEST ? value : null;
}
