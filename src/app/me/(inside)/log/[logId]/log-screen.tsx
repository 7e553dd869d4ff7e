"use client";

import { createContext, useContext } from "react";
import { MyLog } from "@/features/player/my-log.tsx";
import type { Lent } from "@/features/player/shapes.ts";
import { AnswerScreen, type AnswerTo, Findings, needsAnswer } from "../../../lent.tsx";

const Self = createContext<AnswerTo>({ country: "", pain: { greenMax: 0, amberMax: 0 } });
const Answer: Lent["Answer"] = (props) => <AnswerScreen {...useContext(Self)} {...props} />;

/** One log of hers, with what the room of symptoms lends it. */
export function LogScreen({ logId, ...self }: AnswerTo & { logId: string }) {
  return (
    <Self value={self}>
      <MyLog
        logId={logId}
        Findings={Findings}
        Answer={Answer}
        needsAnswer={(findings) => needsAnswer(findings, self.pain)}
      />
    </Self>
  );
}
