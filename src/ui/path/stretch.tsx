import type { Way } from "./trail.ts";

/** One stretch of trail: its bed, and on it the strides walked, the way ahead, or the dots of what is closed. */
export function Stretch({ way, d }: { way: Way; d: string }) {
  return (
    <>
      <path className="path-bed" data-way={way} d={d} />
      <path className="path-way" data-way={way} d={d} />
    </>
  );
}
