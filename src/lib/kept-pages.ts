/** The pages a phone keeps for the time without a network: the worker in `public/sw.js` does the keeping. */
const OWNER = "sevenstride.pages";

async function tell(worker: ServiceWorker | null | undefined, message: object): Promise<void> {
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  worker.postMessage(message, [port2]);
  await heard;
}

/** Nothing of hers opens here any more without a sign-in. Done when it resolves. */
export async function forgetPages(): Promise<void> {
  localStorage.removeItem(OWNER);
  if ("caches" in window) await caches.delete("sevenstride-pages");
}

/**
 * Keeps these pages of one person. What was kept for another on the same phone goes first.
 * @param paths paths under /me; anything else is left alone
 */
export async function keepPages(owner: string, paths: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  if (localStorage.getItem(OWNER) !== owner) await forgetPages();
  localStorage.setItem(OWNER, owner);
  try {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    await tell(active, { type: "keep", paths });
  } catch {
    // No worker here (a private window, a full disk): the pages open with a network only.
  }
}
