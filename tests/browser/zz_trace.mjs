import { launch, openPage } from "./support/browser.mjs";
const browser = await launch();
const { page, context } = await openPage(browser, { width: 1280, height: 900, path: "#e=2022&u=bac-giang" });
await page.waitForTimeout(1500);
const cdp = await context.newCDPSession(page);
const events = [];
cdp.on("Tracing.dataCollected", (d) => events.push(...d.value));
const SL = "#slider-society";
await page.evaluate((s)=>{ window.setTo=(v)=>{const o=document.querySelector(s);o.value=v;o.dispatchEvent(new Event("input",{bubbles:true}));}; }, SL);
for (let i=0;i<30;i++){ await page.evaluate((v)=>window.setTo(v), 0.3+0.02*i); await page.waitForTimeout(30);}
await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline","disabled-by-default-devtools.timeline","blink","v8"] } });
const N=60;
const times = await page.evaluate(async (n)=>{ const out=[]; for(let i=0;i<n;i++){ const t=performance.now(); window.setTo((0.5+0.4*Math.sin(i/6)).toFixed(3)); out.push(performance.now()-t); await new Promise(r=>requestAnimationFrame(()=>{const {port1,port2}=new MessageChannel(); port1.onmessage=r; port2.postMessage(null);})); } return out; }, N);
await cdp.send("Tracing.end");
await new Promise(r=>cdp.once("Tracing.tracingComplete", r));
times.sort((a,b)=>a-b); console.log("handler median", times[N>>1].toFixed(2));
const sum={};
for(const e of events){ if(e.ph==="X"&&e.dur){ (sum[e.name]??=[0,0]); sum[e.name][0]+=e.dur; sum[e.name][1]++; } }
for(const [k,[d,c]] of Object.entries(sum).sort((a,b)=>b[1][0]-a[1][0]).slice(0,28)) console.log(k.padEnd(40),(d/1000/N).toFixed(3),"ms/edit",c);
await browser.close();
