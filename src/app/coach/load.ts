import "server-only";

import { redirect } from "next/navigation";
import { cache } from "react";
import { caller } from "@/trpc/server.tsx";

const isNotSignedIn = (error: unknown) => (error as { code?: string }).code === "UNAUTHORIZED";

/** Who is here and for which practice; on to signing in, or to founding a practice. Asked once a request. */
export const me = cache(async () => {
  try {
    const found = await (await caller("coach")).account.me({});
    if (found.practice) return { ...found, practice: found.practice };
  } catch (error) {
    if (!isNotSignedIn(error)) throw error;
  }
  // No coach of any practice: what comes next for her, the doors know (a second factor, her own practice, signing in).
  try {
    await (await caller("person")).account.me({});
  } catch (error) {
    if (isNotSignedIn(error)) redirect("/sign-in?next=/coach/today");
    throw error;
  }
  return redirect("/doors");
});
