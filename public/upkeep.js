// Keeps the page fresh and at hand: says when a newer one has been published, and has a service worker
// keep a copy that opens without a network. Loaded after the start and in windows of their own only;
// what is denied here changes nothing for the reader.

/** The folder of the site. Cached copies have its path in their name: projects may share a host. */
const HOME = new URL("./", import.meta.url);
const COPIES = `dti1:${HOME.pathname}:`;
/** Where it is remembered that no copy is wanted. */
const SETTING = `${COPIES}offline`;
/** A page that was out of sight for so long asks again; hosts cache for ten minutes. */
const PAUSE_MS = 10 * 60 * 1000;

const release = document.getElementById("release");

/** Shows that the published page is newer. The page itself decides, not the list beside it. */
async function look() {
  if (!navigator.onLine) return;
  const list = await fetch(new URL("version.json", HOME), { cache: "no-store" });
  const published = await list.json();
  if (published.release === release.content) return;
  const page = await fetch(location.href, { cache: "reload" });
  if (!(await page.text()).includes(`content="${published.release}"`)) return;
  const notice = document.getElementById("newer");
  notice.dataset.newer = published.data > Number(release.dataset.figures) ? "figures" : "page";
  notice.querySelector("button").onclick = () => location.reload();
  notice.hidden = false;
}

/** `?offline=off` removes the copy and keeps it away, `?offline=on` allows it again. */
function isCopyWanted() {
  const asked = new URLSearchParams(location.search).get("offline");
  if (asked === "off") localStorage.setItem(SETTING, "off");
  if (asked === "on") localStorage.removeItem(SETTING);
  return localStorage.getItem(SETTING) !== "off";
}

/** The worker serves this page to its end, but makes no copies where there are none. */
async function removeCopy() {
  const registration = await navigator.serviceWorker.getRegistration(HOME);
  if (registration?.scope === HOME.href) await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(COPIES)).map((name) => caches.delete(name)));
}

/** Has the worker keep this page and what it has loaded; what it loads later passes the worker. */
function keepLoaded() {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const page = location.href.split("#")[0];
  navigator.serviceWorker.controller?.postMessage({ release: release.content, keep: [page, ...loaded] });
}

async function keepCopy() {
  navigator.serviceWorker.addEventListener("controllerchange", keepLoaded);
  keepLoaded();
  const options = { scope: HOME.href, updateViaCache: "none" };
  await navigator.serviceWorker.register(new URL("sw.js", HOME).href, options);
}

/** Now, and whenever the page comes back into sight after a while. */
function lookAgain(last = Date.now()) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < PAUSE_MS) return;
    last = Date.now();
    look().catch(() => {});
  });
}

// A page from a file has no newer one and needs no copy; an embed keeps nothing, wherever it is opened.
const isWhole = !document.documentElement.dataset.view;
if (release && isWhole && location.protocol.startsWith("http")) {
  const silently = async (act) => act();
  silently(() => (isCopyWanted() ? keepCopy() : removeCopy())).catch(() => {});
  silently(look).catch(() => {});
  lookAgain();
}
