// Times natively and in Chromium beside each other and beside their limits, as `cargo xtask audit bench`
// prints them. DTI_BASE_URL serves benches/chromium with what was built for it, DTI_NATIVE is the file with
// the native times.
import { readFile } from "node:fs/promises";
import { launch } from "./browser.mjs";

const browser = await launch();
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(String(error)));
await page.goto(process.env.DTI_BASE_URL);
await page.waitForFunction(() => globalThis.measure);
const { api, editions, growth, analyses } = await page.evaluate(() => globalThis.measure());
const version = browser.version();
await browser.close();

const lines = (await readFile(process.env.DTI_NATIVE, "utf8")).trim().split("\n");
const native = Object.fromEntries(lines.map((line) => line.split("\t")).map(([name, time]) => [name, Number(time)]));

const digits = (number) => number.toLocaleString("en", { maximumSignificantDigits: 3 });
const row = (cells, widths) => console.log(cells.map((cell, at) => String(cell).padEnd(widths[at])).join("").trimEnd());

console.log(`\nOne edit to all ranks, µs; values change at each edit. Chromium ${version}.\n`);
const wide = [36, 14, 14, 14];
const names = Object.keys(editions);
const measured = (name) => names.map((edition) => editions[edition].times[name]);
row(["", ...names], wide);
row(["engine, native", ...names.map((name) => digits(native[`set, ${name}`]))], wide);
for (const [label, name] of [
  ["engine, WebAssembly", "wasm"],
  ["plain JS, incremental", "incremental"],
  ["plain JS, incremental, by ids", "named"],
  ["plain JS, everything anew", "full"],
  ["LineUp.js, provider alone", "lineup"],
]) row([label, ...measured(name).map(digits)], wide);
console.log("");
for (const [label, name] of [
  ["WebAssembly / incremental JS", "incremental"],
  ["WebAssembly / incremental, by ids", "named"],
  ["WebAssembly / JS anew", "full"],
  ["WebAssembly / LineUp.js", "lineup"],
]) row([label, ...names.map((edition) => digits(editions[edition].times.wasm / editions[edition].times[name]))], wide);
row(["ranks that floats miss", ...names.map((name) => editions[name].differ.incremental)], wide);

console.log("\nAgainst the limits\n");
const ratio = (edition) => editions[edition].times.wasm / editions[edition].times.incremental;
const milli = (micro) => micro / 1_000;
/** What was measured, found, at most, in which unit; found is null where it could not be. */
const limits = [
  ["set natively, 63 x 8", native["set, 63 x 8"], 0.3, "µs"],
  ["set natively, 3,321 x 62", native["set, 3,321 x 62"], 0.3, "µs"],
  ["set in wasm / incremental JS, 63 x 8", ratio("63 x 8"), 1.5, "times"],
  ["set in wasm / incremental JS, 3,321 x 62", ratio("3,321 x 62"), 0.5, "times"],
  [`growth of set, ${Object.keys(growth.times).join(", ")} units`, growth.slope, 1.1, "exponent"],
  ["set from JS and ranks(), 63 x 8", api.times.provinces, 3, "µs"],
  ["set from JS and ranks(), 3,321 x 62", api.times.communes ?? null, 15, "µs"],
  ["simulate from JS with all objects, 63 x 8", milli(api.times.simulate), 0.6, "ms"],
  ["start of a Calculator, the first of a page", api.cold, 3, "ms"],
  ["start of a Calculator, later ones", milli(api.times.start), 3, "ms"],
  ["10,000 draws of 63 units, native", milli(native["draw, 63 x 8"] * 10_000), 60, "ms"],
  ["10,000 draws of 63 units, wasm", analyses.draws, 60, "ms"],
  ["1,000 draws of 3,321 x 62, wasm", analyses.communes, 3_000, "ms"],
  ["plan over 98 components with steps, native", milli(native["plan, 98 components"]), 3, "ms"],
  ["plan over 98 components with steps, wasm", analyses.levels, 3, "ms"],
];
const broad = [50, 20, 18, 30];
row(["", "found", "at most", ""], broad);
for (const [name, found, most, unit] of limits) {
  const missed = found === null ? api.refused : found > most ? `missed by ${digits(found - most)} ${unit}` : "";
  row([name, found === null ? "refused" : `${digits(found)} ${unit}`, `${digits(most)} ${unit}`, missed], broad);
}
console.log("\nWithout a limit\n");
for (const [name, found] of [
  ["simulate in wasm, 63 x 8", `${digits(analyses.simulate)} ms`],
  ["simulate natively, 63 x 8", `${digits(milli(native["simulate, 63 x 8"]))} ms`],
  ["one draw natively, 63 x 8", `${digits(native["draw, 63 x 8"])} µs`],
  ["plan natively, 63 x 8", `${digits(milli(native["plan, 63 x 8"]))} ms`],
  ["plan in wasm, 63 x 8", `${digits(analyses.plan)} ms`],
  ["plan over 98 components, 300 of 1,000 points, wasm", `${digits(analyses.levelsFar)} ms`],
  ["load of 3,321 x 62 from JS", api.load === null ? `refused: ${api.refused}` : `${digits(api.load)} ms`],
  ["set in wasm by units", Object.entries(growth.times).map(([units, time]) => `${units}: ${digits(time)} µs`).join(", ")],
]) row([name, found], [54, 30]);
