"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { keepPages } from "@/lib/kept-pages.ts";
import { useTRPC } from "@/trpc/react.tsx";

/** Her days and every session of her plans open on this phone with the network gone. Shows nothing. */
export function KeepForLater() {
  const trpc = useTRPC();
  const owner = useQuery(trpc.plans.today.queryOptions({})).data?.self.id;
  const plans = useQuery(trpc.plans.week.queryOptions({})).data?.plans;
  const sessions = plans?.map(({ planId }) => `/me/session/${planId}`).join(" ");
  useEffect(() => {
    if (owner === undefined || sessions === undefined) return;
    void keepPages(owner, ["/me", "/me/plan", ...sessions.split(" ")]);
  }, [owner, sessions]);
  return null;
}
