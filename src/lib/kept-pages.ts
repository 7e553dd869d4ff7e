/** The pages a phone keeps for the time without a network: the worker in `public/sw.js` does the keeping. */
const OWNER = "sevenstride.pages";
const PAGES = "sevenstride-pages";
/** What this page asked to be kept, so that fetching anew forgets none that was still on its way. */
let wanted: readonly string[] = [];

/** A worker of an earlier edition does not know every word: nobody waits for it longer than this. */
const ANSWER_MS = 3_000;

async function tell(worker: ServiceWorker | null, message: object): Promise<void> {
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  worker.postMessage(message, [port2]);
  await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, ANSWER_MS))]);
}

/** The worker that keeps pages here, if there is one. */
export async function pageKeeper(): Promise<ServiceWorker | null> {
  if (!("serviceWorker" in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration())?.active ?? null;
}

/**
 * Nothing of hers opens here any more without a sign-in. Done when it resolves. The worker may have pages on their way: it
 * is told first, so that none is put down afterwards.
 * @param keeper as it was before the session ended: the end of one takes the worker's registration away, not the worker
 */
export async function forgetPages(keeper: ServiceWorker | null): Promise<void> {
  localStorage.removeItem(OWNER);
  wanted = [];
  await tell(keeper, { type: "forget" });
  if ("caches" in window) await caches.delete(PAGES);
}

/**
 * Keeps these pages of one person. What was kept for another on the same phone goes first.
 * @param paths paths under /me; anything else is left alone
 */
export async function keepPages(owner: string, paths: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  if (localStorage.getItem(OWNER) !== owner) await forgetPages(await pageKeeper());
  localStorage.setItem(OWNER, owner);
  wanted = paths;
  try {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    await tell(active, { type: "keep", paths });
  } catch {
    // No worker here (a private window, a full disk): the pages open with a network only.
  }
}

/**
 * What was kept is from before something that may shut a door: it goes at once, and is fetched anew while there is a
 * network. Never throws; without a worker nothing is kept.
 */
export async function keepPagesAnew(): Promise<void> {
  try {
    const keeper = await pageKeeper();
    if (!keeper || !(await caches.has(PAGES))) return;
    const kept = await (await caches.open(PAGES)).keys();
    const paths = new Set([...wanted, ...kept.map(({ url }) => new URL(url).pathname)]);
    await tell(keeper, { type: "forget" });
    await tell(keeper, { type: "keep", paths: [...paths] });
  } catch {
    // A browser that shuts its store meanwhile keeps nothing.
  }
}
