import { launch, openPage } from "./support/browser.mjs";
const browser = await launch();
for (const [width,height] of [[412,823],[1280,800]]) {
const ctx = await browser.newContext({ viewport:{width,height}, deviceScaleFactor: width<500?1.75:1, isMobile: width<500 });
const page = await ctx.newPage();
await page.addInitScript(()=>{ window.lcp=[]; new PerformanceObserver(l=>{ for(const e of l.getEntries()) window.lcp.push([Math.round(e.startTime), e.size, e.element?.tagName+"."+e.element?.className+"#"+e.element?.id, (e.element?.textContent||"").slice(0,60), !!e.element?.closest("#first"), JSON.stringify(e.element?.getBoundingClientRect())]); }).observe({type:"largest-contentful-paint",buffered:true}); });
await page.goto(process.env.DTI_BASE_URL); await page.waitForTimeout(6000);
console.log(width, JSON.stringify(await page.evaluate(()=>window.lcp),null,1));
await ctx.close();
}
await browser.close();
