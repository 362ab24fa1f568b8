// Starts the page. The addresses and hashes stand in the two <link> elements that xtask writes
// into index.html, so no script is needed in the page itself.

const script = document.getElementById("page-script");
const wasm = document.getElementById("page-wasm");

/** The compiled WebAssembly; `cache` is "reload" on the second try. */
async function compile(cache) {
  const response = await fetch(wasm.href, { integrity: wasm.dataset.integrity, cache });
  if (!response.ok) throw new Error(`${wasm.href}: ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  // A host that sends another type can't stream.
  if (!type.startsWith("application/wasm")) return WebAssembly.compile(await response.arrayBuffer());
  return WebAssembly.compileStreaming(response);
}

/** The script that wasm-bindgen wrote. A failed import may be remembered, hence a new address. */
async function load(cache) {
  if (cache === "default") return import(script.href);
  const response = await fetch(script.href, { integrity: script.integrity, cache });
  if (!response.ok) throw new Error(`${script.href}: ${response.status}`);
  await response.arrayBuffer();
  return import(`${script.href}?again`);
}

async function fetchParts(cache) {
  return Promise.all([load(cache), compile(cache)]);
}

/** Whether the host now has a page that names other files: ours came out of an old cache. */
async function isOutdated() {
  try {
    const page = await fetch(location.href, { cache: "reload" });
    const name = new URL(wasm.href).pathname.split("/").pop();
    return page.ok && !(await page.text()).includes(name);
  } catch {
    return false;
  }
}

function showFailure(error) {
  console.error("dti-whatif could not start:", error);
  document.documentElement.dataset.boot = "failed";
  const notice = document.getElementById("boot-failed");
  if (notice) notice.hidden = false;
}

async function start() {
  let parts;
  try {
    parts = await fetchParts("default").catch(() => fetchParts("reload"));
  } catch (error) {
    if (await isOutdated()) location.reload();
    else showFailure(error);
    return;
  }
  try {
    const [glue, module] = parts;
    await glue.default({ module_or_path: module });
    document.documentElement.dataset.boot = "ready";
  } catch (error) {
    showFailure(error);
  }
}

start();
