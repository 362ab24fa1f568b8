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
