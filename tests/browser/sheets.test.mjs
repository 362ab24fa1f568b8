// Workbooks in Chromium: written and read in workers, and what remains where workers are denied.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch, openPage } from "./support/browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** One sheet: a text that looks like a formula, a number, and a formula with its value. */
const BOOK =
  "Phiếu\u001c1\u001c0\u001c20\u001eu\u001ct\u001c=1+1\u001fu\u001cn\u001c0.8002\u001c4\u001fu\u001cf\u001c0.75\u001c2\u001c3/4";

const denyWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });

/** Writes the book and reads it again; gives the first bytes and the packed text. */
const roundTrip = async (book) => {
  const bytes = await globalThis.dtiSheets("writeWorkbook", book);
  const read = await globalThis.dtiSheets("readWorkbook", bytes.buffer);
  return { start: String.fromCharCode(...bytes.slice(0, 4)), read };
};

test("a book is written in a worker and read in another, and both are gone afterwards", async (t) => {
  // So short a window that the analyses, which have a worker too, are not near.
  const { page, record } = await openPage(browser, { test: t, height: 600 });
  assert.ok(!record.requests.some((url) => url.includes("sheets")), "nothing is loaded before it is wanted");
  const { start, read } = await page.evaluate(roundTrip, BOOK);
  assert.equal(start, "PK\u0003\u0004");
  assert.equal(read, "sheet\u001cPhiếu\u001c=1+1\u001f0.8002\u001f0.75\u001dformula\u001cPhiếu\u001c0\u001c2\u001c1");
  // The browser takes a moment to report that a worker is gone.
  for (let turn = 0; turn < 40 && page.workers().length > 0; turn += 1) await page.waitForTimeout(50);
  assert.equal(page.workers().length, 0);
  const again = await page.evaluate(roundTrip, BOOK);
  assert.equal(again.read, read);
});

test("hostile and wrong files end in a fault while the page lives on", async (t) => {
  const { page } = await openPage(browser, { test: t });
  const faults = await page.evaluate(async () => {
    const read = (bytes) => globalThis.dtiSheets("readWorkbook", new Uint8Array(bytes).buffer);
    const text = (letters) => new TextEncoder().encode(letters);
    return [
      await read([]),
      await read(text("PK\u0003\u0004 cut off")),
      await read(text("Tỉnh;Điểm\n")),
      await read([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
      await read(new Uint8Array(2_000_001)),
    ];
  });
  const kinds = faults.map((fault) => fault.split("\u001c")[0]);
  assert.deepEqual(kinds, ["!no_bytes", "!damaged", "!plain_text", "!picture", "!too_large"]);
});

test("what does not end is stopped", async (t) => {
  // A worker that never answers: one that lost its way in a file.
  const stuck = (page) =>
    page.addInitScript(() => {
      const Real = globalThis.Worker;
      globalThis.ended = 0;
      globalThis.Worker = class extends Real {
        postMessage() {}
        terminate() {
          globalThis.ended += 1;
          super.terminate();
        }
      };
    });
  const { page } = await openPage(browser, { test: t, before: stuck });
  const start = Date.now();
  const read = await page.evaluate(() => globalThis.dtiSheets("readWorkbook", new ArrayBuffer(8)));
  assert.equal(read, "!too_slow");
  assert.ok(Date.now() - start < 9000);
  assert.equal(await page.evaluate(() => globalThis.ended), 1);
});

test("without workers nothing is read, and books are written in the page", async (t) => {
  const { page } = await openPage(browser, { test: t, before: denyWorkers });
  const { start, read } = await page.evaluate(roundTrip, BOOK);
  assert.deepEqual([start, read], ["PK\u0003\u0004", "!no_worker"]);
});

test("a module that cannot be loaded is a fault, and the next try is a new one", async (t) => {
  let isDown = true;
  const fail = (page) =>
    page.route("**/sheets-in-*.wasm", (route) => (isDown ? route.abort() : route.continue()));
  const { page } = await openPage(browser, { test: t, before: fail, expectErrors: true });
  const read = () => page.evaluate(() => globalThis.dtiSheets("readWorkbook", new ArrayBuffer(0)));
  assert.equal(await read(), "!not_loaded");
  isDown = false;
  assert.match(await read(), /^!no_bytes/);
});

test("a sandboxed frame reads and writes as well", async (t) => {
  const { page, context } = await openPage(browser, { test: t });
  const host = await context.newPage();
  await host.setContent(`<iframe sandbox="allow-scripts" src="${page.url()}"></iframe>`);
  const frame = await (await host.waitForSelector("iframe")).contentFrame();
  await frame.waitForFunction(() => document.documentElement.dataset.boot === "ready");
  const { read } = await frame.evaluate(roundTrip, BOOK);
  assert.ok(read.startsWith("sheet\u001cPhiếu\u001c=1+1"));
});
