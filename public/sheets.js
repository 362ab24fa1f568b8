// Workbooks (XLSX): reads them in a worker that is thrown away, writes them, and documents (DOCX), in one
// too where workers are allowed. Each has its own WebAssembly, loaded when first wanted. All that a reader brings is
// gone through in such a worker before the page takes it in.

/** How long reading may take. */
const READING = 5000;
/** What stands for a fault where the module itself cannot speak (files::BookFault). */
const FAULT = { slow: "!too_slow", broken: "!damaged", denied: "!no_worker", lost: "!not_loaded" };

const loaded = new Map();
/** A worker's script, and what it runs if that has to be compiled; kept, a failure is not. */
async function load({ part, get, compile, once, soon }, name, of) {
  const script = part(`${name}-script`);
  const text = async (cache) => (await get(script, cache)).text();
  const both = (cache) => Promise.all([text(cache), of && compile(part(of), cache)]);
  if (!loaded.has(name)) loaded.set(name, soon(once(both)));
  const [code, module] = await loaded.get(name)();
  return { code, module, script };
}

/** The page's own module with what reads a file. */
async function twin(tools) {
  const { code } = await load(tools, "worker");
  const parts = {};
  for (const name of tools.glue.parts.own_data_reading) parts[name] = await globalThis.dtiPart(name);
  return { code, module: tools.module, parts };
}

/** A worker for one question. A blob, since sandboxed frames refuse workers with an address. */
function start(code) {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    const worker = new Worker(address);
    return { worker, end: () => (worker.terminate(), URL.revokeObjectURL(address)) };
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
}

/** Asks a worker once. It says that it is there before it works, so a refused one is told apart. */
function ask({ code, module, parts }, given, milliseconds) {
  return new Promise((resolve, reject) => {
    const { worker, end } = start(code);
    let isThere = false;
    const settle = (done, value) => (clearTimeout(clock), end(), done(value));
    const fail = (why) => settle(reject, { why });
    const clock = setTimeout(() => fail("slow"), milliseconds);
    worker.onerror = (event) => (event.preventDefault(), fail(isThere ? "broken" : "denied"));
    worker.onmessage = ({ data }) => {
      if (data.isThere) isThere = true;
      else if (data.hasFailed) fail("broken");
      else settle(resolve, data.answer);
    };
    worker.postMessage({ module, parts, given });
  });
}

/** Asks a reader's worker; gives its answer, or what stands for a fault. */
async function read(loading, given) {
  const files = await loading.catch(() => undefined);
  if (files === undefined) return FAULT.lost;
  return ask(files, given, READING).catch(({ why }) => FAULT[why] ?? FAULT.denied);
}

/**
 * Reads a file; gives what files::Workbook::unpack takes, a fault included. Where workers are denied
 * workbooks are not read: what a file may cost could not be bounded.
 */
export const readWorkbook = (tools, file) => read(load(tools, "sheets-in", "sheets-in-wasm"), file);

/**
 * Has the page's own module go through what a reader brings (crates/own-data/src/trial.rs); gives an empty
 * text once that came to an end, else a fault.
 */
export const tryOut = (tools, trial) => read(twin(tools), [globalThis.dtiData, trial]);

/** Writes a packed book (a text) or a packed document (bytes); gives the bytes of the file. */
export async function writeWorkbook(tools, packed) {
  const parts = await load(tools, "sheets-out", "sheets-out-wasm");
  const bytes = await ask(parts, packed, 2 * READING).catch(() => inPage(parts, packed));
  if (bytes.length === 0) throw new Error("the file can't be written");
  return bytes;
}
export { writeWorkbook as writeDocument };

/** In the page's own thread: what is written is our own, so there is nothing to fear from it. */
async function inPage({ module, script: { address, integrity } }, packed) {
  if (!globalThis.dtiWriteWorkbook) {
    const script = document.createElement("script");
    Object.assign(script, { src: address, integrity, crossOrigin: "anonymous" });
    await new Promise((resolve, reject) => {
      Object.assign(script, { onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }
  return globalThis.dtiWriteWorkbook(module, packed);
}
