// How long from a slider's input to the next paint, as `cargo xtask audit drag` prints it: a drag
// over 60 positions, everything on the page visible, the processor slowed down.
import { launch, openPage } from "./browser.mjs";

const CASES = [
  { name: "desktop, pictures in sight", width: 1280, height: 4200, slower: 4 },
  { name: "desktop", width: 1280, height: 900, slower: 4 },
  { name: "phone", width: 360, height: 740, slower: 4 },
  { name: "desktop, at full speed", width: 1280, height: 900, slower: 1 },
];
const MOVES = 60;

const browser = await launch();
for (const { name, width, height, slower } of CASES) {
  const { page, context } = await openPage(browser, { path: "#e=2022&u=bac-giang", width, height });
  await page.locator(".ladder tbody tr.row").first().waitFor();
  if (height > 2000) await page.locator("#pictures figure").nth(6).waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.evaluate(() => {
    window.waits = [];
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({ type: "layout-shift" });
    const heard = () => {
      const start = performance.now();
      // A task after the frame's callbacks runs once the frame is painted.
      requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - start)));
    };
    document.addEventListener("input", heard, true);
  });
  const slider = page.locator("#slider-society");
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const at = (share) => [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(...at(0.34));
  await page.mouse.down();
  for (let move = 0; move < MOVES; move += 1) {
    await page.mouse.move(...at(0.5 + 0.4 * Math.sin(move / 6)));
    await page.waitForTimeout(30 * slower);
  }
  await page.mouse.up();
  const { waits, shifted } = await page.evaluate(() => ({ waits: window.waits, shifted: window.shifted }));
  waits.sort((a, b) => a - b);
  const share = (part) => `${Math.round(waits[Math.floor((waits.length - 1) * part)])} ms`;
  console.log(
    `${name}, ${slower}x slower: median ${share(0.5)}, p95 ${share(0.95)}, worst ${share(1)}; ` +
      `layout shift ${shifted.toFixed(4)}`,
  );
  await context.close();
}
await browser.close();
