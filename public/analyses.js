// The page's side of the analyses: loads them at the first question, keeps them in a worker where
// the browser allows one, and hands on the newest answer only.

/** The official figures and what the reader brought. */
const figures = () => globalThis.dtiData + (globalThis.dtiOwn ?? "");

/** In a worker of its own. A blob, since sandboxed frames refuse workers with an address. */
function inWorker(text, module, receive) {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address);
    let fail = reject;
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      fail(event);
    };
    worker.onmessage = ({ data }) => {
      if (!data.isReady) return receive(data);
      URL.revokeObjectURL(address);
      fail = () => receive({ hasFailed: true });
      resolve((question) => worker.postMessage(question));
    };
    worker.postMessage({ module, figures: figures() });
  });
}

/** In the page's own thread, in short slices. */
async function inPage({ address, integrity }, module, receive) {
  if (!globalThis.dtiAnalysing) {
    const script = document.createElement("script");
    Object.assign(script, { src: address, integrity, crossOrigin: "anonymous" });
    await new Promise((resolve, reject) => {
      Object.assign(script, { onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }
  return globalThis.dtiAnalysing(module, figures(), receive);
}

let asking = null;
let newest = 0;
/** The reader's data that the module counts with. */
let counted;

/** Loads the module; gives the way to ask it. */
async function load({ part, get, compile }, receive) {
  const [script, wasm] = [part("analyst-script"), part("analyst-wasm")];
  const text = async (cache) => (await get(script, cache)).text();
  const parts = (cache) => Promise.all([text(cache), compile(wasm, cache)]);
  const [code, module] = await parts("default").catch(() => parts("reload"));
  return inWorker(code, module, receive).catch(() => inPage(script, module, receive));
}

/** Asks; `show` gets what there is to show so far, or `null` when there will be nothing. */
export async function analyse(tools, text, show) {
  newest += 1;
  const own = newest;
  const receive = async ({ number, answer, hasFailed }) => {
    if (hasFailed) asking = null;
    // Charts and some analyses need the second module.
    const isOpen = /<(chart|panel)/.test(answer);
    const studio = isOpen ? await globalThis.dtiModule("studio").catch(() => null) : null;
    if (!hasFailed && number !== newest) return;
    const isLost = !studio && answer?.includes("<panel");
    show(studio ? studio.complete(answer) : isLost ? null : answer ?? null);
  };
  try {
    if (!asking) counted = globalThis.dtiOwn;
    asking ??= load(tools, receive);
    const ask = await asking;
    const isOther = counted !== globalThis.dtiOwn;
    counted = globalThis.dtiOwn;
    // Of several that waited, the newest counts.
    if (own === newest || isOther) ask({ number: own, text, figures: isOther ? figures() : null });
  } catch {
    asking = null;
    show(null);
  }
}
