// Chromium, and Firefox over WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { Tab, watch } from "./tab.mjs";

class PuppeteerTab extends Tab {
  #page;
  #context;
  #place;

  constructor(context, page) {
    super();
    [this.#context, this.#page, this.#place] = [context, page, page];
  }

  async go(address) {
    this.#place = this.#page;
    await this.#page.goto(address);
  }
  async again() {
    this.#place = this.#page;
    await this.#page.reload();
  }
  async back() {
    await this.#page.goBack();
  }
  run(asked, given) {
    return this.#place.evaluate(asked, given);
  }
  async enter(find) {
    this.#place = this.#page;
    if (!find) return;
    const frame = await this.#page.evaluateHandle(find);
    this.#place = await frame.asElement().contentFrame();
  }
  hit(selector) {
    return this.#place.click(selector);
  }
  key(name) {
    return this.#page.keyboard.press(name);
  }
  write(text) {
    return this.#page.keyboard.type(text);
  }
  async attach(selector, path) {
    await (await this.#place.$(selector)).uploadFile(path);
  }
  look(path) {
    return this.#page.screenshot({ path });
  }
  end() {
    return this.#context.close();
  }
}

/** Starts `chrome` or `firefox`; gives its name with version, tabs with a storage of their own, and an end. */
export async function startPuppeteer(browser, executablePath) {
  const isRoot = process.getuid?.() === 0;
  const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const started = await puppeteer.launch({
    browser,
    executablePath,
    headless: true,
    // Chromium refuses its sandbox to root; the pages are our own.
    args: browser === "chrome" ? [...args, ...(isRoot ? ["--no-sandbox"] : [])] : [],
  });
  return {
    version: (await started.version()).split("/")[1],
    async tab() {
      const context = await started.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.evaluateOnNewDocument(watch);
      return new PuppeteerTab(context, page);
    },
    end: () => started.close(),
  };
}
