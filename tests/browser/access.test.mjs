// For eyes, ears and fingers: axe, narrow windows, large text, the order of things.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function open(test, options = {}) {
  const { page } = await openPage(browser, { test, ...options });
  await page.locator(".ladder tbody tr.row").first().waitFor();
  return { calculator: new CalculatorPage(page), page };
}

for (const language of ["vi", "en"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      test(`axe finds nothing: ${language}, ${colorScheme}, ${width} px`, async (t) => {
        const { calculator, page } = await open(t, {
          path: `#lang=${language}&e=2022&u=bac-giang`,
          colorScheme,
          width,
          height: width === 320 ? 640 : 900,
        });
        await assertAccessible(page);
        await calculator.field("society").fill("0,45");
        await calculator.field("society").press("Enter");
        await calculator.field("economy").fill("abc");
        await calculator.field("economy").press("Enter");
        await page.locator("#known-awareness-open").click();
        await page.locator("summary").first().click();
        await page.locator("#row-da-nang .edit button").click();
        await assertAccessible(page);
        await calculator.province.click();
        await calculator.province.fill("ha");
        await assertAccessible(page);
        await calculator.province.press("Escape");
        await page.locator(".scorecard .card-foot button").first().click();
        await assertAccessible(page);
        assert.equal(await calculator.overflows(), false);
      });
    }
  }
}

test("a window of 320 px, and text of 200 %, need no sideways scrolling", async (t) => {
  const { calculator, page } = await open(t, {
    path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45,da-nang.government:0.6,hue.society:0.3",
    width: 320,
    height: 640,
  });
  assert.equal(await calculator.overflows(), false);
  const hidden = await calculator.ladder.evaluate((box) => box.scrollWidth - box.clientWidth);
  assert.equal(hidden, 0, "the table fits its box");
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  assert.equal(await calculator.overflows(), false);
});

test("touch targets are 44 px high on a phone", async (t) => {
  const { page } = await open(t, {
    path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45",
    width: 360,
    height: 740,
    hasTouch: true,
    isMobile: true,
  });
  for (const selector of ["#slider-society", "#field-society", ".step", ".reset:enabled", "#province", "#edition"]) {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box.height >= 44, `${selector} is ${box.height} px high`);
  }
  const pan = await page.locator("#slider-society").evaluate((slider) => getComputedStyle(slider).touchAction);
  assert.equal(pan, "pan-y");
});

test("a screen reader hears names, roles and values", async (t) => {
  const { page } = await open(t, { path: "#e=2022&u=bac-giang" });
  const snapshot = await page.locator("main").ariaSnapshot();
  for (const part of [
    'combobox "Tỉnh, thành phố"',
    'combobox "Kỳ đánh giá"',
    'slider "Hoạt động xã hội số"',
    'textbox "Hoạt động xã hội số: Giá trị, từ 0 đến 1"',
    'button "Hoạt động xã hội số: Giảm 0,01"',
    'table "Bảng xếp hạng các tỉnh, DTI 2022 (63 tỉnh, thành)"',
    'rowheader "Bắc Giang"',
  ]) {
    assert.ok(snapshot.includes(part), `${part} is missing:\n${snapshot}`);
  }
  assert.equal(await page.locator("h1").count(), 1);
});

test("nothing moves while a slider is dragged", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  const slider = calculator.slider("society");
  await slider.scrollIntoViewIfNeeded();
  const top = () => slider.evaluate((element) => element.getBoundingClientRect().top);
  const start = await top();
  for (const value of [0.36, 0.5, 0.8, 0.1]) {
    await calculator.drag("society", value);
    assert.ok(Math.abs((await top()) - start) < 1, `the slider moved at ${value}`);
  }
});

test("the page does not jump while it starts", async (t) => {
  const { page } = await open(t, {
    before: (page) => page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    }),
  });
  await page.waitForTimeout(300);
  const shifted = await page.evaluate(() => window.shifted);
  assert.ok(shifted <= 0.02, `layout shift ${shifted}`);
});
