import "server-only";

import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { caller } from "@/trpc/server.tsx";

const HOME = { coach: "/coach/today", client: "/me", physio: "/physio", person: "/account" } as const;

/**
 * Who is signed in, for the layout of an area; whoever is not, or not yet with her second factor, is led to sign in and
 * comes back to `next`.
 */
export async function whoIs(area: keyof typeof HOME, next: string = HOME[area]) {
  try {
    return await (await caller(area)).account.me({});
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED")
      redirect(`/sign-in?next=${encodeURIComponent(next)}`);
    throw error;
  }
}

/** What comes next for whoever is signed in, or null when nobody is. */
export async function whereTo() {
  try {
    return await (await caller("person")).account.way({});
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return null;
    throw error;
  }
}
