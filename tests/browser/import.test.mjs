// Bringing a table in, in Chromium on the built site: all of it is seen, what is found leads to its row, and a table like
// one before is read like it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function open(t, options = {}) {
  const { page } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang", ...options });
  await page.locator("#desk").getByRole("button", { name: "Nhập dữ liệu", exact: true }).first().press("Enter");
  await page.locator("#desk-import-file").waitFor();
  return page;
}

const bring = async (page, name, text) => {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator(".desk input[type=file]").first().setInputFiles(file);
  await page.locator("#desk-import-heading").filter({ hasText: name }).waitFor();
};
const row = (page, number) => page.locator("tr").filter({ has: page.locator(`#desk-import-row-${number - 1}`) });

const TABLE = "Hạng;Tỉnh;DTI\n9;Bắc Giang;0,6440\n10;Tỉnh Lạ;0,6300\n11;Huế;0,6999\n";

test("a finding stands beside its row and leads there; a row is left out and taken back", async (t) => {
  const page = await open(t);
  await bring(page, "bang.csv", TABLE);
  await row(page, 3).locator(".row-found").filter({ hasText: "Tỉnh Lạ" }).waitFor();
  const place = page.locator(".errors .place").first();
  assert.match(await place.innerText(), /^Hàng 3, cột B/);
  await place.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "desk-import-row-2");
  await row(page, 3).getByRole("button", { name: /Bỏ hàng này/ }).click();
  await page.locator(".errors").waitFor({ state: "detached" });
  assert.match((await row(page, 3).getAttribute("class")) ?? "", /left-out/);
  await page.getByRole("button", { name: "Nhập vào trang" }).waitFor();
  await row(page, 3).getByRole("button", { name: /Lấy lại hàng này/ }).click();
  await page.locator(".errors .place").first().waitFor();
  await assertAccessible(page, { within: "#desk" });
});

test("a table of hundreds of rows is seen whole, a page at a time, and a finding turns to its page", async (t) => {
  const page = await open(t);
  const rows = Array.from({ length: 250 }, (_, at) => `${at + 1};Nơi ${at + 1};0,5`);
  await bring(page, "dai.csv", ["Hạng;Tỉnh;DTI", ...rows].join("\n"));
  await page.getByText("Hàng 2–101 trong 251").waitFor();
  await page.locator(".desk").getByRole("button", { name: "Sau", exact: true }).click();
  await page.getByText("Hàng 102–201 trong 251").waitFor();
  await page.locator("#desk-import-row-101").waitFor();
  await page.locator(".errors .place").first().click();
  await page.locator("#desk-import-row-1").waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
});

test("the next table of the same shape is read as the one before was", async (t) => {
  const page = await open(t);
  const table = (unit, score) => `Nơi;Điểm số\n${unit};${score}\n`;
  await bring(page, "mot.csv", table("Bắc Giang", "0,7000"));
  await page.locator("#desk-import-kind").selectOption("results");
  await page.locator("#desk-import-column-0").selectOption("Unit");
  await page.locator("#desk-import-column-1").selectOption("Total");
  await page.locator("#desk-import-column-1 + .hint").filter({ hasText: "bạn chọn" }).waitFor();
  await page.getByRole("button", { name: "Nhập vào trang" }).click();
  await page.locator("#desk-told").filter({ hasText: "Đã nhập." }).waitFor();
  // It can be taken back, and is remembered all the same.
  await page.locator("#desk-told").getByRole("button", { name: "Hoàn tác" }).click();
  await page.locator(".hero-score strong").filter({ hasText: "0,6440" }).waitFor();
  await bring(page, "hai.csv", table("Huế", "0,7100"));
  assert.equal(await page.locator("#desk-import-column-0").inputValue(), "Unit");
  assert.equal(await page.locator("#desk-import-column-1").inputValue(), "Total");
  await page.getByRole("button", { name: "Nhập vào trang" }).waitFor();
});

/** Figures of so many units and indicators, the same in every run. */
function figuresOf(units, indicators) {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const heads = Array.from({ length: indicators }, (_, at) => `Chỉ tiêu ${at + 1}`);
  const rows = Array.from({ length: units }, (_, at) => [`Xã ${at + 1}`, ...heads.map(() => Math.round(next() * 10_000) / 10_000)]);
  return { heads, rows };
}

test("3,321 units with 62 indicators: read with a word and a bar, ranked, and the ladder can be used", { timeout: 120_000 }, async (t) => {
  const { heads, rows } = figuresOf(3_321, 62);
  const { page } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang" });
  await page.locator("#desk").getByRole("button", { name: "Bộ chỉ số riêng", exact: true }).first().press("Enter");
  await page.locator("#index-form-open").press("Enter");
  await page.evaluate(() => {
    globalThis.seen = new Set();
    const look = () => {
      const bar = document.querySelector("#desk-told progress");
      if (bar) globalThis.seen.add(`${document.querySelector("#desk-told-now").textContent} ${bar.position}`);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const text = [["Tên", ...heads], ...rows].map((row) => row.join(",")).join("\n");
  const file = { name: "xa.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  const begun = Date.now();
  await page.locator("#index-form-file").setInputFiles(file);
  await page.locator("#index-form-title").fill("Xã toàn quốc");
  await page.locator("#index-form-create:enabled").press("Enter");
  await page.locator("#desk-told").filter({ hasText: "3.321" }).waitFor({ timeout: 60_000 });
  t.diagnostic(`from the file to the ranking: ${Date.now() - begun} ms`);
  const seen = await page.evaluate(() => [...globalThis.seen]);
  assert.ok(seen.some((word) => /^Đang đọc .*xa\.csv.* -1$/.test(word)), seen.join("; "));
  for (const position of [0, 0.5]) assert.ok(seen.some((word) => word === `Đang mở bộ chỉ số “Xã toàn quốc”… ${position}`), seen.join("; "));
  // Each indicator from its least to its most, and the total is their mean.
  const column = (at) => rows.map((row) => row[at + 1]);
  const ends = heads.map((_, at) => [Math.min(...column(at)), Math.max(...column(at))]);
  const scaled = (value, [low, high]) => (value - low) / (high - low);
  const totals = rows.map(([, ...values]) => values.reduce((sum, value, at) => sum + scaled(value, ends[at]), 0));
  const rank = totals.filter((total) => total > totals[0]).length + 1;
  await page.locator(".hero-rank strong").filter({ hasText: new RegExp(`^${rank}$`) }).waitFor();
  const ladder = page.locator(".ladder-box");
  await ladder.scrollIntoViewIfNeeded();
  await ladder.evaluate((box) => box.scrollTo(0, 0));
  const best = rows[totals.indexOf(Math.max(...totals))][0];
  await ladder.locator("tbody tr.row").first().filter({ hasText: best }).waitFor();
  assert.ok((await ladder.locator("tbody tr.row").count()) < 200, "only rows near what is seen are drawn");
});
