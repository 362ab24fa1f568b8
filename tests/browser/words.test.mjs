// Every text of the page in both languages: no letter without a glyph, no text cut off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Opens everything that holds words. */
async function openAll(page) {
  await page.locator(".ladder tbody tr.row").first().waitFor();
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").nth(6).waitFor();
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
}

/** Letters whose picture is that of a letter which no font has. */
function lettersWithoutGlyph() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const family = getComputedStyle(document.body).fontFamily;
  const picture = (letter) => {
    context.clearRect(0, 0, 40, 40);
    context.font = `24px ${family}`;
    context.fillText(letter, 4, 30);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  const missing = new Set(["\u{10ffff}", "\u{e123}"].map(picture));
  const letters = new Set(document.documentElement.textContent.normalize("NFC").replace(/\s/g, ""));
  return { count: letters.size, without: [...letters].filter((letter) => missing.has(picture(letter))) };
}

/** Elements whose own text is wider or higher than the box that cuts it off. */
function textsCutOff() {
  const found = [];
  for (const element of document.querySelectorAll("#app *")) {
    const isShown = element.checkVisibility?.() && !element.closest(".hidden, [hidden], dialog:not([open])");
    const ownText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    // One pixel is for screen readers only.
    if (!isShown || !ownText || element.closest("svg, select") || element.clientWidth === 1) continue;
    const style = getComputedStyle(element);
    const cuts = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    const isOver = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (cuts && isOver && style.display !== "inline") found.push(element.outerHTML.slice(0, 120));
    // Stacked marks need a line of one and a quarter of the letters' size at least.
    const line = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    if (line < 1.25 && /[ẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ]/i.test(element.textContent)) {
      found.push(`line height ${line.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found;
}

/** Words of the pictures that run out of their drawing. */
function wordsOutside() {
  const found = [];
  for (const drawing of document.querySelectorAll("svg.drawing")) {
    const room = drawing.viewBox.baseVal;
    for (const words of drawing.querySelectorAll("text")) {
      const box = words.getBBox();
      if (box.x < -1 || box.x + box.width > room.width + 1 || box.y < -2 || box.y + box.height > room.height + 2) {
        found.push(`${words.textContent}: ${Math.round(box.x)}..${Math.round(box.x + box.width)} of ${room.width}`);
      }
    }
  }
  return found;
}

for (const language of ["vi", "en"]) {
  for (const width of [1280, 320]) {
    test(`every text is whole: ${language}, ${width} px`, async (t) => {
      const { page } = await openPage(browser, {
        test: t,
        path: `#lang=${language}&e=2022&u=bac-giang&s=bac-giang.society:0.52,bac-giang.security:0.4`,
        width,
        height: 900,
      });
      await openAll(page);
      const { count, without } = await page.evaluate(lettersWithoutGlyph);
      assert.ok(count > 80, `only ${count} letters were looked at`);
      assert.deepEqual(without, []);
      assert.deepEqual(await page.evaluate(textsCutOff), []);
      assert.deepEqual(await page.evaluate(wordsOutside), []);
    });
  }
}
