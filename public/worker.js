// Stands behind wasm-bindgen's script of the analyses, in one file with it: a classic script, since
// sandboxed frames refuse module workers. Runs in a worker, or in the page where workers are denied.
{
  /** Answers the newest question slice by slice; messages are heard in between. */
  const answering = (send, milliseconds) => {
    const { begin, advance, answer } = wasm_bindgen;
    let waiting = null;
    let number = 0;
    let isPlanned = false;
    const plan = () => {
      if (isPlanned) return;
      isPlanned = true;
      setTimeout(slice, 0);
    };
    const slice = () => {
      isPlanned = false;
      if (waiting !== null) begin(waiting);
      waiting = null;
      const until = performance.now() + milliseconds;
      let isDone = false;
      do isDone = advance();
      while (!isDone && performance.now() < until);
      send({ number, answer: answer(), isDone });
      if (!isDone) plan();
    };
    return (question) => {
      // The reader brought other data.
      if (question.figures) wasm_bindgen.supply(...question.figures);
      waiting = question.text;
      number = question.number;
      plan();
    };
  };

  const isWorker = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;
  if (isWorker) {
    // The first message brings the compiled module and the figures, the others bring questions.
    self.onmessage = async ({ data: { module, figures } }) => {
      await wasm_bindgen({ module_or_path: module });
      wasm_bindgen.supply(...figures);
      const take = answering((message) => self.postMessage(message), 80);
      self.onmessage = ({ data }) => take(data);
      self.postMessage({ isReady: true });
    };
  } else {
    globalThis.dtiAnalysing = async (module, figures, send) => {
      await wasm_bindgen({ module_or_path: module });
      wasm_bindgen.supply(...figures);
      return answering(send, 12);
    };
  }
}
