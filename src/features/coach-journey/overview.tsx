"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { Holds } from "./holds.tsx";
import { LockCard } from "./lock-card.tsx";
import { NextThing } from "./next-thing.tsx";
import { PainBandsCard } from "./pain-bands.tsx";
import { Plans } from "./plans.tsx";
import { Proposals } from "./proposals.tsx";
import { StepsDetails, StepsPicture } from "./steps-map.tsx";
import { WithClient } from "./with-client.tsx";

/** The dialogs of other rooms, as buttons. */
type Dialogs = { readonly ask: ReactNode; readonly handBack: ReactNode; readonly assign: ReactNode };

/** Where she stands: the next thing, her seven steps, whether she may run, what she works on. One order on every width. */
export function Overview({ clientId, ask, handBack, assign }: Dialogs & { clientId: string }) {
  return (
    <WithClient clientId={clientId}>
      {(data) => {
        const { journey } = data;
        const next = journey.next.coach;
        return (
          <div className="space-y-10">
            <div className={cn("grid items-start gap-4", journey.proposals.length > 0 && "xl:grid-cols-2")}>
              <NextThing next={next} clientId={clientId} ask={ask} assign={assign} />
              {/* Each dialog has one button on the page: what is next has it, else its own place. */}
              <Proposals
                clientId={clientId}
                proposals={journey.proposals}
                ask={next.code === "send_request" ? null : ask}
              />
            </div>
            <StepsPicture journey={journey} />
            <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
              <div className="min-w-0 space-y-5">
                <LockCard journey={journey} />
                <Holds
                  clientId={clientId}
                  holds={journey.holds}
                  // With a physio already: nothing to hand back until she has answered.
                  handBack={journey.requests.length > 0 || next.code === "send_request" ? null : handBack}
                />
                <PainBandsCard data={data} />
              </div>
              <div className="min-w-0 space-y-10">
                <Plans data={data} assign={next.code === "assign_plan" ? null : assign} />
                <StepsDetails clientId={clientId} journey={journey} />
              </div>
            </div>
          </div>
        );
      }}
    </WithClient>
  );
}
