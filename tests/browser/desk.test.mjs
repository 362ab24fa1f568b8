// The desk in Chromium on the built site: what a reader brings, keeps and takes out again.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage, waitUntilReady } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";
import { calculator as api } from "../api/support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Opens the page, and one part of its desk. */
async function open(test, fragment, part, options = {}) {
  const { page, record } = await openPage(browser, { test, path: `#${fragment}`, ...options });
  // What loads above may move a button from under a mouse.
  await page.locator("#desk").getByRole("button", { name: part, exact: true }).first().press("Enter");
  await page.locator(".desk").waitFor();
  return { page, record, calculator: new CalculatorPage(page) };
}

const desk = (page) => page.locator(".desk");

/** Gives the desk a file. */
const bring = (page, name, text, mimeType = "text/csv") =>
  desk(page).locator("input[type=file]").first().setInputFiles({ name, mimeType, buffer: Buffer.from(text) });

/** What a button has the browser download. */
async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), desk(page).getByRole("button", { name }).first().click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a component moves its main indicator, the total and the rank", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết");
  await calculator.ranks(9);
  const field = page.locator("#component-society\\.1-self-value");
  await field.fill("100%");
  // It is worth 20 points and stood at 0.3348 of them: all of them are 13.30 points more.
  await calculator.shows(8, "0,6573");
  assert.equal(await page.evaluate(() => location.hash.includes("society")), false, "private figures stay out of the address");
  assert.match(await desk(page).innerText(), /1\/1 thành phần đã nhập đạt tối đa, còn 7 chưa nhập/);
  await page.reload();
  await waitUntilReady(page);
  await calculator.shows(8, "0,6573");
  await page.locator("#desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).press("Enter");
  assert.equal(await page.locator("#component-society\\.1-self-value").inputValue(), "100%");
  await desk(page).getByRole("button", { name: "Xóa phiếu này" }).click();
  await calculator.ranks(9);
});

test("the commune set: entered by keyboard, kept, taken out as a table and brought in again", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang", "Bộ chỉ số riêng", { acceptDownloads: true });
  await desk(page).getByRole("listitem").filter({ hasText: "cấp xã" }).getByRole("button", { name: "Mở ví dụ" }).click();
  await page.waitForFunction(() => document.querySelector("#edition").value === "example-commune-2025");
  await page.locator("#desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).first().press("Enter");
  const field = page.locator("#component-infrastructure\\.1-self-value");
  await field.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7,25");
  await page.keyboard.press("Tab");
  await assertAccessible(page, { within: "#desk" });
  await desk(page).getByRole("button", { name: "Xuất và lưu" }).click();
  const saved = await download(page, "Phiếu điểm chi tiết: CSV, dấu phẩy thập phân");
  assert.match(saved.name, /card-vi\.csv$/);
  const text = saved.bytes.toString("utf8");
  const row = text.split(/\r?\n/).find((line) => line.includes("infrastructure.1;"));
  assert.ok(row.includes("7,25"), row);
  const maxima = text.split(/\r?\n/).filter((line) => /^(infrastructure|workforce|security|government|economy|society);/.test(line));
  const sum = maxima.reduce((all, line) => all + Number(line.split(";").at(-7).replace(",", ".")), 0);
  assert.equal(sum, 960);
  await page.locator("#desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).first().press("Enter");
  await desk(page).getByRole("button", { name: "Xóa phiếu này" }).click();
  await desk(page).getByRole("button", { name: "Nhập dữ liệu" }).click();
  await bring(page, "phieu.csv", text);
  await desk(page).getByRole("button", { name: "Nhập vào trang" }).click();
  await page.locator("#desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).first().press("Enter");
  assert.equal(await page.locator("#component-infrastructure\\.1-self-value").inputValue(), "7,25");
});

test("a work sheet is filled by keyboard: what is wrong is said when the field is left, the rank follows", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết");
  const field = (id) => page.locator(`#component-${id.replace(".", "\\.")}-self-value`);
  const row = (id) => page.locator(`#component-${id.replace(".", "\\.")}`);
  const line = await row("society.1").locator(".component-line").boundingBox();
  assert.ok(line.height <= 44, `a line is ${line.height} px high`);
  await field("society.1").focus();
  await page.keyboard.type("1.760.000/x");
  assert.equal(await row("society.1").locator(".fault").first().innerText().catch(() => ""), "");
  await page.keyboard.press("Tab");
  await row("society.1").getByText(/Hãy nhập như ví dụ: 76,6% hoặc/).waitFor();
  await field("society.1").fill("1.760.000/1.760.000");
  await calculator.shows(8, "0,6573");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "component-society.2-self-value");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement.id === "component-society.1-self-value");
  await row("society.1").getByText("100 % của 20 điểm = 20").first().waitFor();
  await desk(page).getByLabel("Cách xem").selectOption("most-missing");
  assert.equal(await desk(page).locator(".component-main").count(), 1);
  await desk(page).getByLabel("Cách xem").selectOption("all");
  await assertAccessible(page, { within: "#desk" });
});

test("what to do next: the first ten by places, as the API counts them, and supposed with one click", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết");
  await desk(page).getByRole("button", { name: "Việc gì nên làm tiếp" }).click();
  const rows = desk(page).locator("#component-worth-list tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), 10);
  const first = rows.first();
  const [id, text] = [await first.getAttribute("id"), await first.innerText()];
  const places = Number(/\+(\d+) bậc/.exec(text)[1]);
  const component = id.replace("component-worth-", "");
  const overrides = [{ unit: "bac-giang", indicator: component, score: 1 }];
  const own = api.simulate({ edition: "2022", overrides }).units.find((unit) => unit.unit === "bac-giang");
  assert.equal(9 - own.rank, places, component);
  await first.getByRole("button", { name: /Đủ điểm/ }).click();
  await calculator.ranks(own.rank);
});

test("a ward of one's own from nothing to a total, saved, deleted and opened again", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Bộ chỉ số riêng", { acceptDownloads: true });
  await desk(page).getByLabel("Bộ chỉ số", { exact: true }).selectOption("commune-hcmc-2026");
  await desk(page).getByLabel("Tên đơn vị").fill("Phường Bến Thành");
  await desk(page).getByRole("button", { name: "Bắt đầu", exact: true }).click();
  await page.waitForFunction(() => document.querySelector("#edition").value === "phieu-phuongbenthanh");
  await calculator.shows(1, "0,0000");
  assert.doesNotMatch(await page.locator("main").innerText(), /Số liệu đã công bố/);
  // At the jump of 75 %: all of 5 points of 100.
  await page.locator("#component-government\\.28-self-value").fill("3420/4465");
  await page.locator("#component-awareness\\.4-self-value").fill("20");
  await calculator.shows(1, "0,0600");
  await desk(page).getByRole("button", { name: "Xuất và lưu" }).click();
  const project = await download(page, "Lưu tệp dự án (JSON)");
  await desk(page).getByRole("button", { name: "Xóa tất cả" }).click();
  await desk(page).getByRole("button", { name: "Xóa hẳn, không lấy lại được" }).click();
  await page.waitForFunction(() => document.querySelector("#edition").value !== "phieu-phuongbenthanh");
  await bring(page, project.name, project.bytes, "application/json");
  await calculator.shows(1, "0,0600");
});

test("opening the scorecard takes nothing back: an edit can still be undone", async (t) => {
  const { page } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang" });
  const calculator = new CalculatorPage(page);
  await calculator.slider("economy").fill("0.9");
  await page.waitForFunction(() => document.querySelector(".hero-score strong").textContent !== "0,6440");
  await page.locator("#desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).first().press("Enter");
  await page.locator("#component-society\\.1-self-value").waitFor();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
  await calculator.shows(9, "0,6440");
});

test("on a phone one component fills the width, with back and next", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết", { width: 390, height: 844 });
  const shown = desk(page).locator(".component:visible");
  assert.equal(await shown.count(), 1);
  const position = desk(page).locator(".component-position");
  assert.match(await position.innerText(), /^1\/\d+$/);
  const before = await shown.getAttribute("id");
  await desk(page).getByRole("button", { name: "Sau", exact: true }).click();
  await position.filter({ hasText: /^2\// }).waitFor();
  assert.notEqual(await shown.getAttribute("id"), before);
  await desk(page).getByRole("button", { name: "Trước", exact: true }).click();
  await position.filter({ hasText: /^1\// }).waitFor();
  await assertAccessible(page, { within: "#desk" });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
});

test("a project file brings everything back, and deleting leaves nothing", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết", { acceptDownloads: true });
  await page.locator("#component-society\\.1-self-value").fill("100%");
  await calculator.shows(8, "0,6573");
  await desk(page).getByRole("button", { name: "Xuất và lưu" }).click();
  const project = await download(page, "Lưu tệp dự án (JSON)");
  await desk(page).getByRole("button", { name: "Xóa tất cả" }).click();
  await desk(page).getByRole("button", { name: "Xóa hẳn, không lấy lại được" }).click();
  await calculator.shows(9, "0,6440");
  const kept = await page.evaluate(() => ["own", "catalogue", "assessed"].map((key) => localStorage.getItem(`dti1:${key}`)));
  assert.deepEqual(kept.map((text) => text || null), [null, null, null]);
  await bring(page, project.name, project.bytes, "application/json");
  await calculator.shows(8, "0,6573");
});

test("results and a scorecard go out as files of their own and open again", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Phiếu điểm chi tiết", { acceptDownloads: true });
  await page.locator("#component-society\\.1-self-value").fill("100%");
  await calculator.slider("economy").fill("0.9");
  await page.waitForFunction((text) => document.querySelector(".hero-score strong").textContent !== text, "0,6573");
  const before = [await calculator.rank(), await calculator.score()];
  await desk(page).getByRole("button", { name: "Xuất và lưu" }).click();
  const results = await download(page, "JSON: Bảng xếp hạng");
  assert.equal(results.name, "dti-2022-results.json");
  const card = await download(page, "JSON: Phiếu điểm chi tiết");
  assert.equal(card.name, "dti-2022-bac-giang-scorecard.json");
  assert.equal(JSON.parse(results.bytes).computed.length, 63);
  await desk(page).getByRole("button", { name: "Xóa tất cả" }).click();
  await desk(page).getByRole("button", { name: "Xóa hẳn, không lấy lại được" }).click();
  await page.getByRole("button", { name: "Xóa giả định" }).click();
  await calculator.shows(9, "0,6440");
  await bring(page, card.name, card.bytes, "application/json");
  await calculator.shows(8, "0,6573");
  await bring(page, results.name, results.bytes, "application/json");
  await calculator.shows(before[0], before[1]);
});

test("a slider without room goes back and says why", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Bộ chỉ số riêng");
  await desk(page).getByRole("listitem").filter({ hasText: "bộ chỉ số nhỏ" }).getByRole("button", { name: "Mở ví dụ" }).click();
  await page.waitForFunction(() => document.querySelector("#edition").value === "example-rules-2025");
  const slider = page.locator("#slider-management");
  const before = await slider.inputValue();
  await slider.focus();
  await page.keyboard.press("End");
  await page.locator("#field-management-fault").filter({ hasText: "mọi phần đã được nhập" }).waitFor();
  assert.equal(await slider.inputValue(), before);
  await calculator.overflows().then((wide) => assert.equal(wide, false));
});

test("an own index is ranked by its own formula on the whole page", async (t) => {
  const { page, record } = await open(t, "e=2022&u=bac-giang", "Bộ chỉ số riêng");
  const document = await readFile(new URL("../../data/examples/hdi.json", import.meta.url), "utf8");
  await bring(page, "hdi.json", document, "application/json");
  const id = api.load(JSON.parse(document));
  await page.waitForFunction((edition) => document.querySelector("#edition").value === edition, id);
  const [first] = api.simulate({ edition: id }).units;
  const names = await page.locator("tr[id^='row-']").first().innerText();
  assert.ok(names.includes(String(first.score.toFixed(4)).replace(".", ",")) || names.includes(first.score.toFixed(3).replace(".", ",")), names);
  api.unload(id);
  // Its units are countries, and its total is a product.
  const labels = await page.locator("label[for=province], .no-match, th.name .sort").allInnerTexts();
  assert.ok(labels.some((text) => text.includes("Nước")) && !labels.some((text) => /tỉnh/i.test(text)), labels.join());
  await page.getByRole("button", { name: "Giá trị này được tính thế nào?" }).click();
  await page.locator("#panel-place .formula").first().waitFor();
  const panel = await page.locator("#panel-place").innerText();
  assert.ok(panel.includes("Trung bình nhân") && panel.includes("exp("), panel);
  assert.ok(!panel.includes("DTI") && !panel.includes("tỉnh"), panel);
  assert.ok(record.requests.every((url) => new URL(url).origin === new URL(page.url()).origin || url.startsWith("blob:")));
});

/** An index of one's own with so many units, each a little better than the one before. */
const longIndex = (units) => {
  const name = (id) => ({ vi: id, en: id });
  const ids = Array.from({ length: units }, (_, unit) => `u${unit}`);
  const indicators = ["one", "two"].map((id) => ({ id, name: name(id), maxPoints: 10 }));
  const values = Object.fromEntries(ids.map((id, unit) => [id, { one: (unit + 1) / 1000, two: 0.5 }]));
  return {
    framework: { id: "long", title: name("long"), decimals: 4, indicators },
    edition: { id: "long-2025", year: 2025, title: name("long"), units: ids.map((id) => ({ id, name: name(id) })), values },
  };
};

for (const [what, options, height] of [["a desk", {}, 32], ["a phone", { width: 390, height: 844, hasTouch: true, isMobile: true }, 40]]) {
  test(`a long table is scrolled through by the height that its rows have: on ${what}`, async (t) => {
    const { page } = await open(t, "e=2022&u=bac-giang", "Bộ chỉ số riêng", options);
    await bring(page, "long.json", JSON.stringify(longIndex(400)), "application/json");
    await page.waitForFunction(() => document.querySelector("#edition").value === "long-2025");
    const box = page.locator(".ladder-box");
    await box.scrollIntoViewIfNeeded();
    /** The ranks that stand in the middle and at the end of what is seen of the table. */
    const ranksAt = async (share) => {
      await box.evaluate((own, to) => { own.scrollTop = to * (own.scrollHeight - own.clientHeight); }, share);
      await page.waitForTimeout(300);
      return box.evaluate((own, row) => {
        const { top, bottom } = own.getBoundingClientRect();
        const at = (y) => {
          const found = [...own.querySelectorAll("tr.row:not(.chosen)")].find((row) => {
            const place = row.getBoundingClientRect();
            return place.top <= y && place.bottom >= y;
          });
          return Number(found?.querySelector(".rank").textContent);
        };
        // The chosen unit stays in sight at the end.
        return { middle: at((top + bottom) / 2), end: at(bottom - 1.5 * row) };
      }, height);
    };
    const all = await box.evaluate((own) => own.querySelector("tbody").getBoundingClientRect().height);
    assert.ok(Math.abs(all - 400 * height) < 2 * height, `400 rows are ${all} pixels high`);
    assert.ok(Math.abs((await ranksAt(0.5)).middle - 200) <= 3);
    assert.equal((await ranksAt(1)).end, 399);
  });
}

test("a workbook goes out with formulas and comes in again", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang", "Xuất và lưu", { acceptDownloads: true });
  const book = await download(page, "Bảng xếp hạng");
  assert.match(book.name, /\.xlsx$/);
  assert.equal(book.bytes.subarray(0, 2).toString(), "PK");
  await desk(page).getByRole("button", { name: "Nhập dữ liệu" }).click();
  await desk(page).locator("input[type=file]").first().setInputFiles({
    name: book.name,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: book.bytes,
  });
  await page.locator("#desk-import-heading").waitFor();
  assert.ok((await desk(page).innerText()).includes("Đà Nẵng"));
});

test("a file that cannot be read is told about in one sentence, and nothing is lost", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang&s=bac-giang.society:0.45", "Nhập dữ liệu");
  await bring(page, "anh.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
  await desk(page).locator(".notice").waitFor();
  assert.match(await desk(page).locator(".notice").innerText(), /anh\.csv/);
  await bring(page, "lon.csv", Buffer.alloc(3_000_000, 97));
  await page.waitForFunction(() => document.querySelector(".desk .notice")?.innerText.includes("lon.csv"));
  await calculator.ranks(8);
});

/** Workers that never answer: ones that lost their way in what they were given. */
const loseWorkers = (page) =>
  page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      postMessage(message) {
        if (!Array.isArray(message.given)) super.postMessage(message);
      }
    };
  });

const denyWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });

const TABLE = "Hạng;Tỉnh;DTI\n9;Bắc Giang;0,6440\n";

test("a text on which the reading does not end is stopped, and the page lives on", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang", "Nhập dữ liệu", { before: loseWorkers });
  await bring(page, "bang.csv", TABLE);
  await page.waitForFunction(() => document.querySelector("#desk-told").innerText.includes("Đang đọc “bang.csv”"));
  await calculator.slider("society").fill("0.45");
  await calculator.ranks(8);
  await desk(page).locator(".notice").waitFor({ timeout: 9000 });
  assert.match(await desk(page).locator(".notice").innerText(), /“bang\.csv” quá 5 giây/);
  await page.locator("#desk-paste").fill(TABLE.replaceAll(";", "\t"));
  await desk(page).getByRole("button", { name: "Đọc bảng đã dán" }).click();
  await page.waitForFunction(() => document.querySelector("#desk-told").innerText.includes("bảng đã dán quá 5 giây"), null, {
    timeout: 9000,
  });
  assert.notEqual(await page.locator("#desk-paste").inputValue(), "", "what could not be read stays in its field");
});

test("without workers small texts are read, and large ones told about", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang", "Nhập dữ liệu", { before: denyWorkers });
  await bring(page, "lon.csv", TABLE + "\n".repeat(300_000));
  await desk(page).locator(".notice").waitFor();
  assert.match(await desk(page).locator(".notice").innerText(), /256 KB.*lon\.csv.*294 KB/s);
  await bring(page, "bang.csv", TABLE);
  await page.locator("#desk-import-heading").waitFor();
  await desk(page).getByRole("button", { name: "Bộ chỉ số riêng" }).click();
  const document = await readFile(new URL("../../data/examples/hdi.json", import.meta.url), "utf8");
  await bring(page, "hdi.json", document, "application/json");
  await page.waitForFunction(() => document.querySelector("#edition").value.includes("hdi"));
});

test("a pasted table and a file are gone through in a worker before the page takes them in", async (t) => {
  const count = (page) =>
    page.addInitScript(() => {
      const Real = globalThis.Worker;
      globalThis.tried = [];
      globalThis.Worker = class extends Real {
        postMessage(message) {
          if (Array.isArray(message.given)) globalThis.tried.push(message.given[1].length > 0);
          super.postMessage(message);
        }
      };
    });
  const { page } = await open(t, "e=2022&u=bac-giang", "Nhập dữ liệu", { before: count });
  await page.locator("#desk-paste").fill(TABLE.replaceAll(";", "\t"));
  await desk(page).getByRole("button", { name: "Đọc bảng đã dán" }).click();
  await page.locator("#desk-import-heading").waitFor();
  await desk(page).getByRole("button", { name: "Bộ chỉ số riêng" }).click();
  const document = await readFile(new URL("../../data/examples/hdi.json", import.meta.url), "utf8");
  await bring(page, "hdi.json", document, "application/json");
  await page.waitForFunction(() => document.querySelector("#edition").value.includes("hdi"));
  assert.deepEqual(await page.evaluate(() => globalThis.tried), [true, true]);
});

test("in a frame that may not download, the file is there to be copied", async (t) => {
  const { page, context } = await openPage(browser, { test: t });
  const host = await context.newPage();
  await host.setContent(`<iframe sandbox="allow-scripts" width="1000" height="800" src="${page.url()}"></iframe>`);
  const frame = await (await host.waitForSelector("iframe")).contentFrame();
  await frame.locator("#first").waitFor({ state: "detached" });
  await frame.locator("#desk").getByRole("button", { name: "Xuất và lưu", exact: true }).first().press("Enter");
  await frame.getByRole("button", { name: "Bảng xếp hạng: CSV, dấu phẩy thập phân" }).click();
  const field = frame.getByRole("textbox", { name: "Không thấy tệp tải xuống? Hãy sao chép từ đây." });
  const lines = (await field.inputValue()).trim().split("\n");
  assert.match(lines[0], /^\ufeff?Hạng;Hạng công bố;/);
  assert.equal(lines.length, 1 + 34);
  assert.match(lines[1], /Hà Nội/);
  await frame.getByRole("button", { name: "Xóa tất cả" }).click();
  await field.waitFor({ state: "detached" });
});

test("the desk at 320 pixels, in the dark, in English", async (t) => {
  const { page } = await openPage(browser, {
    test: t,
    path: "#e=2022&u=bac-giang&lang=en",
    width: 320,
    height: 800,
    colorScheme: "dark",
  });
  for (const part of ["Detailed scorecard", "Import data", "Export and save", "Own index"]) {
    await page.locator("#desk").getByRole("button", { name: part, exact: true }).first().press("Enter");
    await page.locator(".desk").waitFor();
    await assertAccessible(page, { within: "#desk" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${part} is ${overflow} px too wide`);
  }
});
