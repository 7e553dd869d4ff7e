"use client";

import { createContext, useContext, useState } from "react";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import { FindingsPicker, findingsOf, NO_ANSWER } from "@/features/check-in/findings-picker.tsx";
import { isHeldHere } from "@/features/check-in/local-hold.ts";
import { outcomeOf } from "@/features/check-in/outcome-of.ts";
import { NotedScreen, RedFlagScreen, StopScreen } from "@/features/check-in/outcomes.tsx";
import { SomethingWrong } from "@/features/check-in/something-wrong.tsx";
import { SessionPlayer } from "@/features/player/session-player.tsx";
import type { Lent, SessionToDo } from "@/features/player/shapes.ts";

// What the room of symptoms lends the player. Defined once outside, so that a drawing never throws an answer away.
const ToDo = createContext<SessionToDo | null>(null);
function useToDo(): SessionToDo {
  const todo = useContext(ToDo);
  if (!todo) throw new Error("outside SessionScreen");
  return todo;
}

const Findings: Lent["Findings"] = ({ showErrors, onChange }) => {
  const [draft, setDraft] = useState(NO_ANSWER);
  return (
    <FindingsPicker
      value={draft}
      showErrors={showErrors}
      onChange={(next) => {
        setDraft(next);
        onChange(findingsOf(next));
      }}
    />
  );
};

const Wrong: Lent["SomethingWrong"] = ({ sessionId, isRun, ...rest }) => {
  const { self, day } = useToDo();
  return (
    <SomethingWrong
      owner={self.id}
      country={self.country}
      day={day}
      pain={self.pain}
      session={{ sessionId, isRun }}
      {...rest}
    />
  );
};

const Answer: Lent["Answer"] = ({ findings, onEnd }) => {
  const { self } = useToDo();
  const outcome = outcomeOf(findings, self.pain);
  if (outcome.kind === "red_flag")
    return <RedFlagScreen tier={outcome.tier} country={self.country} onClose={onEnd} />;
  if (outcome.kind === "stop") return <StopScreen where="rest" country={self.country} onEnd={onEnd} />;
  return <NotedScreen what={outcome.what} isInSession={false} onCarryOn={onEnd} onEnd={onEnd} />;
};

/** Anything that is more than a note: a session does not begin on it, and it gets an answer of its own. */
function needsAnswer(findings: readonly Finding[], pain: PainBands): boolean {
  if (findings.length === 0) return false;
  const outcome = outcomeOf(findings, pain);
  return outcome.kind !== "noted" || outcome.what === "pain" || outcome.what === "bleeding";
}

/** One session, with what is always on screen. */
export function SessionScreen({ todo }: { todo: SessionToDo }) {
  return (
    <ToDo value={todo}>
      <SessionPlayer
        todo={todo}
        Findings={Findings}
        SomethingWrong={Wrong}
        Answer={Answer}
        needsAnswer={(findings) => needsAnswer(findings, todo.self.pain)}
        isHeldHere={() => isHeldHere(todo.self.id, todo.day)}
      />
    </ToDo>
  );
}
