// Links that mail and chat programs damaged: what is meant is shown, or said to be missing.
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

const LINK = "e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5";

const places = () => [sites().root, sites().repo];

for (const [name, between] of [["once", "&amp;"], ["twice", "&amp;amp;"], ["as %26", "%26"]]) {
  test(`separators that were escaped ${name} show the province that is meant`, async (t) => {
    for (const site of places()) {
      const { page } = await openPage(browser, { test: t, site, path: `#${LINK.replaceAll("&", between)}` });
      const calculator = new CalculatorPage(page);
      await calculator.shows(8, "0,6613");
      assert.equal(await calculator.province.inputValue(), "Bắc Giang");
      assert.equal(await calculator.notice.isVisible(), false);
    }
  });
}

test("a link sets a component by a value of its rule; one from the time of numbered slots says so", async (t) => {
  const open = async (fragment) => {
    const { page } = await openPage(browser, { test: t, path: `#v=1&e=2022&u=bac-giang&s=bac-giang.society.1:${fragment}` });
    return { page, calculator: new CalculatorPage(page) };
  };
  // 15 of 20 points where 0.3348 of them were estimated: 8.30 more.
  const named = await open("v1500/2000&c=1");
  await named.calculator.shows(8, "0,6523");
  assert.equal(await named.calculator.notice.isVisible(), false);
  const older = await open("0.75");
  await older.calculator.shows(8, "0,6523");
  assert.match(await older.calculator.notice.innerText(), /ô đánh số.*danh tính số/s);
});

test("the embed understands the same, its options too", async (t) => {
  const damaged = `${LINK}&api=1&id=own`.replaceAll("&", "&amp;");
  for (const site of places()) {
    const { page } = await openPage(browser, { test: t, site, path: `embed/v1/#${damaged}` });
    await page.waitForFunction(() => document.body.innerText.includes("0,6613"));
    assert.ok((await page.locator("#app").innerText()).includes("Bắc Giang"));
  }
});

test("a host that strips fragments hands the scenario on as a query, which ends in the fragment", async (t) => {
  for (const site of places()) {
    const { page } = await openPage(browser, { test: t, site, path: `?utm_source=a/b&${LINK}` });
    const calculator = new CalculatorPage(page);
    await calculator.shows(8, "0,6613");
    const address = new URL(page.url());
    assert.equal(address.search, "");
    assert.match(address.hash, /^#.*bac-giang\.society:0\.45/);
    // A fragment says more than a query.
    const both = await openPage(browser, { test: t, site, path: `?u=hue#${LINK}` });
    await new CalculatorPage(both.page).shows(8, "0,6613");
  }
  const { page } = await openPage(browser, { test: t, path: `embed/v1/?childId=own&${LINK}#?secret=abc` });
  await page.waitForFunction(() => document.body.innerText.includes("0,6613"));
  assert.match(new URL(page.url()).search, /childId=own/);
});

test("the page of a scenario leads on to the calculator with it, without a script", async (t) => {
  for (const site of places()) {
    const options = { test: t, site, path: "p/2024-34/bac-ninh/society-best/", ready: false };
    const { page } = await openPage(browser, options);
    await page.waitForURL(`${site}#v=1&e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8127`);
    await waitUntilReady(page);
    await new CalculatorPage(page).shows(5, "0,7747");
    // Whoever reads it by itself finds the scenario in words and in a picture.
    const answer = await page.request.get(new URL(options.path, site).href);
    assert.match(await answer.text(), /<title>Bắc Ninh nếu Hoạt động xã hội số ở mức cao nhất cả nước: hạng 5\/34 \(mô phỏng\)</);
    const picture = await page.request.get(new URL(`${options.path}share.png`, site).href);
    assert.equal(picture.headers()["content-type"], "image/png");
  }
});

test("a province's page leads a link with a scenario on, and stays without one", async (t) => {
  for (const [path, score] of [["p/2024/bac-giang/", "0,7583"], ["en/p/2024/bac-giang/", "0.7583"]]) {
    const home = new URL(path.startsWith("en/") ? "en/" : "", sites().root).href;
    const scenario = "e=2024&u=bac-giang";
    for (const asked of [`#v=1&${scenario}`, `?v=1&${scenario}`]) {
      const { page } = await openPage(browser, { test: t, path: `${path}${asked}`, ready: false });
      await page.waitForURL(`${home}#v=1&${scenario}`);
      await waitUntilReady(page);
      assert.ok((await page.locator(".hero").innerText()).includes(score));
    }
    const { page } = await openPage(browser, { test: t, path: `${path}#figures`, ready: false });
    await page.waitForTimeout(500);
    assert.equal(page.url(), new URL(`${path}#figures`, sites().root).href);
  }
});

test("the share dialog says what a preview shows, and hands on the link that has it", async (t) => {
  const before = (page) => page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const society = "e=2024-34&u=bac-ninh&s=bac-ninh.society";
  for (const [fragment, link, told] of [
    [`${society}:0.8127`, "p/2024-34/bac-ninh/society-best/", "Bản xem trước sẽ hiện: Nếu Hoạt động xã hội số đạt 0,8127"],
    [`${society}:0.8`, `p/2024-34/bac-ninh/#v=1&${society}:0.8`, "Bản xem trước sẽ hiện: Bắc Ninh như đã công bố."],
    ["e=2022&u=bac-giang", "#v=1&e=2022&u=bac-giang", "Bản xem trước chỉ hiện tên trang."],
  ]) {
    const { page } = await openPage(browser, { test: t, path: `#${fragment}`, before });
    await new CalculatorPage(page).share();
    assert.ok((await page.locator("#share").innerText()).includes(told));
    await page.getByRole("button", { name: "Sao chép liên kết" }).click();
    const field = page.getByRole("textbox", { name: "Sao chép liên kết" });
    assert.equal(await field.inputValue(), `${sites().root}${link}`);
    // It opens what was shared.
    const opened = await openPage(browser, { test: t, path: link, ready: false });
    await opened.page.waitForURL(new RegExp(`#v=1&${fragment.replaceAll(".", "\\.")}$`));
    await waitUntilReady(opened.page);
  }
});

test("an address whose # was escaped leads on to the calculator", async (t) => {
  for (const site of places()) {
    for (const [path, sharp] of [["", "%23"], ["", "%2523"], ["index.html", "%23"], ["en/", "%23"]]) {
      // The page that is not there is an error in the console.
      const { page } = await openPage(browser, { test: t, site, path: `${path}${sharp}${LINK}`, ready: false, expectErrors: true });
      await page.waitForURL(`${site}${path}#${LINK}`);
      await waitUntilReady(page);
      const score = path === "en/" ? "0.6613" : "0,6613";
      await new CalculatorPage(page).shows(8, score);
    }
    const { page } = await openPage(browser, { test: t, site, path: `embed/v1/%23${LINK}`, ready: false, expectErrors: true });
    await page.waitForURL(`${site}embed/v1/#${LINK}`);
    await page.waitForFunction(() => document.body.innerText.includes("0,6613"));
  }
});

test("an address that leads nowhere stays, and leads nowhere else", async (t) => {
  for (const path of ["nothing/", "nothing/%23", "/%23"]) {
    const { page } = await openPage(browser, { test: t, path, ready: false, expectErrors: true });
    await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
    assert.equal(await page.locator("#meant").isVisible(), false);
    await page.context().close();
  }
  // A place that would read as another host stays a place on this one.
  const { origin } = new URL(sites().root);
  const { page } = await openPage(browser, { test: t, path: `${origin}//example.invalid/%23e=2022`, ready: false, expectErrors: true });
  assert.equal(new URL(page.url()).origin, origin);
});

test("a link that was cut says so instead of showing another figure", async (t) => {
  const { page } = await openPage(browser, { test: t, path: "#v=1&e=2022" });
  const calculator = new CalculatorPage(page);
  await calculator.notice.filter({ hasText: "bị cắt" }).waitFor();
  for (const cut of ["e=2022&", "e=2022&u=bac-gi", "e=2022&u=bac-giang&s=bac-giang.soc",
    "e=2022&u=bac-giang&s=bac-giang.society:", "e=2022&u=bac-giang&s=bac-giang.society:0.",
    "e=2022&u=bac-giang&s=bac-giang.society:0.45,", "e=2022&u=bac-giang&r=gain:"]) {
    await page.getByRole("button", { name: "Ẩn" }).click();
    await calculator.notice.waitFor({ state: "hidden" });
    await page.evaluate((hash) => { location.hash = hash; }, cut);
    await calculator.notice.waitFor();
  }
  await page.getByRole("button", { name: "Ẩn" }).click();
  await page.evaluate(() => { location.hash = "e=2022&u=bac-giang&w=economy:200,society:12000"; });
  await calculator.notice.filter({ hasText: "12000" }).waitFor();
  assert.match(await calculator.notice.innerText(), /xã hội số.*0 đến 10\.000/s);
});
