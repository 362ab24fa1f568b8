// Fingers on sliders, in Chromium with real touches on a phone's window: scrolling edits nothing.
import assert from "node:assert/strict";
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

const PHONE = { width: 390, height: 640, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const HOME = "#e=2022&u=bac-giang";

async function open(test, path) {
  const { page, context } = await openPage(browser, { test, path, ...PHONE });
  await page.locator("input[type=range]").first().waitFor();
  const session = await context.newCDPSession(page);
  const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  /** Moves a finger from a place by so much, in steps as a hand makes them. */
  const move = async ([x, y], [across, down]) => {
    await send("touchStart", [{ x, y }]);
    for (let step = 1; step <= 12; step += 1) {
      await send("touchMove", [{ x: x + (across * step) / 12, y: y + (down * step) / 12 }]);
      await page.waitForTimeout(16);
    }
    await send("touchEnd", []);
    await page.waitForTimeout(200);
  };
  return { page, move, send, calculator: new CalculatorPage(page) };
}

/** Puts a slider into the middle of the window; gives the place at a share of it. */
async function placeOn(slider, share) {
  await slider.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const box = await slider.boundingBox();
  return [box.x + 11 + share * (box.width - 22), box.y + box.height / 2];
}

const state = (page) =>
  page.evaluate(() => ({
    values: [...document.querySelectorAll("input[type=range]")].map((slider) => slider.value),
    fields: [...document.querySelectorAll("[id^=field-]:not([id$=fault])")].map((field) => field.value),
    hero: document.querySelector(".hero").textContent,
    undo: document.querySelector(".undo")?.disabled,
    said: document.querySelector("[role=status]").textContent,
    hash: location.hash,
  }));

for (const [what, path] of [["page", HOME], ["embed", embedAddress(HOME)]]) {
  test(`a finger that begins on any slider and scrolls changes nothing: ${what}`, { timeout: 120_000 }, async (t) => {
    const { page, move } = await open(t, path);
    const before = await state(page);
    const sliders = page.locator("input[type=range]");
    const count = await sliders.count();
    assert.ok(count >= 3);
    let scrolled = 0;
    for (let row = 0; row < count; row += 1) {
      for (const [share, down] of [[0.9, -180], [0.1, 180]]) {
        const place = await placeOn(sliders.nth(row), share);
        const from = await page.evaluate(() => scrollY);
        await move(place, [4, down]);
        if ((await page.evaluate(() => scrollY)) !== from) scrolled += 1;
      }
    }
    assert.ok(scrolled > count, `it scrolls: ${scrolled} times of ${2 * count}`);
    // The status line speaks and the address changes some time after an edit.
    await page.waitForTimeout(1500);
    assert.deepEqual(await state(page), before);
  });

  test(`a finger that moves along a slider, or taps it, changes it: ${what}`, async (t) => {
    const { page, move, send, calculator } = await open(t, path);
    const slider = calculator.slider("society");
    const before = Number(await slider.inputValue());
    await move(await placeOn(slider, before), [50, 3]);
    const moved = Number(await slider.inputValue());
    assert.ok(moved > before + 0.1, `${before} -> ${moved}`);
    const shown = () => calculator.field("society").inputValue();
    assert.equal(await shown(), moved.toFixed(4).replace(".", ","));
    const [x, y] = await placeOn(slider, 0.9);
    await send("touchStart", [{ x, y }]);
    await send("touchEnd", []);
    await page.waitForFunction((old) => Number(document.querySelector("#slider-society").value) > old, moved);
    assert.equal(await shown(), Number(await slider.inputValue()).toFixed(4).replace(".", ","));
    // The next key is an edit as ever.
    await slider.focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.querySelector("#field-society").value === "0,0000");
  });

  test(`what is let go outside does not stick: ${what}`, async (t) => {
    const { page, send, calculator } = await open(t, path);
    const slider = calculator.slider("society");
    const [x, y] = await placeOn(slider, Number(await slider.inputValue()));
    await send("touchStart", [{ x, y }]);
    for (const at of [40, 120, 400, 900]) await send("touchMove", [{ x: x + at, y: y + 2 }]);
    await send("touchEnd", []);
    await page.waitForFunction(() => document.querySelector("#field-society").value === "1,0000");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y);
    await page.mouse.move(-50, -50);
    await page.mouse.up();
    const left = await slider.inputValue();
    await page.mouse.move(x + 60, y);
    await page.mouse.move(x + 90, y);
    await page.waitForTimeout(200);
    assert.equal(await slider.inputValue(), left);
  });
}

for (const [what, path] of [["page", HOME], ["embed", embedAddress(HOME)]]) {
  test(`no field has letters so small that a phone zooms into it: ${what}`, async (t) => {
    const { page } = await open(t, path);
    const small = await page.evaluate(() => {
      const fields = document.querySelectorAll("input:not([type=range], [type=radio], [type=checkbox]), select, textarea");
      const size = (field) => Number.parseFloat(getComputedStyle(field).fontSize);
      return [...fields].filter((field) => size(field) < 16).map((field) => field.outerHTML.slice(0, 120));
    });
    assert.deepEqual(small, []);
  });
}
