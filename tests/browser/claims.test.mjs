// A claim held against the figures: examples, typed ones, what was not understood, another language, and the
// part that brings it blocked.
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

async function open(test, fragment, options = {}) {
  const { page } = await openPage(browser, { test, path: `#${fragment}`, ...options });
  await page.locator("#claims").scrollIntoViewIfNeeded();
  await page.locator("#claim").waitFor();
  return page;
}

const answer = (page) => page.locator(".claim-answer h3");
const says = (page, text) => answer(page).filter({ hasText: text }).waitFor();
const cells = (page) => page.locator(".claim-answer tbody tr").allInnerTexts();

async function check(page, claim) {
  await page.locator("#claim").fill(claim);
  await page.locator("#claim").press("Enter");
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  test(`three claims to try: true, false, not to be decided (${width} px)`, async (t) => {
    const page = await open(t, "e=2024-34&u=bac-ninh", { width, height });
    const buttons = page.locator("#claims .actions button");
    await buttons.nth(0).click();
    await says(page, /^Đúng$/);
    assert.match((await cells(page)).join("\n"), /12 → 8: tăng 4 bậc/);
    assert.equal(await page.locator("#claim").inputValue(), "Thái Nguyên năm 2021 tăng 4 bậc, đứng thứ 8");
    const quote = await page.locator(".claim-answer blockquote").innerText();
    assert.match(quote, /^“Thái Nguyên năm 2021 tăng 4 bậc, đứng thứ 8”: Đúng\. Thái Nguyên: .*hạng 12; .*hạng 8\.$/);
    await page.waitForFunction((text) => document.querySelector("[role=status]").textContent === text, quote);
    await buttons.nth(1).click();
    await says(page, /^Sai$/);
    await buttons.nth(2).click();
    await says(page, "Số liệu không đủ để kết luận");
    assert.match((await cells(page)).join("\n"), /không được công bố riêng ở cả hai kỳ/);
    await assertAccessible(page, { within: "#claims" });
  });
}

test("a typed claim is about what is on screen where it names nothing; what is not understood is named", async (t) => {
  const page = await open(t, "e=2023&u=bac-giang&s=bac-giang.society:0.9");
  await check(page, "xếp thứ 9 và được khen ngợi");
  await says(page, /^Đúng, xét phần hiểu được$/);
  const remarks = (await page.locator(".claim-answer > p").allInnerTexts()).join("\n");
  assert.match(remarks, /nên hiểu là Bắc Giang/);
  assert.match(remarks, /Chưa hiểu “khen”, “ngợi”/);
  await check(page, "xếp thứ 2");
  await says(page, /^Sai$/);
  assert.match((await cells(page)).join("\n"), /9/, "the scenario on screen changes no figure");
  await check(page, "rất tốt");
  await says(page, "Số liệu không đủ để kết luận, xét phần hiểu được");
});

test("another language keeps the claim and its answer", async (t) => {
  const page = await open(t, "e=2023&u=bac-giang");
  await check(page, "Bắc Giang tăng 4 bậc");
  await says(page, /^Sai$/);
  await page.getByRole("button", { name: "English" }).click();
  await says(page, /^False$/);
  assert.equal(await page.locator("#claim").inputValue(), "Bắc Giang tăng 4 bậc");
});

test("without its part the page says so, and tries again", async (t) => {
  let isBlocked = true;
  const block = (route) => (isBlocked ? route.abort() : route.continue());
  const before = (page) => page.route("**/split_claims-*.wasm", block);
  const { page } = await openPage(browser, { test: t, path: "#e=2023&u=bac-giang", expectErrors: true, before });
  await page.locator("#claims").scrollIntoViewIfNeeded();
  const notice = page.locator("#claims .notice");
  await notice.waitFor();
  isBlocked = false;
  await notice.getByRole("button", { name: "Thử lại" }).click();
  await page.locator("#claim").waitFor();
});
