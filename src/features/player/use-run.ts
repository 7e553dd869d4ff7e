import { useCallback, useEffect, useRef, useState } from "react";
import type { Timeline } from "@/domain/protocols/timeline.ts";
import { back, catchUp, next, pause, type Position, positionOf, resume, type Run } from "./clock.ts";
import { type Cue, cuesBetween } from "./cues.ts";

/** Often enough that a second never looks long; what is shown follows from instants, not from these looks. */
const LOOK_MS = 100;

export type RunControl = {
  readonly run: Run;
  readonly position: Position;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly next: () => void;
  readonly back: () => void;
};

/**
 * Drives a session: looks at the clock, says the cues, and hands every change out so that it is kept.
 * @param onChange called with the run whenever it is another one than before
 */
export function useRun(
  initial: Run,
  timeline: Timeline,
  { play, onChange }: { play: (cue: Cue) => void; onChange: (run: Run) => void },
): RunControl {
  const { segments, marks } = timeline;
  const [run, setRun] = useState(initial);
  const [position, setPosition] = useState(() => positionOf(initial, segments, Date.now()));
  const last = useRef(position);
  const current = useRef(run);
  const given = useRef(play);
  const changed = useRef(onChange);
  useEffect(() => {
    given.current = play;
    changed.current = onChange;
  });

  const look = useCallback(
    (wanted?: Run) => {
      const now = Date.now();
      const caught = catchUp(wanted ?? current.current, segments, now);
      const at = positionOf(caught, segments, now);
      if (caught.pausedAt === null || wanted) {
        for (const cue of cuesBetween(last.current, at, segments, marks)) given.current(cue);
      }
      last.current = at;
      setPosition(at);
      if (caught !== current.current) {
        current.current = caught;
        setRun(caught);
        changed.current(caught);
      }
    },
    [segments, marks],
  );

  const isPaused = run.pausedAt !== null;
  useEffect(() => {
    if (isPaused || position.isDone) return;
    const timer = setInterval(() => look(), LOOK_MS);
    const seen = () => look();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [isPaused, position.isDone, look]);

  return {
    run,
    position,
    pause: () => look(pause(current.current, Date.now())),
    resume: () => look(resume(current.current, Date.now())),
    next: () => look(next(current.current, segments, Date.now())),
    back: () => look(back(current.current, Date.now())),
  };
}
