"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Day } from "@/domain/shared/day.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";
import { EchoCard } from "@/features/check-in/echo-card.tsx";
import { MyRecordings } from "@/features/recordings/my-recordings.tsx";

type Her = {
  readonly owner: string;
  readonly country: string;
  readonly zone: string;
  readonly day: Day;
  readonly pain: PainBands;
};

/** Her recordings, with what the room of symptoms lends them: a watch does not ask how it felt. */
export function RecordingsScreen(her: Her) {
  const cache = useQueryClient();
  return (
    <MyRecordings
      renderAsk={({ logId, doneOn, kind }) => (
        <EchoCard
          key={logId}
          {...her}
          moment="after"
          echo={{ logId, doneOn, kind }}
          onAnswered={() => void cache.invalidateQueries()}
        />
      )}
    />
  );
}
