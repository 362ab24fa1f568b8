// What disappears takes nothing with it, and what somebody else changes in the page does not stay wrong: every
// other part is still there and follows the next edit.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, openPage } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";
import { embedAddress } from "./support/hosts.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const HOME = "#e=2022&u=bac-giang";
const deskButton = (page, name) => page.locator("#desk").getByRole("button", { name, exact: true });
const panel = (page) => page.locator("#panel-place");

/** The page, so high that all of it is near, with everything loaded that is loaded later. */
async function open(test, path = HOME, options = {}) {
  const { page } = await openPage(browser, { test, path, height: 16000, ...options });
  await deskButton(page, "Phiếu điểm chi tiết").first().click();
  await page.locator(".desk").waitFor();
  await page.locator("#pictures figure").nth(6).waitFor();
  await page.locator(".analysis .finding").first().waitFor();
  return { page, calculator: new CalculatorPage(page) };
}

let edits = 0;

/** Edits something and waits until everything has followed. */
async function assertFollows(page, why) {
  edits += 1;
  const places = ["#pictures", "#analyses"];
  const texts = () => page.evaluate((all) => all.map((place) => document.querySelector(place)?.textContent), places);
  const old = await texts();
  const field = page.locator("#field-economy");
  await field.fill(`0,${5000 + (edits % 400) * 10}`);
  await field.press("Enter");
  const isNew = ([all, before]) =>
    all.every((place, row) => {
      const text = document.querySelector(place)?.textContent;
      return text && text !== before[row];
    });
  await page.waitForFunction(isNew, [places, old], { timeout: 8000 }).catch(() => {});
  const now = await texts();
  for (const [row, place] of places.entries()) {
    assert.ok(now[row] && now[row] !== old[row], `${why}: ${place} does not follow any more: ${now[row]?.slice(0, 80)}`);
  }
  assert.equal(await page.locator("#pictures figure").count(), 7, why);
  assert.equal(await page.locator(".indicator").count(), 8, why);
  assert.equal(await page.locator(".ladder tbody tr.row").count(), 63, why);
  assert.equal(await page.locator(".desk").count(), 1, `${why}: the desk is gone`);
}

/** Opens what can be opened. */
async function assertAnswers(page, why) {
  await assertFollows(page, why);
  await page.locator(".desk").getByRole("button", { name: "Xuất và lưu", exact: true }).click();
  await page.getByRole("button", { name: "Lưu tệp dự án (JSON)" }).waitFor();
  await page.locator(".desk").getByRole("button", { name: "Phiếu điểm chi tiết", exact: true }).first().click();
  await page.locator(".scorecard .card-foot button").click();
  await panel(page).locator(".panel").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#panel").waitFor({ state: "hidden" });
}

/** A project file, saved once. */
let saved;
const project = (test) => (saved ??= save(test));

async function save(test) {
  const { page, calculator } = await open(test, HOME, { acceptDownloads: true });
  await page.locator("#component-society\\.1-self-value").fill("20 điểm");
  await calculator.shows(8, "0,6573");
  await page.locator(".desk").getByRole("button", { name: "Xuất và lưu", exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu tệp dự án (JSON)" }).click(),
  ]);
  return readFile(await file.path());
}

/** Everything that comes or goes: what is pressed, and what must be gone then. */
const COMINGS = {
  async "what the index is"(page) {
    await page.getByRole("button", { name: "DTI là gì?" }).click();
    await page.locator("#what-is-dti").getByText("Quyết định").waitFor();
    await page.locator("#what-is-dti").getByRole("button", { name: "Đóng" }).click();
    await page.locator("#what-is-dti p").waitFor({ state: "detached" });
  },
  async "the notices"(page) {
    // Another deed may have taken them already.
    if ((await page.locator("main > .notice").count()) === 0) return;
    await page.locator("main > .notice").getByRole("button", { name: "Ẩn" }).click();
    await page.locator("main > .notice").waitFor({ state: "detached" });
  },
  async "the link, corrected"(page) {
    await page.evaluate((hash) => { location.hash = hash; }, `${HOME}&s=bac-giang.moon:0.3`);
    await page.locator("main > .notice").waitFor();
    await page.evaluate((hash) => { location.hash = hash; }, HOME);
    await page.locator("main > .notice").waitFor({ state: "detached" });
  },
  async "the project file, opened"(page, test) {
    await page.locator(".desk").getByRole("button", { name: "Nhập dữ liệu", exact: true }).click();
    const file = { name: "du-an.json", mimeType: "application/json", buffer: await project(test) };
    await page.locator(".desk input[type=file]").first().setInputFiles(file);
    await page.locator(".desk .done").waitFor();
    await page.locator(".desk .done").getByRole("button", { name: "Đóng" }).click();
    await page.locator(".desk .done").waitFor({ state: "detached" });
  },
  async "a file that cannot be read"(page) {
    await page.locator(".desk").getByRole("button", { name: "Nhập dữ liệu", exact: true }).click();
    const file = { name: "anh.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) };
    await page.locator(".desk input[type=file]").first().setInputFiles(file);
    await page.locator(".desk .notice").waitFor();
    await page.locator(".desk .notice").getByRole("button", { name: "Đóng" }).click();
    await page.locator(".desk .notice").waitFor({ state: "detached" });
  },
  async "a known figure"(page) {
    await page.locator("#known-awareness-open").click();
    await page.locator("#known-awareness").fill("0,85");
    await page.locator("#known-awareness").press("Enter");
    await new CalculatorPage(page).share();
    await page.getByRole("button", { name: "Chia sẻ kèm số liệu của tôi" }).waitFor();
    await page.locator("#share").getByRole("button", { name: "Đóng" }).click();
    await page.getByRole("button", { name: /Nhận thức số: Bỏ/ }).click();
    await page.locator("#known-awareness-open").click();
  },
  async "an explanation"(page) {
    await page.getByRole("button", { name: "Giá trị này được tính thế nào?" }).click();
    await panel(page).locator(".formula").first().waitFor();
    await page.locator("#panel").getByRole("button", { name: "Đóng" }).first().click();
  },
  async "the code of an embed"(page) {
    await new CalculatorPage(page).share();
    await page.locator("#share").getByRole("button", { name: "Nhúng" }).click();
    await panel(page).locator("textarea").first().waitFor();
    await page.keyboard.press("Escape");
  },
  async "undo and redo"(page) {
    await page.locator("#field-government").fill("0,7");
    await page.locator("#field-government").press("Enter");
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
    await page.getByRole("button", { name: "Làm lại", exact: true }).first().click();
  },
  async "what was edited, reset"(page) {
    const reset = page.locator(".steps").getByRole("button", { name: "Xóa giả định" });
    if (await reset.isEnabled()) await reset.click();
  },
  async "what rivals gain"(page) {
    await page.locator("#rivals-gain").check();
    await page.locator("#gain").waitFor();
    await page.locator("#rivals-frozen").check();
    await page.locator("#gain").waitFor({ state: "detached" });
  },
  async "another province's scorecard"(page) {
    await page.locator("#row-ha-noi .pencil").click();
    await page.locator(".scorecard .other button").click();
    await page.locator(".scorecard .other").waitFor({ state: "detached" });
  },
  async "what is searched for"(page) {
    await page.locator(".ladder input[type=search]").fill("hà");
    await page.locator(".ladder input[type=search]").fill("");
    await page.locator("#province").click();
    await page.locator("#province").fill("hue");
    await page.locator("#province").press("Escape");
  },
  async "another edition"(page) {
    const name = page.locator(".ladder caption");
    for (const year of ["2023", "2022"]) {
      await page.locator("#edition").selectOption(year);
      await name.filter({ hasText: year }).waitFor();
    }
  },
};

/** What makes an element of the page's main column come or go: the others are pressed after each of these. */
const FIRST = [
  "what the index is", "the notices", "the link, corrected", "the project file, opened", "a known figure", "what rivals gain",
  "another edition",
];

for (const [first, begin] of Object.entries(COMINGS)) {
  const others = Object.entries(COMINGS).filter(([name]) => FIRST.includes(first) && name !== first);
  const what = others.length > 0 ? "alone or before any other" : "alone";
  test(`${first}, ${what}: every other part stays and follows`, { timeout: 300_000 }, async (t) => {
    // It asks for a project file, and names what no framework has.
    const { page } = await open(t, `${HOME}&own=0a1b2c3d&s=bac-giang.moon:0.2`);
    await page.locator("main > .notice").waitFor();
    await begin(page, t);
    await assertFollows(page, first);
    for (const [second, go_on] of others) {
      await go_on(page, t);
      await assertFollows(page, `${first}, then ${second}`);
    }
    await assertAnswers(page, `${first}, ${what}`);
  });
}

const TRANSLATION = await readFile(new URL("support/translation.js", import.meta.url), "utf8");

test("a browser's translation never shows old figures", async (t) => {
  const plain = await open(t);
  const { page, calculator } = await open(t);
  await page.evaluate(TRANSLATION);
  for (const one of [plain, { page, calculator }]) {
    await one.calculator.field("society").fill("0,45");
    await one.calculator.field("society").press("Enter");
    await COMINGS["what the index is"](one.page);
  }
  await calculator.shows(8, "0,6613");
  const parts = [".hero", ".story", ".edits", ".scorecard", ".ladder", ".about"];
  const texts = (own) =>
    own.evaluate((all) => all.map((place) => document.querySelector(place).textContent.replace(/\s+/g, " ")), parts);
  await plain.calculator.shows(8, "0,6613");
  assert.deepEqual(await texts(page), await texts(plain.page));
  assert.match(await calculator.hero.innerText(), /Mô phỏng[^]*9\s*→[^]*8\s*\/63/);
  assert.equal(await page.locator("#what-is-dti p").count(), 0);
  await page.waitForFunction(() => /lên hạng 8/.test(document.querySelector("#pictures").textContent));
  await calculator.chooseProvince("hue");
  await page.locator(".hero").filter({ hasText: "Thừa Thiên Huế" }).waitFor();
  await assertFollows(page, "translated");
});

test("a translated embed never shows old figures", async (t) => {
  const { page } = await openPage(browser, { test: t, path: embedAddress(HOME) });
  await page.evaluate(TRANSLATION);
  await page.locator("#field-society").fill("0,45");
  await page.locator("#field-society").press("Enter");
  await new CalculatorPage(page).shows(8, "0,6613");
  assert.match(await page.locator(".hero").innerText(), /Mô phỏng[^]*9\s*→[^]*8\s*\/63/);
});

test("Enter that ends a composition chooses nothing", async (t) => {
  const { page, calculator } = await open(t);
  const press = (place, how) =>
    page.locator(place).evaluate((field, given) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...given }));
    }, how);
  await calculator.province.click();
  await calculator.province.fill("Đà Nẵng");
  for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
    await press("#province", how);
    await calculator.shows(9, "0,6440");
    assert.equal(await calculator.province.inputValue(), "Đà Nẵng", "what is typed stays");
  }
  await press("#province", {});
  await calculator.shows(1, "0,8002");
});
