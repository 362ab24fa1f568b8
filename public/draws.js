// The page's side of the draws: loads what makes them at the first question, keeps it in a worker where
// the browser allows one, and hands on the newest answer only.

/** The official figures and what the reader brought. */
const figures = () => [globalThis.dtiData, globalThis.dtiOwn ?? ""];

/** In a worker of its own. A blob, since sandboxed frames refuse workers with an address. */
function inWorker({ code, module, parts }, receive) {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const worker = new Worker(address);
    end = () => worker.terminate();
    let fail = reject;
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      fail(event);
    };
    worker.onmessage = ({ data }) => {
      if (data.isThere) return;
      if (data.hasFailed) return worker.onerror(new Event("error"));
      if (!data.isReady) return receive(data);
      URL.revokeObjectURL(address);
      fail = () => receive({ hasFailed: true });
      resolve((message) => worker.postMessage(message));
    };
    worker.postMessage({ module, parts, figures: figures() });
  });
}

/** In the page's own thread, in short slices. */
async function inPage({ openDraws }, receive) {
  const draws = await openDraws(12, (number, answer, isDone) => receive({ number, answer, isDone }));
  draws.supply(...figures());
  return ({ number, question, figures }) => {
    if (figures) draws.supply(...figures);
    draws.ask(number, question);
  };
}

let asking = null;
/** Ends the worker, if there is one. */
let end = () => {};
let script = null;
let newest = 0;
/** What the module counts with. */
let counted;
const isCounted = () => figures().every((own, place) => own === counted?.[place]);

/** Loads what a worker needs; gives the way to ask it. */
async function load({ part, get, once, glue, module }, receive, again, isWanted) {
  script ??= once(async (cache) => (await get(part("worker-script"), cache)).text());
  const names = glue.parts.draws;
  const files = await Promise.all([script(again), ...names.map(globalThis.dtiPart)]);
  if (!isWanted()) throw new Error("asked again meanwhile");
  const [code, ...own] = files;
  const parts = Object.fromEntries(names.map((name, place) => [name, own[place]]));
  return inWorker({ code, module, parts }, receive).catch(() => inPage(glue, receive));
}

/**
 * Asks; `show` gets what there is to show so far and whether that is all, or `null` when there will be
 * nothing. `again` gives up a worker, or a part, that has not been heard of.
 */
export async function draw(tools, question, show, again) {
  newest += 1;
  const own = newest;
  const receive = ({ number, answer, hasFailed, isDone }) => {
    if (hasFailed) asking = null;
    if (hasFailed || number === newest) show(answer ?? null, Boolean(isDone || hasFailed));
  };
  if (again) {
    end();
    asking = null;
    globalThis.dtiAnew();
  }
  if (!asking) counted = figures();
  const mine = (asking ??= load(tools, receive, again, () => asking === mine));
  try {
    const ask = await mine;
    const isOther = !isCounted();
    counted = figures();
    // Of several that waited, the newest counts.
    if (own === newest || isOther) ask({ number: own, question, figures: isOther ? figures() : null });
  } catch {
    if (asking !== mine) return;
    asking = null;
    show(null, true);
  }
}
