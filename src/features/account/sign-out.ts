import { forgetPages, pageKeeper } from "@/lib/kept-pages.ts";
import { goTo, postStep } from "./post-step.ts";

/**
 * Ends the session here, and forgets what this browser kept of it; what could not be sent yet stays, sealed for its owner
 * (docs/decisions/0020). Without a connection the session stays: a page that only looks signed out
 * would be a lie.
 */
export async function signOut(): Promise<boolean> {
  const keeper = await pageKeeper();
  const answer = await postStep<{ next: string }>("sign-out");
  if (!answer.ok) return false;
  await forgetPages(keeper);
  localStorage.clear();
  sessionStorage.clear();
  goTo(answer.data.next);
  return true;
}
