"use client";

import { ClientCalendar } from "@/features/calendar/client-calendar.tsx";
import { WithClient } from "@/features/coach-journey/with-client.tsx";
import { LogOfClient } from "@/features/player/log-of-client.tsx";

/** Her calendar, beginning with her own today. */
export function HerCalendar({ clientId }: { clientId: string }) {
  return (
    <WithClient clientId={clientId}>
      {({ journey }) => (
        <ClientCalendar
          clientId={clientId}
          today={journey.day}
          renderLog={(logId) => <LogOfClient clientId={clientId} logId={logId} />}
        />
      )}
    </WithClient>
  );
}
