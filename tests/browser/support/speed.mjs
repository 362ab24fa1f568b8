// How long the analyses take in Chromium, as `cargo xtask audit chromium` prints it. DTI_TRIALS is the folder
// with the module built from benches/chromium/trials.rs.
import { readFile } from "node:fs/promises";
import { launch } from "./browser.mjs";

const folder = process.env.DTI_TRIALS;
const bytes = (await readFile(`${folder}/trials_bg.wasm`)).toString("base64");
const script = await readFile(`${folder}/trials.js`, "utf8");
const browser = await launch();
const page = await browser.newPage();
const times = await page.evaluate(async ([text, script]) => {
  // Without a document: an empty page has no address from which the module could be fetched.
  const wasm_bindgen = new Function("document", `${script}; return wasm_bindgen;`)(undefined);
  const module = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  await wasm_bindgen({ module_or_path: module });
  const { plan_over_levels: plan, draws } = wasm_bindgen;
  const cases = {
    "plan over 98 stepped components, one cost, 20 points": () => plan(1, 20),
    "plan over 98 stepped components, one cost, 300 points": () => plan(1, 300),
    "plan over 98 stepped components, five costs, 20 points": () => plan(5, 20),
    "plan over 98 stepped components, five costs, 60 points": () => plan(5, 60),
    "plan over 98 stepped components, five costs, 300 points": () => plan(5, 300),
    "10,000 draws for 63 units": () => draws(10_000),
  };
  const median = (call) => {
    const taken = Array.from({ length: 9 }, () => {
      const start = performance.now();
      call();
      return performance.now() - start;
    });
    return taken.sort((a, b) => a - b)[4];
  };
  return Object.entries(cases).map(([name, call]) => `${name}: ${median(call).toFixed(1)} ms`);
}, [bytes, script]);
for (const line of times) console.log(line);
await browser.close();
