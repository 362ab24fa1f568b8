// Pages of newsrooms: a server of another origin, pages that hold embeds, and what they hear.
import { createServer } from "node:http";
import assert from "node:assert/strict";
import { sites } from "./browser.mjs";

/** The embed's address, at the root of a host or below it. */
export const embedAddress = (fragment = "", site = sites().root) => `${site}embed/v1/${fragment}`;

/** A server on `localhost`, which is another site than that of the embed; `pages` are by path. */
export async function startHosts() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url.split("?")[0]);
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.html ?? "");
  });
  await new Promise((ready) => server.listen(0, "localhost", ready));
  const origin = `http://localhost:${server.address().port}`;
  let count = 0;
  return {
    origin,
    /** Serves a page and gives its address. */
    put(body, { headers, head = "", html = "<html lang=en>" } = {}) {
      const path = `/host-${(count += 1)}.html`;
      const text = `<!DOCTYPE html>${html}<head><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
      pages.set(path, { html: text, headers });
      return origin + path;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** Keeps every message that comes from a frame; runs in the host before anything else. */
const RECORDER = () => {
  globalThis.heard = [];
  addEventListener("message", ({ data, source }) => {
    const frames = [...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow);
    globalThis.heard.push({ data, from: frames.indexOf(source) });
  });
};

/**
 * Opens a host's page in a context of its own. When the test ends: no exception anywhere, no request
 * but for the host's own page and the site of the embed.
 */
export async function openHost(browser, test, address, options = {}) {
  const { width = 800, height = 900, expectErrors = false, before, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: "vi-VN", reducedMotion: "reduce", ...rest });
  const page = await context.newPage();
  const record = { exceptions: [], requests: [], errors: [] };
  page.on("pageerror", (error) => record.exceptions.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") record.errors.push(message.text());
  });
  page.on("request", (request) => record.requests.push(request.url()));
  await page.addInitScript(RECORDER);
  await before?.(page, context);
  test.after(async () => {
    await context.close();
    const own = [address, ...Object.values(sites())].map((site) => new URL(site).origin);
    const elsewhere = record.requests.filter((url) => !/^(data|blob|about):/.test(url) && !own.includes(new URL(url).origin));
    assert.deepEqual(elsewhere, [], "something asked another origin");
    assert.deepEqual(record.exceptions, [], "something threw");
    if (!expectErrors) assert.deepEqual(record.errors, [], "something wrote errors to the console");
  });
  await page.goto(address);
  return { page, context, record };
}

/** Waits until the embeds of a page are drawn; gives their frames in the order of the page. */
export async function embedsOf(page, count = 1) {
  const isEmbed = (frame) => frame.url().includes("/embed/v1/");
  for (let tries = 0; page.frames().filter(isEmbed).length < count; tries += 1) {
    assert.ok(tries < 100, "the embed was never loaded");
    await page.waitForTimeout(100);
  }
  const frames = page.frames().filter(isEmbed);
  for (const frame of frames) await frame.locator(".hero-rank strong").waitFor({ timeout: 20_000 });
  return frames;
}

/** The height that an embed needs. */
export const contentHeight = (frame) =>
  frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** Waits until the frame element with this selector is as high as what stands in it. */
export async function fits(page, frame, selector = "iframe") {
  for (let tries = 0; tries < 60; tries += 1) {
    const [own, wanted] = [await page.locator(selector).evaluate((element) => element.clientHeight), await contentHeight(frame)];
    if (Math.abs(own - wanted) <= 1) return own;
    await page.waitForTimeout(50);
  }
  assert.fail(`${selector} never got the height of its content`);
}

/** Messages that a page heard from its frames. */
export const heard = (page) => page.evaluate(() => globalThis.heard.map(({ data }) => data));
