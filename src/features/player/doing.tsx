"use client";

import { useEffect, useState } from "react";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import type { Run } from "./clock.ts";
import { ExerciseScreen } from "./exercise-screen.tsx";
import { IntervalScreen } from "./interval-screen.tsx";
import type { KeptSession } from "./kept-session.ts";
import { isMoving } from "./shapes.ts";

/** So often it is written down that she is still here. */
const SEEN_MS = 5_000;

type DoingProps = {
  readonly kept: KeptSession;
  readonly onKeep: (kept: KeptSession) => void;
  readonly onEnd: (kept: KeptSession) => void;
};

/** The session under way; everything that changes is kept at once. */
export function Doing({ kept: initial, onKeep, onEnd }: DoingProps) {
  const [kept, setKept] = useState(initial);
  // The same timeline for as long as the session lasts: the clock is driven by it.
  const [timeline] = useState(() => timelineOf({ blocks: initial.blocks }));
  const keep = (next: KeptSession) => {
    setKept(next);
    onKeep(next);
  };
  useEffect(() => {
    const timer = setInterval(() => onKeep(kept), SEEN_MS);
    return () => clearInterval(timer);
  }, [kept, onKeep]);
  const screen = {
    timeline,
    initial: initial.run,
    onChange: (run: Run) => keep({ ...kept, run }),
    onEnd: (run: Run) => onEnd({ ...kept, run }),
    onTold: () => keep({ ...kept, isTold: true }),
  };
  return isMoving(initial.blocks) ? (
    <IntervalScreen {...screen} />
  ) : (
    <ExerciseScreen {...screen} blocks={initial.blocks} />
  );
}
