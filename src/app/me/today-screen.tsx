"use client";

import { useQueryClient } from "@tanstack/react-query";
import { EchoCard } from "@/features/check-in/echo-card.tsx";
import { StandingRedFlag } from "@/features/check-in/standing-red-flag.tsx";
import { Today } from "@/features/mum-journey/today.tsx";
import { KeepForLater } from "@/features/player/keep-for-later.tsx";

/** Today, with what the room of symptoms lends it. */
export function TodayScreen() {
  const cache = useQueryClient();
  const refresh = () => void cache.invalidateQueries();
  return (
    <>
      <KeepForLater />
      <Today
        renderEcho={({ echo, day, self }) =>
          echo && echo.dueOn <= day ? (
            <EchoCard
              key={echo.logId}
              owner={self.id}
              country={self.country}
              zone={self.zone}
              day={day}
              pain={self.pain}
              echo={echo}
              onAnswered={refresh}
            />
          ) : null
        }
        renderRedFlag={({ redFlags, self }) => {
          const flag = redFlags.findLast((row) => row.acknowledgedAt === null);
          return flag ? <StandingRedFlag tier={flag.tier} on={flag.on} country={self.country} /> : null;
        }}
      />
    </>
  );
}
