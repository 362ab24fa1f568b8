// The harness of the journeys: Chromium, pages that must stay quiet and at home, and axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The rules that a page must keep; `target-size` runs only when wcag22aa is named. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What Playwright itself says where it keeps service workers away. */
const BLOCKED = "Service Worker registration blocked by Playwright";

function required(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; run the journeys with \`cargo xtask test\``);
  return value;
}

/** The site at the root of a host, and the same folder below it. */
export function sites() {
  return { root: required("DTI_BASE_URL"), get repo() { return required("DTI_REPO_URL"); } };
}

/** Starts Chromium; close it when the file's tests are done. */
export function launch() {
  return chromium.launch({
    executablePath: required("CHROMIUM"),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Opens a page in a context of its own and records what a visitor would never see.
 * Give `test` (the context that node:test hands over) and the page is closed and checked when that
 * test ends: no error in the console, no exception, no refused policy, no request elsewhere.
 * `expectErrors: true` leaves the console out of that, for journeys that break something.
 */
export async function openPage(browser, options = {}) {
  const {
    test,
    site = sites().root,
    path = "",
    width = 1280,
    height = 900,
    colorScheme = "light",
    locale = "vi-VN",
    reducedMotion = "reduce",
    expectErrors = false,
    ready = true,
    // A worker would answer before a journey's routes could break something.
    serviceWorkers = "block",
    before,
    ...context
  } = options;
  const opened = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion,
    timezoneId: "Asia/Ho_Chi_Minh",
    serviceWorkers,
    ...context,
  });
  const page = await opened.newPage();
  const record = watch(page, site, [BLOCKED]);
  const finish = async () => {
    await opened.close();
    assertQuiet(record, expectErrors);
  };
  test?.after(finish);
  await before?.(page, opened);
  await page.goto(new URL(path, site).href);
  if (ready) await waitUntilReady(page);
  return { page, context: opened, record, finish };
}

/** Waits until boot.js has started the application and it stands in the first HTML's place. */
export async function waitUntilReady(page) {
  await page.waitForFunction(() => document.documentElement.dataset.boot !== undefined);
  const state = await page.evaluate(() => document.documentElement.dataset.boot);
  assert.equal(state, "ready", "boot.js could not start the page; see the console errors");
  await page.waitForFunction(() => !document.getElementById("first"));
}

function watch(page, site, passed) {
  const record = { console: [], exceptions: [], requests: [], elsewhere: [] };
  const home = new URL(site).origin;
  page.on("console", (message) => {
    if (passed.some((text) => message.text().includes(text))) return;
    if (message.type() === "error" || message.type() === "warning") {
      const { url } = message.location();
      record.console.push(`${message.type()}: ${message.text()}${url ? ` (${url})` : ""}`);
    }
  });
  page.on("pageerror", (error) => record.exceptions.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    record.requests.push(url);
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== home) record.elsewhere.push(url);
  });
  return record;
}

function assertQuiet(record, expectErrors) {
  assert.deepEqual(record.elsewhere, [], "the page asked another origin for something");
  if (expectErrors) return;
  assert.deepEqual(record.exceptions, [], "the page threw");
  assert.deepEqual(record.console, [], "the page wrote errors or warnings to the console");
}

/**
 * Runs axe on the page as it is now and fails on any violation.
 * Evaluated from outside, so the page's own policy stays in force.
 */
export async function assertAccessible(page, { within = "html", except = [] } = {}) {
  await page.evaluate(readFileSync(AXE, "utf8"));
  // Whatever the head that stays lies over has no size of its own.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await page.evaluate(
    async ([root, values, disabled]) => {
      const rules = Object.fromEntries(disabled.map((id) => [id, { enabled: false }]));
      return globalThis.axe.run(root, { runOnly: { type: "tag", values }, rules });
    },
    [within, RULES, except],
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}`),
  );
  assert.deepEqual(found, [], "axe found violations");
}
