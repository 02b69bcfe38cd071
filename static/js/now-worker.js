// Keeps the pages of /now/ and what they are made of, so that they open without a connection. It sees no other page:
// its scope is the folder it was loaded from.
const KEPT = "now-1";
const SCOPE = new URL("./", location).pathname;

const isOurs = (url) => url.origin === location.origin && (url.pathname.startsWith(SCOPE) || url.pathname.startsWith("/static/"));

async function keepAll() {
  const cache = await caches.open(KEPT);
  const pages = new Set([SCOPE]);
  for (const page of pages) {
    const response = await fetch(page);
    if (!response.ok) continue;
    await cache.put(page, response.clone());
    for (const [, link] of (await response.text()).matchAll(/(?:href|src)="([^"#?]+)/g)) {
      const url = new URL(link, new URL(page, location));
      if (!isOurs(url) || url.pathname.endsWith("worker.js")) continue;
      if (url.pathname.startsWith(SCOPE)) pages.add(url.pathname);
      else if (!(await cache.match(url.pathname))) await cache.add(url.pathname).catch(() => {});
    }
  }
}

// The network first, so that a corrected page is seen; what is kept where there is none.
async function answer(request) {
  const { pathname } = new URL(request.url);
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(pathname, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(pathname);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(keepAll().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOurs(new URL(event.request.url))) event.respondWith(answer(event.request));
});
