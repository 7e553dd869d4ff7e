"use client";

import { createContext, useContext } from "react";
import { phoneDay } from "@/domain/shared/phone-day.ts";
import { heldHere, holdHere } from "@/features/check-in/local-hold.ts";
import { outcomeOf } from "@/features/check-in/outcome-of.ts";
import { SomethingWrong } from "@/features/check-in/something-wrong.tsx";
import { SessionPlayer } from "@/features/player/session-player.tsx";
import type { Lent, SessionToDo } from "@/features/player/shapes.ts";
import { useWaiting } from "@/trpc/waiting.tsx";
import { AnswerScreen, Findings, needsAnswer } from "../../lent.tsx";

// What the room of symptoms lends the player. Defined once outside, so that a drawing never throws an answer away.
const ToDo = createContext<SessionToDo | null>(null);
function useToDo(): SessionToDo {
  const todo = useContext(ToDo);
  if (!todo) throw new Error("outside SessionScreen");
  return todo;
}

const Wrong: Lent["SomethingWrong"] = (props) => {
  const { self, day } = useToDo();
  return (
    <SomethingWrong
      owner={self.id}
      country={self.country}
      zone={self.zone}
      day={day}
      pain={self.pain}
      {...props}
    />
  );
};

const Answer: Lent["Answer"] = (props) => {
  const { country, pain } = useToDo().self;
  return <AnswerScreen country={country} pain={pain} {...props} />;
};

/** One session, with what is always on screen. */
export function SessionScreen({ todo }: { todo: SessionToDo }) {
  const { self } = todo;
  const today = () => phoneDay(self.zone, todo.day, Date.now());
  const { waiting } = useWaiting();
  return (
    <ToDo value={todo}>
      <SessionPlayer
        todo={todo}
        Findings={Findings}
        SomethingWrong={Wrong}
        Answer={Answer}
        needsAnswer={(findings) => needsAnswer(findings, self.pain)}
        hold={(findings) => holdHere(self.id, today(), outcomeOf(findings, self.pain))}
        heldHere={() => heldHere(self.id, today(), waiting > 0)}
      />
    </ToDo>
  );
}
