import { launch, openPage } from "./support/browser.mjs";
const browser = await launch();
const variants = JSON.parse(process.env.VARS);
const opts = { width: 1280, height: 900, path: process.env.PATHX ?? "#e=2022&u=bac-giang" };
const { page, context } = await openPage(browser, opts);
await page.waitForTimeout(1500);
await page.evaluate(()=>{ const s=document.querySelector("#slider-society"); window.setTo=(v)=>{s.value=v;s.dispatchEvent(new Event("input",{bubbles:true}));}; window.sheet=new CSSStyleSheet(); document.adoptedStyleSheets=[...document.adoptedStyleSheets, window.sheet];});
const cdp = await context.newCDPSession(page);
const N=40;
const run = async (css) => {
  if (css.startsWith("js:")) { await page.evaluate(css.slice(3)); await page.evaluate(()=>window.sheet.replaceSync("")); } else await page.evaluate((css)=>window.sheet.replaceSync(css), css);
  await page.waitForTimeout(200);
  const events=[]; const h=(d)=>events.push(...d.value); cdp.on("Tracing.dataCollected", h);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline","blink"] } });
  await page.evaluate(async (N)=>{ for(let i=0;i<N;i++){ await new Promise(r=>setTimeout(r,20)); window.setTo((0.5+0.4*Math.sin(i/6)).toFixed(3)); await new Promise(r=>requestAnimationFrame(()=>{ const {port1,port2}=new MessageChannel(); port1.onmessage=r; port2.postMessage(null);})); } }, N);
  await cdp.send("Tracing.end"); await new Promise(r=>cdp.once("Tracing.tracingComplete", r)); cdp.off("Tracing.dataCollected", h);
  const main = events.find(e=>e.name==="FunctionCall")?.tid;
  const sum={}; for(const e of events) if(e.ph==="X"&&e.tdur!==undefined&&e.tid===main) sum[e.name]=(sum[e.name]??0)+e.tdur/1000/N;
  const g=(n)=>sum[n]??0;
  return [g("RunTask"),g("FunctionCall")+g("RunMicrotasks"),g("UpdateLayoutTree"),g("Layout"),g("LocalFrameView::RunPrePaintLifecyclePhase"),g("LocalFrameView::RunPaintLifecyclePhase"),g("Layerize"),g("Commit"), g("WebFrameWidgetImpl::UpdateLifecycle")];
};
const res={};
for(let round=0;round<Number(process.env.ROUNDS??3);round++) for(const [n,css] of Object.entries(variants)){ const r=await run(css); (res[n]??=[]).push(r); }
console.log("CPU ms/edit".padEnd(18),"   task     js  style layout  prepnt paint layerz commit lifecycle");
for(const [n,rs] of Object.entries(res)){ const best=rs[0].map((_,i)=>Math.min(...rs.map(r=>r[i]))); console.log(n.padEnd(18),best.map(x=>x.toFixed(2).padStart(7)).join("")); }
await browser.close();
