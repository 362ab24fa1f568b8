// The page without a network: after a visit, and as one file.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { isReady } from "./page.mjs";

/** The page, its module and its figures are kept. */
async function isKept() {
  const names = [];
  for (const cache of await caches.keys()) {
    for (const { url } of await (await caches.open(cache)).keys()) names.push(new URL(url).pathname.split("/").pop());
  }
  return [/^$/, /^page-.*\.js$/, /^page-.*\.wasm$/, /^boot-/, /^style-/, /^figures-/].every((kind) => names.some((name) => kind.test(name)));
}

async function edited(tab) {
  await tab.shows(9, "0,6440");
  await tab.fill("#field-society", "0,45");
  await tab.shows(8, "0,6613");
}

async function afterAVisit({ tab, site }) {
  await tab.open(site.address, isReady);
  await tab.until(isKept);
  site.cut(true);
  await tab.open(`${site.address}?utm_source=mail#e=2022&u=bac-giang`, isReady);
  await edited(tab);
}

async function fromAFile({ tab }) {
  const { DTI_OFFLINE_FILE } = process.env;
  assert.ok(DTI_OFFLINE_FILE, "DTI_OFFLINE_FILE is not set; `cargo xtask audit engines` does");
  await tab.open(`${pathToFileURL(DTI_OFFLINE_FILE).href}#e=2022&u=bac-giang`, isReady);
  await edited(tab);
  await tab.see("#analyses");
  await tab.until(() => document.querySelector(".analysis .finding") !== null);
  await tab.see("#pictures");
  await tab.until(() => document.querySelectorAll("#pictures figure svg[role=img]").length === 7);
  await tab.addressHolds("s=bac-giang.society:0.45");
  await tab.reload(isReady);
  await tab.shows(8, "0,6613");
}

export const OFFLINE = [
  ["opens without a network after a visit", afterAVisit],
  ["offline.html from a file", fromAFile],
];
