// Stands behind the page's own script (a function here, since sandboxed frames refuse module workers), in one
// file with it: the page's module in a worker, with those of its parts that the first message brings.
self.onmessage = async ({ data: { module, parts, figures, given } }) => {
  self.postMessage({ isThere: true });
  self.dtiPart = async (name) => parts[name];
  try {
    const page = script();
    await page.default({ module_or_path: module });
    if (given) {
      await page.tryOut(...given);
      return self.postMessage({ answer: "" });
    }
    const send = (number, answer, isDone) => self.postMessage({ number, answer, isDone });
    const draws = await page.openDraws(80, send);
    const supply = (figures) => figures && draws.supply(...figures);
    supply(figures);
    self.onmessage = ({ data: { number, question, figures } }) => (supply(figures), draws.ask(number, question));
    self.postMessage({ isReady: true });
  } catch {
    self.postMessage({ hasFailed: true });
  }
};
