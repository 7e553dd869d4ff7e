"use client";

import { useQuery } from "@tanstack/react-query";
import { ConfirmCard } from "@/features/mum-journey/confirm-card.tsx";
import { useTRPC } from "@/trpc/react.tsx";

/** The question whether she saw the physio, while it waits for her. */
export function Confirm() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.clearance.mine.queryOptions({}));
  const state = data?.state;
  if (state?.status !== "pending" || !state.waitsForMum) return null;
  return <ConfirmCard clearanceId={state.clearanceId} signer={state.signer} />;
}
