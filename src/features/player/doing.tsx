"use client";

import { useState } from "react";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import { catchUp, pause, type Run } from "./clock.ts";
import { ExerciseScreen } from "./exercise-screen.tsx";
import { IntervalScreen } from "./interval-screen.tsx";
import type { KeptSession } from "./kept-session.ts";
import { isMoving, type Lent } from "./shapes.ts";

/** Paused at the moment it was last written down, so that a flat battery does not run the session on. */
export function pausedWhereLeft(kept: KeptSession): Run {
  const { segments } = timelineOf({ blocks: kept.blocks });
  const now = Date.now();
  const caught = catchUp(kept.run, segments, now);
  return caught.index >= segments.length ? pause(kept.run, kept.run.since) : pause(caught, now);
}

type DoingProps = Lent & {
  readonly kept: KeptSession;
  readonly isRun: boolean;
  readonly onKeep: (kept: KeptSession) => void;
  readonly onEnd: (kept: KeptSession) => void;
};

/** The session under way; everything that changes is kept at once. */
export function Doing({ kept: initial, isRun, onKeep, onEnd, SomethingWrong }: DoingProps) {
  const [kept, setKept] = useState(initial);
  // The same timeline for as long as the session lasts: the clock is driven by it.
  const [timeline] = useState(() => timelineOf({ blocks: initial.blocks }));
  const keep = (next: KeptSession) => {
    setKept(next);
    onKeep(next);
  };
  const screen = {
    timeline,
    initial: initial.run,
    onChange: (run: Run) => keep({ ...kept, run }),
    onEnd: (run: Run) => onEnd({ ...kept, run }),
    renderWrong: ({ pause: hold, end }: { pause: () => void; end: () => void }) => (
      <SomethingWrong
        sessionId={initial.sessionId}
        isRun={isRun}
        onOpen={hold}
        onEnd={end}
        onTold={() => keep({ ...kept, isTold: true })}
      />
    ),
  };
  return isMoving(initial.blocks) ? (
    <IntervalScreen {...screen} />
  ) : (
    <ExerciseScreen {...screen} blocks={initial.blocks} />
  );
}
