"use client";

import { createContext, useContext } from "react";
import { isHeldHere } from "@/features/check-in/local-hold.ts";
import { SomethingWrong } from "@/features/check-in/something-wrong.tsx";
import { SessionPlayer } from "@/features/player/session-player.tsx";
import type { Lent, SessionToDo } from "@/features/player/shapes.ts";
import { AnswerScreen, Findings, needsAnswer } from "../../lent.tsx";

// What the room of symptoms lends the player. Defined once outside, so that a drawing never throws an answer away.
const ToDo = createContext<SessionToDo | null>(null);
function useToDo(): SessionToDo {
  const todo = useContext(ToDo);
  if (!todo) throw new Error("outside SessionScreen");
  return todo;
}

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

const Answer: Lent["Answer"] = (props) => {
  const { country, pain } = useToDo().self;
  return <AnswerScreen country={country} pain={pain} {...props} />;
};

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
