"use client";

import type { ReactNode } from "react";
import { Holds } from "./holds.tsx";
import { LockCard } from "./lock-card.tsx";
import { NextThing } from "./next-thing.tsx";
import { Plans } from "./plans.tsx";
import { Proposals } from "./proposals.tsx";
import { StepsMap } from "./steps-map.tsx";
import { WithClient } from "./with-client.tsx";

/** Where she stands: the next thing, her seven steps, her plans; beside them whether she may run and what rests. */
export function Overview({ clientId, ask, assign }: { clientId: string; ask: ReactNode; assign: ReactNode }) {
  return (
    <WithClient clientId={clientId}>
      {(data) => (
        <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 space-y-10">
            <div className="space-y-4">
              <NextThing next={data.journey.next.coach} clientId={clientId} ask={ask} assign={assign} />
              {/* Each dialog has one button on the page: what is next has it, else its own place. */}
              <Proposals
                clientId={clientId}
                proposals={data.journey.proposals}
                ask={data.journey.next.coach.code === "send_request" ? null : ask}
              />
            </div>
            <StepsMap clientId={clientId} journey={data.journey} />
            <Plans data={data} assign={data.journey.next.coach.code === "assign_plan" ? null : assign} />
          </div>
          <div className="min-w-0 space-y-5">
            <LockCard journey={data.journey} />
            <Holds clientId={clientId} holds={data.journey.holds} />
          </div>
        </div>
      )}
    </WithClient>
  );
}
