// What a reader does with the page, in Chromium, on the built site.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage, sites, waitUntilReady } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function open(test, options = {}) {
  const { page, record } = await openPage(browser, { test, ...options });
  await page.locator(".ladder tbody tr.row").first().waitFor();
  return { calculator: new CalculatorPage(page), page, record };
}

test("opens on the newest edition and Bắc Ninh, as published", async (t) => {
  const { calculator, page } = await open(t);
  await calculator.shows(11, "0,7474");
  assert.equal(await calculator.province.inputValue(), "Bắc Ninh");
  assert.equal(await calculator.edition.inputValue(), "2024-34");
  assert.equal(await page.locator(".ladder tbody tr.row").count(), 34);
  assert.equal(await calculator.hash(), "");
  assert.equal(await calculator.notice.isVisible(), false);
});

test("a slider moves the rank, and address, reload, back and forward keep it", async (t) => {
  const { calculator, page } = await open(t);
  await calculator.chooseEdition("2022");
  await calculator.addressHolds("e=2022");
  await calculator.chooseProvince("bac giang");
  await calculator.addressHolds("u=bac-giang");
  await calculator.shows(9, "0,6440");

  await calculator.drag("society", 0.45);
  // A pointer is as fine as a pixel; the field is exact.
  assert.ok(Math.abs(Number(await calculator.slider("society").inputValue()) - 0.45) < 0.01);
  await calculator.ranks(8);
  await calculator.field("society").fill("0.45");
  await calculator.field("society").press("Enter");
  await calculator.shows(8, "0,6613");
  assert.equal(await calculator.field("society").inputValue(), "0,4500");
  await calculator.addressHolds("s=bac-giang.society:0.45");
  assert.match(await page.locator(".story blockquote").innerText(), /Mô phỏng, không phải số liệu chính thức/);
  assert.match(await page.locator("#row-bac-giang .move.up").innerText(), /▲ 1/);

  await page.reload();
  await waitUntilReady(page);
  await calculator.shows(8, "0,6613");

  await page.goBack();
  await calculator.shows(7, "0,6736");
  assert.equal(await calculator.province.inputValue(), "Bắc Ninh");
  await page.goForward();
  await calculator.shows(8, "0,6613");
});

test("an edit is not lost when another province is chosen at once", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  await calculator.field("society").fill("0,45");
  await calculator.chooseProvince("hue");
  await calculator.addressHolds("u=thua-thien-hue");
  await page.goBack();
  await calculator.shows(8, "0,6613");
});

test("the same journey by keyboard alone", async (t) => {
  const { calculator, page } = await open(t);
  const { keyboard } = page;
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  const tabTo = async (id) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await focused()) === id) return;
      await keyboard.press("Tab");
    }
    assert.fail(`Tab never reaches #${id}`);
  };
  await keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
  await keyboard.press("Enter");
  assert.equal(await focused(), "main");
  assert.equal(await calculator.hash(), "", "the skip link leaves the scenario alone");

  await tabTo("edition");
  for (let presses = 0; presses < 4 && (await calculator.edition.inputValue()) !== "2022"; presses += 1) {
    await keyboard.press("ArrowDown");
  }
  assert.equal(await calculator.edition.inputValue(), "2022");
  await keyboard.press("Shift+Tab");
  assert.equal(await focused(), "province");
  await keyboard.press("Control+A");
  await keyboard.type("BĂC GIANG");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await calculator.shows(9, "0,6440");

  await tabTo("slider-society");
  await keyboard.press("PageUp");
  await page.waitForFunction(() => document.querySelector(".hero-score strong").textContent > "0,6440");
  await keyboard.press("Home");
  await keyboard.press("ArrowRight");
  assert.equal(await calculator.slider("society").inputValue(), "0.001");
  await page.waitForFunction(
    () => document.querySelector("#slider-society").getAttribute("aria-valuetext") === "0,15/150 điểm, giá trị 0,0010, hạng 63/63",
  );
  await tabTo("field-society");
  await keyboard.type("0,45");
  await keyboard.press("Enter");
  await calculator.shows(8, "0,6613");
  await page.waitForFunction(() =>
    document.querySelector("[role=status]").textContent === "Bắc Giang: hạng 9 → 8, giá trị 0,6613");

  await keyboard.press("Tab");
  await keyboard.press("Enter");
  assert.equal(await calculator.field("society").inputValue(), "0,4600");
  await keyboard.press("Control+z");
  await keyboard.press("Control+z");
  await calculator.shows(9, "0,6440");
  await keyboard.press("Control+Shift+z");
  await keyboard.press("Control+Shift+z");
  assert.equal(await calculator.field("society").inputValue(), "0,4600");
});

test("a known figure leaves the total alone, a what-if does not, and neither leaks", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  await calculator.field("awareness").fill("0,8");
  await calculator.field("awareness").press("Enter");
  await calculator.shows(18, "0,6336");
  await page.locator("#slider-awareness >> xpath=ancestor::li").locator(".reset").click();
  await calculator.shows(9, "0,6440");

  await page.locator("#known-awareness-open").click();
  await page.locator("#known-awareness").fill("0,8");
  await page.locator("#known-awareness").press("Enter");
  assert.equal(await calculator.field("awareness").inputValue(), "0,8000");
  await calculator.shows(9, "0,6440");

  // With two figures at nothing, the other two could not make up the published sum.
  await page.locator("#known-security-open").click();
  await page.locator("#known-security").fill("0");
  await page.locator("#known-security").press("Enter");
  assert.match(await page.locator("#known-security-fault").innerText(), /Có thể nhập từ 0,1/);
  await page.locator("#known-security").press("Escape");
  await calculator.shows(9, "0,6440");

  await page.waitForTimeout(900);
  assert.doesNotMatch(await calculator.hash(), /awareness/, "known figures stay out of the address");
  await page.reload();
  await waitUntilReady(page);
  assert.equal(await calculator.field("awareness").inputValue(), "0,8000");
  await calculator.shows(9, "0,6440");

  await calculator.share();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Chia sẻ kèm số liệu của tôi" }).waitFor();
  assert.match(await dialog.innerText(), /Bắc Giang, Nhận thức số: 0,8000/);
  await page.keyboard.press("Escape");
  assert.equal(await dialog.isVisible(), false);
});

test("wrong text stays on screen with a sentence, and the last good result stays", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45" });
  await calculator.field("society").fill("4,5,6");
  await calculator.field("society").press("Tab");
  assert.equal(await calculator.field("society").inputValue(), "4,5,6");
  assert.equal(await page.locator("#field-society-fault").innerText(), "Hãy nhập một số, ví dụ 0,45.");
  assert.equal(await calculator.field("society").getAttribute("aria-invalid"), "true");
  await calculator.shows(8, "0,6613");
  await calculator.field("society").press("Escape");
  assert.equal(await calculator.field("society").inputValue(), "0,4500");
});

test("several provinces are edited at once, listed, and reset one by one", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45" });
  await page.getByRole("button", { name: "Sửa Đà Nẵng" }).click();
  assert.match(await page.locator("#scorecard-heading").innerText(), /Đà Nẵng/);
  await calculator.field("government").fill("0");
  await calculator.field("government").press("Enter");
  assert.deepEqual(await page.locator(".chip").allInnerTexts().then((all) => all.map((one) => one.split("\n")[0])),
    ["Bắc Giang (1)", "Đà Nẵng (1)"]);
  assert.equal(await calculator.province.inputValue(), "Bắc Giang");
  await calculator.shows(7, "0,6613");
  await page.getByRole("button", { name: "Đặt lại: Đà Nẵng (1)" }).click();
  await calculator.shows(8, "0,6613");
  await page.getByRole("button", { name: "Xóa giả định" }).click();
  await calculator.shows(9, "0,6440");
});

test("rivals and max points change the result and can be taken back", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  assert.equal(await page.locator("#rivals-trend").isDisabled(), true);
  await page.locator("#rivals-gain").check();
  await page.waitForFunction(() => Number(document.querySelector(".hero-rank strong").textContent) > 9);
  await page.locator("#gain").fill("-10");
  await page.locator("#gain").press("Enter");
  await page.waitForFunction(() => Number(document.querySelector(".hero-rank strong").textContent) < 9);
  await page.locator("#rivals-frozen").check();
  await calculator.shows(9, "0,6440");
  await page.locator("#max-economy").fill("300");
  await page.locator("#max-economy").press("Enter");
  assert.equal(await page.locator(".maxima-total strong").innerText(), "1.150");
  await calculator.addressHolds("w=economy:300");
  await page.getByRole("button", { name: "Về mức quy định" }).click();
  await calculator.shows(9, "0,6440");
});

test("the ladder filters, searches, sorts and chooses", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  const names = () => page.locator(".ladder tbody th").allInnerTexts();
  await page.getByLabel("Vùng").selectOption({ label: "Tây Nguyên" });
  assert.equal((await names()).length, 5);
  await page.getByLabel("Vùng").selectOption("");
  await page.getByLabel("Tìm trong bảng").fill("dak");
  assert.deepEqual((await names()).sort(), ["Đắk Lắk", "Đắk Nông"].sort());
  await page.getByLabel("Tìm trong bảng").fill("");
  await page.locator(".ladder thead .name button").click();
  assert.deepEqual((await names()).slice(0, 2), ["An Giang", "Bà Rịa - Vũng Tàu"]);
  assert.equal(await page.locator(".ladder thead [aria-sort]").count(), 1);
  await page.getByLabel("Cột so sánh").selectOption("society");
  assert.equal((await names())[0], "Đà Nẵng");
  const chosen = page.locator("#row-bac-giang th");
  const [box, row] = [await calculator.ladder.boundingBox(), await chosen.boundingBox()];
  assert.ok(row.y >= box.y && row.y + row.height <= box.y + box.height + 1, "the chosen row is in sight");
  await page.getByRole("button", { name: "Cần Thơ", exact: true }).click();
  assert.equal(await calculator.province.inputValue(), "Cần Thơ");
});

test("broken and foreign addresses give a notice and the page lives", async (t) => {
  const { calculator, page } = await open(t, {
    path: "#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.moon:0.2,%%%&r=sideways",
  });
  assert.equal(await page.locator("main .notice li").count(), 3);
  await calculator.shows(8, "0,6613");
  await page.getByRole("button", { name: "Ẩn" }).click();
  await calculator.notice.waitFor({ state: "hidden" });
  for (const fragment of ["#v=9&e=2022", "#e=1999", "#e=2020", "#u=atlantis", `#s=${"x".repeat(9000)}`]) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
    await calculator.notice.waitFor();
    assert.ok((await calculator.rank()) >= 1, fragment);
    await page.getByRole("button", { name: "Ẩn" }).click();
  }
  await page.evaluate(() => { location.hash = "#totally=unknown&keys"; });
  await calculator.shows(11, "0,7474");
  assert.equal(await calculator.notice.isVisible(), false);
});

test("a foreign address is text, never markup", async (t) => {
  const { page } = await open(t, { path: "#s=<img/src=x/onerror=alert(1)>:0.5&r=<b>x</b>" });
  assert.equal(await page.locator("main .notice img, main .notice b").count(), 0);
  // The last `>` is taken for the bracket that programs put around a link.
  assert.match(await page.locator("main .notice").innerText(), /<b>x<\/b/);
});

test("language changes in place, in the address and in the title", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45" });
  await page.getByRole("button", { name: "English" }).click();
  await calculator.shows(8, "0.6613");
  assert.equal(await page.title(), "Digital transformation (DTI) what-if for Viet Nam's provinces");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "Tiếng Việt");
  await calculator.addressHolds("lang=en");
  await page.reload();
  await waitUntilReady(page);
  await calculator.shows(8, "0.6613");
});

test("sources name where each figure was read", async (t) => {
  const { page } = await open(t, { path: "#e=2022&u=bac-giang" });
  await page.getByRole("button", { name: "Nguồn số liệu" }).click();
  const dialog = page.getByRole("dialog");
  const rows = dialog.locator("tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), 10);
  assert.match(await rows.nth(1).innerText(), /0,6440/);
  assert.match(await rows.nth(2).innerText(), /Không công bố riêng/);
  const link = dialog.getByRole("link").first();
  assert.match(await link.getAttribute("rel"), /noopener/);
});

test("works where storage and the clipboard are denied", async (t) => {
  const { calculator, page } = await open(t, {
    path: "#e=2022&u=bac-giang",
    before: (page) => page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    }),
  });
  await page.locator("#known-awareness-open").click();
  await page.locator("#known-awareness").fill("0,8");
  await page.locator("#known-awareness").press("Enter");
  await calculator.shows(9, "0,6440");
  await calculator.share();
  await page.getByRole("button", { name: "Sao chép liên kết" }).click();
  const field = page.getByRole("textbox", { name: "Sao chép liên kết" });
  assert.match(await field.inputValue(), /#v=1&e=2022&u=bac-giang/);
});

test("the same page lives in a folder", async (t) => {
  const { calculator } = await open(t, { site: sites().repo });
  await calculator.shows(11, "0,7474");
});
