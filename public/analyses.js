// The page's side of the analyses: loads them at the first question, keeps them in a worker where
// the browser allows one, and hands on the newest answer only.

/** The official figures and what the reader brought. */
const figures = () => [globalThis.dtiData, globalThis.dtiOwn ?? ""];

/** In a worker of its own. A blob, since sandboxed frames refuse workers with an address. */
function inWorker(text, module, receive) {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address);
    end = () => worker.terminate();
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
/** Ends the worker, if there is one. */
let end = () => {};
let parts = null;
let newest = 0;
/** What the module counts with. */
let counted;
const isCounted = () => figures().every((own, place) => own === counted?.[place]);

/** Loads the module; gives the way to ask it. */
async function load({ part, get, compile, once }, receive, again, isWanted) {
  const [script, wasm] = [part("analyst-script"), part("analyst-wasm")];
  const text = async (cache) => (await get(script, cache)).text();
  parts ??= once((cache) => Promise.all([text(cache), compile(wasm, cache)]));
  const [code, module] = await parts(again);
  if (!isWanted()) throw new Error("asked again meanwhile");
  return inWorker(code, module, receive).catch(() => inPage(script, module, receive));
}

/**
 * Asks; `show` gets what there is to show so far and whether that is all, or `null` when there will be
 * nothing. `again` gives up a worker, or a module, that has not been heard of.
 */
export async function analyse(tools, text, show, again) {
  newest += 1;
  const own = newest;
  const receive = async ({ number, answer, hasFailed, isDone }) => {
    if (hasFailed) asking = null;
    // Charts and some analyses need the second module.
    const isOpen = /<(chart|panel)/.test(answer);
    const studio = isOpen ? await globalThis.dtiModule("studio").catch(() => null) : null;
    if (!hasFailed && number !== newest) return;
    const isLost = !studio && answer?.includes("<panel");
    show(studio ? studio.complete(answer) : isLost ? null : answer ?? null, Boolean(isDone || hasFailed || isLost));
  };
  if (again) {
    end();
    asking = null;
  }
  if (!asking) counted = figures();
  const mine = (asking ??= load(tools, receive, again, () => asking === mine));
  try {
    const ask = await mine;
    const isOther = !isCounted();
    counted = figures();
    // Of several that waited, the newest counts.
    if (own === newest || isOther) ask({ number: own, text, figures: isOther ? figures() : null });
  } catch {
    if (asking !== mine) return;
    asking = null;
    show(null, true);
  }
}
