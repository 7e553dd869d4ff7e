import "server-only";

import { redirect } from "next/navigation";
import { cache } from "react";
import { caller } from "@/trpc/server.tsx";

/** Who is here, or on to the sign-in page with the way back. Asked once a request. */
export const me = cache(async () => {
  try {
    return await (await caller("client")).clients.me({});
  } catch (error) {
    if ((error as { code?: string }).code === "UNAUTHORIZED") redirect("/sign-in?next=/me");
    throw error;
  }
});
