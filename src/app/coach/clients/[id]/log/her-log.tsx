"use client";

import { LogOfClient } from "@/features/player/log-of-client.tsx";
import { Log } from "@/features/timeline/log.tsx";

/** Her log; what was planned and done beside each other is lent by the room of sessions. */
export function HerLog({ clientId }: { clientId: string }) {
  return (
    <Log clientId={clientId} renderDetail={(logId) => <LogOfClient clientId={clientId} logId={logId} />} />
  );
}
