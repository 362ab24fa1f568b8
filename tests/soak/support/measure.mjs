// What a page holds on to: its heap, its nodes, and the memory of its modules.
import assert from "node:assert/strict";

/** The most that the heap may grow (../shared/web.md 7.3), and the memory of the modules with it. */
const MOST_BYTES = 4_000_000;

/** Has every page and frame note the memory that its module gets; to be given to `openPage` and `openHost`. */
export const noteMemory = (page) =>
  page.addInitScript(() => {
    globalThis.memories = [];
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) globalThis.memories.push(memory);
      return made;
    };
  });

/** Says what a page, or a frame in a process of its own, holds on to once everything else is thrown away. */
export async function measurer(context, page, frame) {
  // A frame in the process of its page is seen in the page's own session.
  const session = await context.newCDPSession(frame ?? page).catch(() => context.newCDPSession(page));
  await session.send("HeapProfiler.enable");
  return async () => {
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const [elements, memory] = await (frame ?? page).evaluate(() => {
      const bytes = globalThis.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
      return [document.getElementsByTagName("*").length, bytes];
    });
    assert.ok(memory > 0, "no module was noted");
    return { heap: usedSize, memory, elements, nodes, listeners: jsEventListeners };
  };
}

const MEGA = 1_000_000;

/** Prints both and refuses what grew: the same elements are there, and what is gone is not held on to. */
export function assertKept(t, before, after) {
  const grown = (name) => after[name] - before[name];
  t.diagnostic(`heap ${(before.heap / MEGA).toFixed(2)} -> ${(after.heap / MEGA).toFixed(2)} MB, `
    + `modules ${(before.memory / MEGA).toFixed(2)} -> ${(after.memory / MEGA).toFixed(2)} MB, `
    + `elements ${before.elements} -> ${after.elements}, nodes ${before.nodes} -> ${after.nodes}, `
    + `listeners ${before.listeners} -> ${after.listeners}`);
  assert.ok(grown("heap") < MOST_BYTES, `the heap grew by ${grown("heap")} bytes`);
  assert.ok(grown("memory") < MOST_BYTES, `the modules' memory grew by ${grown("memory")} bytes`);
  assert.equal(after.elements, before.elements, "other elements are there than before");
  // Texts come and go in pairs with what the browser keeps for them.
  assert.ok(grown("nodes") <= 0.01 * before.nodes, `${grown("nodes")} nodes are held on to`);
  assert.ok(grown("listeners") <= 0.01 * before.listeners, `${grown("listeners")} listeners are held on to`);
}
