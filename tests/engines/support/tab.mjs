// One page of one engine, as the journeys use it. An engine brings `go`, `again`, `back`, `run`, `enter`, `hit`,
// `key`, `write`, `attach`, `look` and `end`; all else is made of these.
import assert from "node:assert/strict";

const PATIENCE_MS = 20_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Whether something comes true in time; a page that is just being replaced answers nothing. */
async function patiently(isSo) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    if (await isSo().catch(() => false)) return true;
  }
  return false;
}

/** Notes what a visitor would never see; what comes before it is seen by what does not work. */
export function watch() {
  if (globalThis.faults) return;
  globalThis.faults = [];
  const note = (text) => globalThis.faults.push(text);
  addEventListener("error", ({ message, filename }) => note(`${message} (${filename})`));
  addEventListener("unhandledrejection", ({ reason }) => note(`${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => note(`refused: ${violatedDirective} ${blockedURI}`));
}

/** Marks the first element that can be seen and has this text, in the middle of the window. */
function mark([selector, text]) {
  document.querySelector("[data-here]")?.removeAttribute("data-here");
  const fits = (own) => own.getClientRects().length > 0 && (!text || own.textContent.trim().startsWith(text));
  const found = [...document.querySelectorAll(selector)].find(fits);
  found?.setAttribute("data-here", "");
  found?.scrollIntoView({ block: "center", behavior: "instant" });
  return Boolean(found);
}

export class Tab {
  /** Opens an address; `isReady` is asked in the page until it says so. */
  async open(address, isReady = () => true) {
    await this.go(address);
    await this.run(watch);
    await this.until(isReady);
  }

  async reload(isReady) {
    await this.again();
    await this.run(watch);
    await this.until(isReady);
  }

  /** Waits until a function says yes in the page, or in the frame that was entered. */
  async until(isSo, given) {
    if (await patiently(() => this.run(isSo, given))) return;
    const seen = await this.run(() => document.body.innerText.slice(0, 300)).catch(String);
    assert.fail(`never: ${isSo} ${JSON.stringify(given) ?? ""}; the page says: ${seen}`);
  }

  /** Acts on an element once it is there, again where it moved meanwhile: `text` is how its text begins. */
  async #at(selector, text, act) {
    let why = "it is not there";
    const isDone = await patiently(async () => {
      if (!(await this.run(mark, [selector, text]))) return false;
      await act("[data-here]").catch((error) => { throw (why = error); });
      return true;
    });
    assert.ok(isDone, `${selector} ${text ?? ""}: ${why}`);
  }

  click(selector, text) {
    return this.#at(selector, text, (here) => this.hit(here));
  }

  /** Puts a text into a field as a reader does: over what stands there, and with Enter. */
  async fill(selector, text) {
    await this.click(selector);
    await this.run((own) => document.querySelector(own).select(), selector);
    await this.write(text);
    await this.key("Enter");
  }

  async press(selector, key) {
    await this.#at(selector, "", () => this.run(() => document.querySelector("[data-here]").focus()));
    await this.key(key);
  }

  /** Chooses in a list; engines draw its options outside of the page, where no journey reaches. */
  choose(selector, value) {
    const choose = () => this.run(([own, chosen]) => {
      const list = document.querySelector(own);
      list.value = chosen;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, [selector, value]);
    return this.#at(selector, "", choose);
  }

  see(selector) {
    return this.#at(selector, "", async () => {});
  }

  text(selector) {
    return this.run((own) => document.querySelector(own)?.innerText ?? "", selector);
  }

  /** Goes into the frame that a function finds in the page, and waits until it is ready. */
  async inside(find, isReady) {
    assert.ok(await patiently(async () => (await this.enter(find), true)), `no frame: ${find}`);
    await this.until(isReady);
  }

  /** Waits for a rank, and its score if that counts. */
  shows(rank, score) {
    return this.until(
      ([place, value]) =>
        document.querySelector(".hero-rank strong")?.textContent === place &&
        (!value || document.querySelector(".hero-score strong")?.textContent === value),
      [String(rank), score],
    );
  }

  addressHolds(text) {
    return this.until((part) => location.hash.includes(part), text);
  }

  async assertQuiet() {
    await this.enter(null);
    assert.deepEqual(await this.run(() => globalThis.faults ?? []), [], "the page threw, or its policy refused something");
  }
}
