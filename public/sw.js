// What a mum needs in a park without signal: today and its sessions open with the network gone. Nothing else is kept.
// Pages of hers lie in a cache that goes when she signs out, when another person's page opens here, and after 7 days;
// whether a run may begin from a kept page is the signed permit's to say, never this file's.
const PAGES = "sevenstride-pages";
const PARTS = "sevenstride-parts";
const KEPT_AT = "x-kept-at";
const KEEP_MS = 7 * 24 * 3_600_000;
const isPage = (path) => path === "/me" || path === "/me/plan" || /^\/me\/session\/[0-9a-f-]{36}$/.test(path);
const isPart = (path) => path.startsWith("/_next/static/");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** Only a page as it was asked for: what was redirected is a sign-in or another place. */
const isWhole = (response) => response.ok && response.type === "basic" && !response.redirected;

// Who it is kept for, as a count that goes up when everything is forgotten: a page that was on its way when she signed
// out must not be put down behind her. One thing at a time, so that nothing comes between the look and the putting.
let visit = 0;
let turn = Promise.resolve();
function inTurn(work) {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

async function keepPage(path, response, keptFor) {
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, String(Date.now()));
  const html = await response.text();
  await inTurn(async () => {
    if (keptFor !== visit) return;
    const pages = await caches.open(PAGES);
    await pages.put(path, new Response(html, { status: 200, headers }));
  });
  return html;
}

function forgetPages() {
  visit += 1;
  return inTurn(() => caches.delete(PAGES));
}

async function keepPart(path) {
  const parts = await caches.open(PARTS);
  if (await parts.match(path)) return;
  const response = await fetch(path);
  if (isWhole(response)) await parts.put(path, response);
}

/** Fetches pages and everything they are made of, so that they open without a network. */
async function keepPages(paths) {
  const keptFor = visit;
  for (const path of paths.filter(isPage)) {
    if (keptFor !== visit) return;
    const response = await fetch(path, { credentials: "same-origin" });
    if (!isWhole(response)) continue;
    const html = await keepPage(path, response, keptFor);
    const named = new Set(html.match(/\/_next\/static\/[\w./~%@()[\]-]+\.(?:js|css|woff2)/g) ?? []);
    await Promise.all([...named].map(keepPart));
  }
}

/** From the network; what was kept only when there is none, and not when it is too old. */
async function pageOf(event, path) {
  const keptFor = visit;
  try {
    const response = await fetch(event.request);
    // Beside the answer: she does not wait for the keeping.
    if (isWhole(response)) event.waitUntil(keepPage(path, response.clone(), keptFor));
    return response;
  } catch (error) {
    const kept = await caches.match(path, { cacheName: PAGES, ignoreVary: true });
    if (kept && Date.now() - Number(kept.headers.get(KEPT_AT)) < KEEP_MS) return kept;
    throw error;
  }
}

/** Parts carry their content in their name: what is kept is right for ever. */
async function partOf(request, path) {
  const parts = await caches.open(PARTS);
  const kept = await parts.match(path, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (isWhole(response)) await parts.put(path, response.clone());
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  if (isPart(pathname)) event.respondWith(partOf(request, pathname));
  else if (request.mode === "navigate" && isPage(pathname)) event.respondWith(pageOf(event, pathname));
});

self.addEventListener("message", (event) => {
  const { type, paths = [] } = event.data ?? {};
  const done = () => event.ports[0]?.postMessage("done");
  if (type === "keep") event.waitUntil(keepPages(paths).then(done, done));
  if (type === "forget") event.waitUntil(forgetPages().then(done, done));
});
