// A short journey through what Trunk built, or serves once it has built: a rank changes when a slider moves,
// and a part that is loaded later comes.
import assert from "node:assert/strict";
import { launch, openPage } from "./browser.mjs";

/** `trunk serve` answers once the site is built; from nothing that takes a while. */
async function waitForServer(address) {
  for (let seconds = 0; seconds < 900; seconds += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok && (await answer.text()).includes("page-wasm")) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`nothing answers at ${address}`);
}

await waitForServer(process.env.DTI_BASE_URL);
const browser = await launch();
const { page, finish } = await openPage(browser, { path: "#e=2022&u=bac-giang", height: 2_000 });
const rank = page.locator(".hero-rank strong").first();
const before = await rank.textContent();
const slider = page.locator("#slider-society");
await slider.scrollIntoViewIfNeeded();
await slider.focus();
await page.keyboard.press("End");
await page.waitForFunction(
  ([place, old]) => document.querySelector(place).textContent !== old,
  [".hero-rank strong", before],
);
const after = await rank.textContent();
assert.notEqual(after, before);
await page.locator("#pictures").scrollIntoViewIfNeeded();
await page.locator("#pictures figure").first().waitFor();
await finish();
await browser.close();
console.log(`rank ${before} -> ${after}, and the pictures came`);
