// Keeps the page's own files for when there is no network. Only for the page in a window of its own: what
// frames, embeds and the provinces' pages ask for passes by. xtask fills in the release and its files.

const RELEASE = "xtask:release";
const FILES = new Set(["xtask:files"]);
const PAGES = new Set(["", "index.html", "vi/", "vi/index.html", "en/", "en/index.html"]);

const HOME = new URL("./", self.location.href);
/** Projects may share a host: the names of the caches carry the path. */
const COPIES = `dti1:${HOME.pathname}:`;
/** Hosts may answer by the encoding that is accepted; a copy is decoded. */
const ANY = { ignoreVary: true };
/** How long a page may take before its copy is shown. */
const PATIENCE_MS = 6000;

const OWN = COPIES + RELEASE;
/** The copies, once a page has asked to keep them. Opening them here would bring back what a reader removed. */
const kept = async () => ((await caches.has(OWN)) ? caches.open(OWN) : null);

/** The name of a file below the site, without its query; null for what lies elsewhere. */
function nameOf(address) {
  const url = new URL(address);
  if (url.origin !== HOME.origin || !url.pathname.startsWith(HOME.pathname)) return null;
  return url.pathname.slice(HOME.pathname.length);
}

const isKept = (name) => PAGES.has(name) || FILES.has(name);

/** Whether this is the page in a window of its own; an embed or a province's page may be opened in one too. */
const isHome = (client) => client?.frameType === "top-level" && PAGES.has(nameOf(client.url));

/** The page: from the network while it answers, else the copy under this address or its folder's. */
async function page({ request }) {
  const copies = await kept();
  if (!copies) return fetch(request);
  const copy = () => copies.match(request, ANY).then((own) => own ?? copies.match(request, { ...ANY, ignoreSearch: true }));
  const answer = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(copy);
  const first = await Promise.race([answer.catch(copy), late]);
  return first ?? answer;
}

/** A file, whose name changes with its content: from its copy, else kept for the next time. */
async function file(event) {
  const { request, clientId } = event;
  const copies = isHome(await clients.get(clientId)) ? await kept() : null;
  if (!copies) return fetch(request);
  // The page asks past the cache when what it got is damaged.
  const copy = request.cache === "reload" ? null : await copies.match(request, ANY);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(copies.put(request.url, answer.clone()).catch(() => {}));
  return answer;
}

/** Keeps what a page of this release has loaded, mostly out of the browser's cache. */
async function keep(addresses) {
  const copies = await caches.open(OWN);
  for (const address of addresses) {
    const name = nameOf(address);
    if (name === null || !isKept(name) || (await copies.match(address, ANY))) continue;
    const answer = await fetch(address);
    if (answer.ok) await copies.put(address, answer);
  }
}

async function removeOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(COPIES) && name !== OWN);
  await Promise.all(others.map((name) => caches.delete(name)));
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(removeOthers().then(() => clients.claim())));
self.addEventListener("message", (event) => {
  const { release, keep: addresses } = event.data ?? {};
  const isAsked = release === RELEASE && Array.isArray(addresses) && isHome(event.source);
  if (isAsked) event.waitUntil(keep(addresses).catch(() => {}));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = request.method === "GET" ? nameOf(request.url) : null;
  // A frame's own page has the destination "iframe".
  const isPage = request.mode === "navigate" && request.destination === "document" && PAGES.has(name);
  if (isPage) event.respondWith(page(event));
  else if (request.mode !== "navigate" && FILES.has(name)) event.respondWith(file(event));
});
