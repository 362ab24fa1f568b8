// A page that stays open for a working day, and what nobody should send it: nothing piles up, nothing breaks.
// Run by `cargo xtask audit soak`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "../browser/support/browser.mjs";
import { CalculatorPage } from "../browser/support/calculator_page.mjs";
import { embedAddress, embedsOf, openHost, startHosts } from "../browser/support/hosts.mjs";
import { damagedLinks, randomTexts } from "../browser/support/random.mjs";
import { assertKept, measurer, noteMemory } from "./support/measure.mjs";

const EDITS = 20_000;
const IMPORTS = 200;
const LINKS = 500;
const MESSAGES = 1_000;
const LONG = { timeout: 30 * 60_000 };

const HOME = "#e=2022&u=bac-giang";
const LINK = "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45,hue.economy:0.8&w=economy:200&r=gain:5&t=5&seed=7&lang=vi";

let browser;
let hosts;
before(async () => {
  browser = await launch();
  hosts = await startHosts();
});
after(async () => {
  await hosts.close();
  await browser.close();
});

/** Longer than address, status line and analyses wait after an edit. */
const settle = (page) => page.waitForTimeout(3000);

/** The page, so high that all of it is near, with everything loaded that is loaded later. */
async function openWhole(test) {
  const { page, context } = await openPage(browser, { test, path: HOME, height: 16000, before: noteMemory });
  await page.locator("#desk").getByRole("button", { name: "Nhập dữ liệu", exact: true }).first().press("Enter");
  await page.locator(".desk").waitFor();
  await page.locator("#pictures figure").nth(6).waitFor();
  await page.locator(".analysis .finding").first().waitFor();
  return { page, calculator: new CalculatorPage(page), measure: await measurer(context, page) };
}

/** Moves every slider in turn to values from all over it, as a hand does that drags. */
const drag = (page, from, to) =>
  page.evaluate(async ([first, last]) => {
    const sliders = [...document.querySelectorAll(".scorecard input[type=range]")];
    for (let edit = first; edit < last; edit += 1) {
      const slider = sliders[edit % sliders.length];
      slider.value = String(((edit * 7919) % 1001) / 1000);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      if (edit % 20 === 19) await new Promise(requestAnimationFrame);
    }
  }, [from, to]);

async function edit({ page, calculator }, count) {
  for (let done = 0; done < count; done += 500) await drag(page, done, Math.min(done + 500, count));
  assert.equal(await page.locator(".scorecard input[type=range]").count(), 8);
  await page.locator(".steps").getByRole("button", { name: "Xóa giả định" }).click();
  await calculator.shows(9, "0,6440");
  await settle(page);
}

test(`${EDITS} edits with every part of the page open`, LONG, async (t) => {
  const whole = await openWhole(t);
  // What is made once and kept, such as 200 steps back, is there before anything is counted.
  await edit(whole, 1000);
  const before = await whole.measure();
  await edit(whole, EDITS);
  assertKept(t, before, await whole.measure());
});

const desk = (page) => page.locator(".desk");

/** Three of 63 provinces, with other figures each time. */
const table = (row) => `Hạng;Tỉnh;DTI\n1;Bắc Giang;0,9${String(row).padStart(3, "0")}\n2;Đà Nẵng;0,8\n3;Huế;0,7\n`;

/** Chooses a file, as `setInputFiles` does, which holds on to every field that it filled. */
function choose(text) {
  const field = document.querySelector(".desk input[type=file]");
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], "bang.csv", { type: "text/csv" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

async function bring({ page, calculator }, count) {
  for (let row = 1; row <= count; row += 1) {
    await desk(page).getByRole("button", { name: "Nhập dữ liệu", exact: true }).press("Enter");
    await page.evaluate(choose, table(row));
    await page.locator("#desk-import-heading").waitFor();
    await desk(page).getByRole("button", { name: "Nhập vào trang" }).press("Enter");
    await calculator.shows(1, `0,9${String(row).padStart(3, "0")}`);
  }
  await desk(page).getByRole("button", { name: "Xuất và lưu", exact: true }).press("Enter");
  await desk(page).getByRole("button", { name: "Xóa tất cả" }).press("Enter");
  await desk(page).getByRole("button", { name: "Xóa hẳn, không lấy lại được" }).press("Enter");
  await calculator.shows(9, "0,6440");
  await settle(page);
}

test(`${IMPORTS} imports, all deleted again`, LONG, async (t) => {
  const whole = await openWhole(t);
  await bring(whole, 5);
  const before = await whole.measure();
  await bring(whole, IMPORTS);
  assertKept(t, before, await whole.measure());
});

/** Goes through links as a reader would who follows them, slower than browsers allow. */
const follow = (page, links) =>
  page.evaluate(async (all) => {
    for (const link of all) {
      location.hash = link;
      await new Promise((done) => setTimeout(done, 80));
      const rank = Number(document.querySelector(".hero-rank strong")?.textContent);
      if (!(rank >= 1 && rank <= 63)) throw new Error(`no rank after ${JSON.stringify(link)}`);
      if (document.querySelector("#app img, #app b, #app script")) throw new Error(`markup of ${JSON.stringify(link)}`);
    }
  }, links);

test(`${LINKS} links of garbage and ${LINKS} damaged ones`, LONG, async (t) => {
  // An address that names components has the page begin with them: one that comes later would load it anew.
  const path = `${HOME}&s=bac-giang.society.1:v1500/2000&c=1`;
  const { page, context } = await openPage(browser, { test: t, path, before: noteMemory });
  const [calculator, measure] = [new CalculatorPage(page), await measurer(context, page)];
  const [garbage, damaged] = [randomTexts(20), damagedLinks(LINK, 20)];
  const next = (texts, count) => Array.from({ length: count }, () => texts.next().value);
  const comeHome = async () => {
    // Without a choice of its own a link leaves the language as it is.
    await follow(page, [`${HOME}&lang=vi`]);
    await calculator.shows(9, "0,6440");
    await calculator.notice.waitFor({ state: "hidden" });
    await settle(page);
  };
  await follow(page, [...next(garbage, 20), ...next(damaged, 20)]);
  await comeHome();
  const before = await measure();
  for (let done = 0; done < LINKS; done += 50) {
    await follow(page, next(garbage, 50));
    await follow(page, next(damaged, 50));
  }
  await comeHome();
  assertKept(t, before, await measure());
});

/** What a host may send that means no harm, and what none should. */
const send = (page, texts) =>
  page.evaluate(async (all) => {
    const { contentWindow } = document.querySelector("iframe");
    for (const [row, text] of all.entries()) {
      const shapes = [text, { type: "dti:set", v: 1, scenario: text }, { type: "dti:set", v: 2, scenario: "u=hue" }, { type: "dti:set", scenario: "u=hue" },
        { type: "dti:set", v: 1, scenario: { text } }, [text], row, null, { type: text, v: 1 }, { message: "ready", secret: text },
        `pymxPYMx${text}xPYMxwidthxPYMx9`, new Map([[text, text]]), new Uint8Array(9), { type: "dti:set", v: 1, scenario: "x".repeat(9000) }];
      contentWindow.postMessage(shapes[row % shapes.length], "*");
      if (row % 50 === 49) await new Promise((done) => setTimeout(done, 600));
    }
  }, texts);

test(`${MESSAGES} hostile messages to an embed`, LONG, async (t) => {
  const address = embedAddress(`${HOME}&api=1&locked=1`);
  const frameOf = `<iframe src="${address}" width="700" height="900" title="DTI"></iframe>`;
  const { page, context } = await openHost(browser, t, hosts.put(frameOf), { before: noteMemory });
  const [frame] = await embedsOf(page);
  const measure = await measurer(context, page, frame);
  const texts = randomTexts(21);
  const next = (count) => Array.from({ length: count }, () => texts.next().value);
  const comeHome = async () => {
    const scenario = HOME.slice(1);
    await page.evaluate((own) => document.querySelector("iframe").contentWindow.postMessage({ type: "dti:set", v: 1, scenario: own }, "*"), scenario);
    await page.waitForTimeout(1000);
    assert.equal(await frame.locator(".hero-rank strong").innerText(), "9");
    assert.equal(await frame.locator("#hero-name").innerText(), "Bắc Giang");
    // Nothing but a scenario is ever taken from a host.
    assert.match(await frame.evaluate(() => location.hash), /api=1&locked=1/);
    assert.equal(await frame.locator("main img, main b, #unit").count(), 0);
    await page.evaluate(() => { globalThis.heard = []; });
    await settle(page);
  };
  await send(page, next(100));
  await comeHome();
  const before = await measure();
  await send(page, next(MESSAGES));
  await comeHome();
  assertKept(t, before, await measure());
});
