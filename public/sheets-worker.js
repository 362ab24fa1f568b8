// Stands behind wasm-bindgen's script of a module for workbooks, in one block with it: reads or
// writes one file, in a worker, or (writing) in the page where workers are denied.
const answer = async (module, given) => {
  await wasm_bindgen({ module_or_path: module });
  const { read, write, write_document } = wasm_bindgen;
  if (read) return read(new Uint8Array(given));
  return typeof given === "string" ? write(given) : write_document(given);
};

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  self.onmessage = async ({ data: { module, given } }) => {
    self.postMessage({ isThere: true });
    try {
      self.postMessage({ answer: await answer(module, given) });
    } catch {
      self.postMessage({ hasFailed: true });
    }
  };
} else {
  globalThis.dtiWriteWorkbook = answer;
}
