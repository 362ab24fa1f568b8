// Starts the page, and fetches its parts when it asks for them. The addresses and hashes stand in
// elements that xtask writes into index.html, so no script is needed in the page itself.
const { dataset } = document.documentElement;
dataset.first = location.hash.length > 1 ? "asked" : "general";

/** Address and hash of a part: a <meta>, or the preloaded <link> of the script. */
function part(id) {
  const element = document.getElementById(id);
  const address = element.href ?? new URL(element.content, location.href).href;
  return { address, integrity: element.integrity || element.dataset.integrity };
}

/** Fetches a part; the browser checks its hash. `cache` is "reload" on the second try. */
async function get({ address, integrity }, cache) {
  const response = await fetch(address, { integrity, cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The compiled WebAssembly. */
async function compile(wasm, cache) {
  const response = await get(wasm, cache);
  // A host that sends another type can't stream.
  const isStream = (response.headers.get("content-type") ?? "").startsWith("application/wasm");
  return isStream ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The script that wasm-bindgen wrote. A failed import may be remembered, hence a new address. */
async function load(script, cache) {
  const isPreloaded = document.querySelector(`link[href$="${script.address.split("/").pop()}"]`);
  if (cache === "default" && isPreloaded) return import(script.address);
  await (await get(script, cache)).arrayBuffer();
  return import(cache === "default" ? script.address : `${script.address}?again`);
}

/** The module, ready to be called. */
async function open(cache) {
  const [glue, module] = await Promise.all([load(part("page-script"), cache), compile(part("page-wasm"), cache)]);
  return { glue, module };
}

/** Whether the host now has a page that names another module: ours came out of an old cache. */
async function isOutdated() {
  // Once only: whoever gets the old page again, or lives without WebAssembly, must not reload for ever.
  if (performance.getEntriesByType("navigation")[0]?.type === "reload") return false;
  const name = part("page-wasm").address.split("/").pop();
  const page = await fetch(location.href, { cache: "reload" });
  const text = page.ok ? await page.text() : "";
  return /-[0-9a-f]{16}\.wasm/.test(text) && !text.includes(name); // What names no module is no page of ours.
}

function showFailure(error) {
  console.error("dti-whatif could not start:", error);
  dataset.boot = "failed";
  document.getElementById("boot-failed")?.removeAttribute("hidden");
}

/** The official figures: for the first view, and with components. */
const bytes = (name) => once(async (cache) => new Uint8Array(await (await get(part(name), cache)).arrayBuffer()));
const [figures, complete] = ["figures", "components"].map(bytes);

/** What was cut off the module, compiled; the module's own script asks for it. */
const files = {};
globalThis.dtiPart = (name) => hangs((files[name] ??= once((cache) => compile(part(name), cache))));
globalThis.dtiComponents = async () => (globalThis.dtiData = await hangs(complete));

/** Scripts that keep modules in workers, loaded when the page first calls for one. */
const host = (name) => soon(once((cache) => load(part(name), cache)));
const [draws, sheets] = [host("draws-script"), host("sheets-script")];
const tools = { part, get, compile, once, soon };
globalThis.dtiDraw = (question, show, again) =>
  draws().then(({ draw }) => draw(tools, question, show, again), () => show(null, true));
globalThis.dtiSheets = (verb, it) => sheets().then((own) => own[verb](tools, it));

/** After the first frame, which shows what can be read already; one that is not drawn is not waited for. */
const seen = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, self !== top || document.hidden ? 300 : 2000);
});

try {
  const isWhole = asksForComponents();
  await seen();
  const opening = Promise.all([once(open)(), (isWhole ? complete : figures)()]);
  // Has the browser read its storage from disk meanwhile; a sandbox denies it, an embed keeps nothing.
  try { if (!dataset.view) void (localStorage.length + sessionStorage.length); } catch {}
  const [page, data] = await opening;
  Object.assign(tools, page);
  globalThis.dtiData = data;
  await page.glue.default({ module_or_path: page.module });
  dataset.boot = "ready";
  // The page answers an address that names components once they are there.
  addEventListener("hashchange", () => {
    if (!isWhole && globalThis.dtiData === data && asksForComponents()) location.reload();
  });
  if (self === top) (async () => load(part("upkeep-script"), "default"))().catch(() => {});
} catch (error) {
  if (await isOutdated().catch(() => false)) location.reload();
  else showFailure(error);
}
