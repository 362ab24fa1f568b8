// The journeys in Chromium, Firefox and WebKit, and a table of what each can do; run by `cargo xtask audit engines`.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { setTimeout as later } from "node:timers/promises";
import { EMBED } from "./embed.mjs";
import { OFFLINE } from "./offline.mjs";
import { PAGE } from "./page.mjs";
import { DEFECTS } from "./defects.mjs";
import { startPuppeteer } from "./support/puppeteer.mjs";
import { startSite } from "./support/site.mjs";
import { startWebKit } from "./support/webkit.mjs";

const { DTI_BASE_URL, DTI_FAILURES, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB } = process.env;
const ENGINES = {
  Chromium: () => startPuppeteer("chrome", CHROMIUM),
  Firefox: () => startPuppeteer("firefox", FIREFOX),
  WebKit: () => startWebKit(WEBKIT_DRIVER, XVFB),
};
/** Names of engines and parts of journeys' names, to try some. */
const wanted = process.argv.slice(2);
const isWanted = (name, all) => {
  const asked = wanted.filter((word) => all.some((own) => own.includes(word)));
  return asked.length === 0 || asked.some((word) => name.includes(word));
};

/** A driver that hangs ends nothing but its journey. */
const inTime = (walked) =>
  Promise.race([walked, later(120_000, null, { ref: false }).then(() => { throw new Error("not at its end after two minutes"); })]);

/** Takes one journey; gives why it fails. */
async function walk(journey, name, engine) {
  const site = await startSite(DTI_BASE_URL, "127.0.0.1");
  // Another origin, as a newsroom's is.
  const host = await startSite(DTI_BASE_URL, "localhost");
  const tab = await engine.tab();
  try {
    await inTime(journey({ tab, site, host }).then(() => tab.assertQuiet()));
  } catch (error) {
    await mkdir(DTI_FAILURES, { recursive: true });
    // The driver of WebKit takes none from within a frame that has no origin.
    await inTime(tab.enter(null).then(() => tab.look(`${DTI_FAILURES}/${name.replace(/\W+/g, "-")}.png`))).catch(() => {});
    return error;
  } finally {
    await inTime(tab.end()).catch(() => {});
    await Promise.all([site.close(), host.close()]);
  }
}

const journeys = [...PAGE, ...EMBED, ...OFFLINE];
const names = journeys.map(([name]) => name);
const rows = new Map(names.filter((name) => isWanted(name, names)).map((name) => [name, []]));
const versions = [];
const notes = [];
let failures = 0;
for (const [engine, start] of Object.entries(ENGINES)) {
  if (!isWanted(engine, Object.keys(ENGINES))) continue;
  const started = await start();
  versions.push(`${engine} ${started.version}`);
  for (const [name, journey] of journeys) {
    if (!rows.has(name)) continue;
    const error = await walk(journey, `${engine} ${name}`, started);
    const defect = DEFECTS.find((own) => own.engine === engine && own.journey === name);
    const isRight = Boolean(error) === Boolean(defect);
    if (defect) notes.push(`${engine}, ${name}: ${defect.why}`);
    if (!isRight) failures += 1;
    rows.get(name).push(isRight ? (defect ? "its defect" : "ok") : defect ? "mended: take it off the list" : "FAILS");
    console.log(`${engine}: ${name}: ${rows.get(name).at(-1)}`);
    if (error && !isRight) console.log(error);
  }
  await started.end();
}

const width = Math.max(...[...rows.keys()].map((name) => name.length)) + 2;
const line = (name, cells) => console.log(name.padEnd(width) + cells.map((cell) => cell.padEnd(26)).join("").trimEnd());
console.log("");
line("", versions);
for (const [name, cells] of rows) line(name, cells);
for (const note of notes) console.log(`\n${note}`);
assert.equal(failures, 0, `${failures} journeys do not end as they should`);
