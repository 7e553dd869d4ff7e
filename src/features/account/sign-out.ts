import { forgetPages, pageKeeper } from "@/lib/kept-pages.ts";
import { goTo, postStep } from "./post-step.ts";

/** Ends the session here. Without a connection it stays: a page that only looks signed out would be a lie. */
export async function signOut(): Promise<boolean> {
  const keeper = await pageKeeper();
  const answer = await postStep<{ next: string }>("sign-out");
  if (!answer.ok) return false;
  await forgetPages(keeper);
  goTo(answer.data.next);
  return true;
}
