// From a slider's input to the paint after it, as `cargo xtask audit bench` prints it: the shipped page and the
// minimal page of benches/minimal take turns in one run. DTI_BASE_URL serves the site, DTI_BENCH_URL what
// `audit bench` built, DTI_UNITS is the file with the names of the units.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { launch, openPage } from "./browser.mjs";

/** Turns of each page at each speed, and moves in a turn. */
const TURNS = 12;
const MOVES = 12;
/** The first turns warm up. */
const UNCOUNTED = 2;
const SPEEDS = [1, 4];
const SLIDER = "#slider-society";
const RANK = ".hero-rank strong";

const bench = process.env.DTI_BENCH_URL;
const browser = await launch();

/** What the minimal page shows: the figures that the shipped page starts from, with names. */
async function figures() {
  const page = await browser.newPage();
  await page.goto(bench);
  await page.waitForFunction(() => globalThis.figures);
  const found = await page.evaluate(() => globalThis.figures("2022"));
  await page.close();
  const lines = (await readFile(process.env.DTI_UNITS, "utf8")).trim().split("\n").slice(1);
  const names = Object.fromEntries(lines.map((line) => line.split(",")));
  return { ...found, names: found.unitIds.map((id) => names[id]) };
}

const shared = { width: 1280, height: 900 };
const listed = JSON.stringify(await figures());
const route = (page) =>
  page.route("**/figures.json", (asked) => asked.fulfill({ contentType: "application/json", body: listed }));
const pages = {
  shipped: await openPage(browser, { ...shared, path: "#e=2022&u=bac-giang" }),
  minimal: await openPage(browser, { ...shared, site: new URL("minimal/", bench).href, before: route, ready: false }),
};

/** Has a page note how long each input waits for its paint, and in which frames it changes what is seen. */
function watchInputs(slider) {
  window.waits = [];
  window.frames = [];
  let frame = 0;
  const after = (act) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message that is sent in a frame's callbacks arrives once the frame is painted.
      port1.onmessage = act;
      port2.postMessage(null);
    });
  const count = () => {
    frame += 1;
    if (window.isWatched) after(count);
  };
  document.addEventListener(
    "input",
    () => {
      const start = performance.now();
      after(() => window.waits.push(performance.now() - start));
      if (window.isWatched) window.frames.push({ input: frame });
    },
    true,
  );
  const isHeard = ({ target }) => {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    return element?.closest("[aria-live], [role=status], [role=log]");
  };
  const observer = new MutationObserver((changes) => {
    const edit = window.frames.at(-1);
    // What is only heard may come later: it waits until the slider rests.
    if (!edit || changes.every(isHeard)) return;
    edit.first ??= frame;
    edit.last = frame;
  });
  window.watchFrames = (isOn) => {
    window.isWatched = isOn;
    const what = { subtree: true, childList: true, characterData: true, attributes: true };
    if (isOn) observer.observe(document.body, what);
    else observer.disconnect();
    if (isOn) after(count);
  };
  window.setTo = (value) => {
    const own = document.querySelector(slider);
    own.value = value;
    own.dispatchEvent(new Event("input", { bubbles: true }));
  };
}

for (const { page } of Object.values(pages)) {
  await page.locator(".ladder tbody tr.row").nth(62).waitFor({ state: "attached" });
  await page.evaluate(watchInputs, SLIDER);
}

/** Both must answer the same question: other ranks would be other work. */
for (const value of [0.2, 0.9, 0.61, 0.335]) {
  const ranks = [];
  for (const { page } of Object.values(pages)) {
    await page.evaluate((to) => window.setTo(to), value);
    await page.waitForTimeout(300);
    ranks.push((await page.locator(RANK).first().textContent()).match(/\d+/)[0]);
  }
  assert.equal(ranks[0], ranks[1], `the minimal page has another rank at ${value}`);
}

/** Drags the slider to and fro, as a mouse does. */
async function drag(page, turn, pause) {
  await page.bringToFront();
  const slider = page.locator(SLIDER);
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  const share = (move) => 0.5 + 0.4 * Math.sin((turn * MOVES + move) / 6);
  const value = await slider.evaluate((own) => Number(own.value));
  await page.mouse.move(...at(0.02 + 0.96 * value));
  await page.mouse.down();
  for (let move = 0; move < MOVES; move += 1) {
    await page.mouse.move(...at(share(move)));
    await page.waitForTimeout(pause);
  }
  await page.mouse.up();
  await page.waitForTimeout(pause);
}

const names = Object.keys(pages);
async function eachInTurn(turns, pause, act = async () => {}) {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of names) {
      await drag(pages[name].page, turn, pause);
      await act(name, turn);
    }
  }
}

const percentile = (waits, part) => [...waits].sort((a, b) => a - b)[Math.floor((waits.length - 1) * part)];
const digits = (number) => number.toLocaleString("en", { maximumFractionDigits: number < 10 ? 2 : 1 });
const row = (cells) => console.log(cells.map((cell, at) => String(cell).padEnd(at ? 16 : 30)).join("").trimEnd());

console.log(`\nSlider to paint, ms; ladder and scorecard as shipped. Chromium ${browser.version()}.\n`);
row(["", ...names, "ratio", "limit"]);
for (const speed of SPEEDS) {
  for (const { page, context } of Object.values(pages)) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: speed });
  }
  const waits = Object.fromEntries(names.map((name) => [name, []]));
  await eachInTurn(TURNS, 25 * speed, async (name, turn) => {
    const found = await pages[name].page.evaluate(() => window.waits.splice(0));
    if (turn >= UNCOUNTED) waits[name].push(...found);
  });
  for (const [label, part, most] of [["median", 0.5, 1.3], ["p95", 0.95, null]]) {
    const [shipped, minimal] = names.map((name) => percentile(waits[name], part));
    const ratio = shipped / minimal;
    const limit = most === null ? "" : `${most}${ratio > most ? `, missed by ${digits(ratio - most)}` : ""}`;
    row([`${label}, ${speed}x slower CPU`, digits(shipped), digits(minimal), digits(ratio), limit]);
  }
  // Watching costs time of its own, hence apart.
  for (const { page } of Object.values(pages)) await page.evaluate(() => window.watchFrames(true));
  await eachInTurn(2, 60 * speed);
  const spread = [];
  for (const { page } of Object.values(pages)) {
    const edits = await page.evaluate(() => {
      window.watchFrames(false);
      window.waits.length = 0;
      return window.frames.splice(0);
    });
    const changing = edits.filter(({ first }) => first !== undefined);
    spread.push(`${changing.filter(({ first, last }) => first === last).length} of ${changing.length}`);
  }
  row([`edits in one frame, ${speed}x`, ...spread]);
}
await browser.close();
