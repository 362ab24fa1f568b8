// What is loaded later hangs, or a worker ends without a word: after ten seconds a sentence and a button, and
// the button helps.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch, openPage } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

// The own data are opened by the keyboard: pictures that are drawn above just then may move a button away from
// under a mouse.
const HOME = "#e=2022&u=bac-giang";
const LIMIT = { timeout: 20_000 };

/** A page on which files with these names are never answered, until `free` is called. */
async function open(test, hanging, options = {}) {
  let isFree = false;
  const hang = async (page, context) => {
    await page.route(hanging, (route) => (isFree ? route.continue() : undefined));
    await options.also?.(page, context);
  };
  const { page } = await openPage(browser, { test, path: HOME, height: 900, expectErrors: true, before: hang });
  return { page, free: () => (isFree = true) };
}

// Ten seconds are waited in each of these, so several wait together.
describe("what is loaded later hangs", { concurrency: 3 }, () => {
  const later = [
    { name: "pictures", place: "#pictures", good: "#pictures figure", files: ["split_figures-*.wasm", "chunk_*.wasm"] },
    { name: "analyses", place: "#analyses", good: ".analysis .finding", files: ["worker-*.js", "split_analyses-*.wasm", "split_analysis_plan-*.wasm", "split_draws-*.wasm", "draws-*.js"] },
    { name: "own data", place: "#desk-place", good: ".desk", files: ["split_own_data-*.wasm", "components-*.txt"] },
  ];
  for (const { name, place, good, files } of later) {
    for (const file of files) {
      test(`${file} hangs: a sentence and a button that tries again`, { timeout: 90_000 }, async (t) => {
        const { page, free } = await open(t, `**/${file}`);
        if (name === "own data") await page.locator("#desk").getByRole("button", { name: "Xuất và lưu" }).press("Enter");
        else await page.locator(place).scrollIntoViewIfNeeded();
        const notice = page.locator(`${place} .notice`);
        await notice.waitFor(LIMIT);
        assert.match(await notice.innerText(), /tải được phần này/);
        // Everything else works.
        await page.locator("#field-society").fill("0,45");
        await page.locator("#field-society").press("Enter");
        await page.waitForFunction(() => document.querySelector(".hero-rank strong").textContent === "8");
        free();
        await notice.getByRole("button", { name: "Thử lại" }).click();
        await page.locator(good).first().waitFor(LIMIT);
        await notice.waitFor({ state: "detached" });
      });
    }
  }

  test("an analysis hangs: a sentence and a button in its place, and the others open", { timeout: 90_000 }, async (t) => {
    const { page, free } = await open(t, "**/split_analysis_sweep-*.wasm");
    const choose = (panel) => page.locator(`[data-panel="${panel}"]`).click();
    await page.locator("#analyses").scrollIntoViewIfNeeded();
    await page.locator("#analysis-plan .finding").waitFor();
    await choose("sweep");
    const notice = page.locator("#analysis-sweep .notice");
    await notice.waitFor(LIMIT);
    assert.match(await notice.innerText(), /tải được phần này/);
    await choose("neighbourhood");
    await page.locator("#analysis-neighbourhood .finding").waitFor();
    assert.equal(await page.locator("#analyses .notice").count(), 0);
    free();
    await choose("sweep");
    await notice.getByRole("button", { name: "Thử lại" }).click();
    await page.locator("#analysis-sweep .finding").waitFor(LIMIT);
    await notice.waitFor({ state: "detached" });
    // What was opened is there without another file.
    await choose("plan");
    assert.equal(await page.locator("#analysis-plan .finding").count(), 1);
  });

  test("an analysis is loaded when it is opened, and not before", async (t) => {
    const { page, record } = await openPage(browser, { test: t, path: HOME, height: 900 });
    const asked = () => record.requests.flatMap((url) => /split_analysis_(\w+)-/.exec(url)?.[1] ?? []);
    await page.locator("#analyses").scrollIntoViewIfNeeded();
    await page.locator("#analysis-plan .finding").waitFor();
    assert.deepEqual(asked(), ["plan"]);
    await page.locator('[data-panel="peers"]').click();
    await page.locator("#analysis-peers .finding").waitFor();
    assert.deepEqual(asked(), ["plan", "peers"]);
  });

  for (const [file, good] of [["split_explanations-*.wasm", ".panel h3"], ["split_embed_codes-*.wasm", "#embed-frame"]]) {
    test(`${file} hangs: the dialog says so, the page goes on, and a button tries again`, { timeout: 90_000 }, async (t) => {
      const { page, free } = await open(t, `**/${file}`);
      const ask = async () => {
        if (good === ".panel h3") return page.getByRole("button", { name: "Giá trị này được tính thế nào?" }).click();
        await new CalculatorPage(page).share();
        await page.locator("#share").getByRole("button", { name: "Nhúng" }).click();
      };
      await ask();
      const notice = page.locator("#panel-place .notice");
      await notice.waitFor(LIMIT);
      assert.match(await notice.innerText(), /tải được phần này/);
      await page.keyboard.press("Escape");
      await page.locator("#field-society").fill("0,45");
      await page.locator("#field-society").press("Enter");
      await page.waitForFunction(() => document.querySelector(".hero-rank strong").textContent === "8");
      free();
      await ask();
      await notice.getByRole("button", { name: "Thử lại" }).click();
      await page.locator(`#panel-place ${good}`).waitFor(LIMIT);
      await notice.waitFor({ state: "detached" });
    });
  }

  test("a module that comes late is taken without a press", { timeout: 60_000 }, async (t) => {
    const waiting = [];
    const before = (page) => page.route("**/split_figures-*.wasm", (route) => void waiting.push(route));
    const { page } = await openPage(browser, { test: t, path: HOME, expectErrors: true, before });
    await page.locator("#pictures").scrollIntoViewIfNeeded();
    await page.locator("#pictures .notice").waitFor(LIMIT);
    for (const route of waiting) await route.continue();
    await page.locator("#pictures figure").nth(6).waitFor();
  });

  /** Workers that can be ended from outside, as a browser does that runs out of memory: without a word. */
  const KILLABLE = () => {
    const Real = globalThis.Worker;
    globalThis.workers = [];
    globalThis.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        globalThis.workers.push(this);
        if (globalThis.areWorkersDead) this.terminate();
      }
    };
  };
  const endWorkers = (page, areDead) =>
    page.evaluate((dead) => {
      globalThis.areWorkersDead = dead;
      for (const worker of globalThis.workers) worker.terminate();
    }, areDead);

  test("the analyses' worker ends without a word: a sentence, and a button that starts another", { timeout: 60_000 }, async (t) => {
    const before = (page) => page.addInitScript(KILLABLE);
    const { page } = await openPage(browser, { test: t, path: HOME, before });
    await page.locator("#analyses").scrollIntoViewIfNeeded();
    await page.getByText("Xác suất đạt hạng 5 trở lên").waitFor();
    await endWorkers(page, false);
    await page.locator("#field-society").fill("0,45");
    await page.locator("#field-society").press("Enter");
    const notice = page.locator("#analyses .notice");
    await notice.waitFor(LIMIT);
    await notice.getByRole("button", { name: "Thử lại" }).click();
    await page.locator(".analysis .finding").filter({ hasText: "hạng 8" }).first().waitFor();
    await page.getByText("Xác suất đạt hạng 5 trở lên").waitFor();
    assert.equal(await notice.count(), 0);
  });

  test("the analyses' worker never begins: a sentence, and a button that starts another", { timeout: 60_000 }, async (t) => {
    const before = (page) => page.addInitScript(KILLABLE).then(() => page.addInitScript(() => (globalThis.areWorkersDead = true)));
    const { page } = await openPage(browser, { test: t, path: HOME, before });
    await page.locator("#analyses").scrollIntoViewIfNeeded();
    const notice = page.locator("#analyses .notice");
    await notice.waitFor(LIMIT);
    await endWorkers(page, false);
    await notice.getByRole("button", { name: "Thử lại" }).click();
    await page.getByText("Xác suất đạt hạng 5 trở lên").waitFor();
  });

  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A workbook, as the page hands one out. */
  async function workbook(test) {
    const { page } = await openPage(browser, { test, path: HOME, acceptDownloads: true });
    await page.locator("#desk").getByRole("button", { name: "Xuất và lưu" }).press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".desk").getByRole("button", { name: "Bảng xếp hạng" }).first().click(),
    ]);
    return readFile(await download.path());
  }

  for (const file of [/\/sheets-[0-9a-f]{16}\.js$/, /\/sheets-in-[0-9a-f]{16}\.js$/, /\/sheets-in-[0-9a-f]{16}\.wasm$/]) {
    test(`${file} hangs while a workbook is brought: a sentence, and a button that reads it`, { timeout: 90_000 }, async (t) => {
      const { page, free } = await open(t, file);
      await page.locator("#desk").getByRole("button", { name: "Nhập dữ liệu" }).press("Enter");
      const book = { name: "bang.xlsx", mimeType: XLSX, buffer: await workbook(t) };
      await page.locator(".desk input[type=file]").first().setInputFiles(book);
      const notice = page.locator(".desk .notice");
      await notice.waitFor(LIMIT);
      assert.match(await notice.innerText(), /bang\.xlsx: Chưa tải được phần đọc \.xlsx/);
      free();
      await notice.getByRole("button", { name: "Thử lại" }).press("Enter");
      await page.locator("#desk-import-heading").waitFor();
    });
  }

  for (const file of [/\/sheets-out-[0-9a-f]{16}\.js$/, /\/sheets-out-[0-9a-f]{16}\.wasm$/]) {
    test(`${file} hangs while a workbook is wanted: a sentence, and the button is there`, { timeout: 90_000 }, async (t) => {
      const { page, free } = await open(t, file, { acceptDownloads: true });
      await page.locator("#desk").getByRole("button", { name: "Xuất và lưu" }).press("Enter");
      const button = page.locator(".desk").getByRole("button", { name: "Bảng xếp hạng" }).first();
      await button.click();
      const notice = page.locator(".desk .notice");
      await notice.waitFor(LIMIT);
      assert.match(await notice.innerText(), /\.xlsx/);
      free();
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      assert.match(download.suggestedFilename(), /\.xlsx$/);
    });
  }
});
