"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";

export type Client = Outputs["clients"]["byId"];

/** One mum, whole. Her pages have fetched her already; every change fetches her anew. */
export function useClient(clientId: string) {
  return useQuery(useTRPC().clients.byId.queryOptions({ clientId }));
}
