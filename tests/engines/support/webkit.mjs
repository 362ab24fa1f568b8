// WebKitGTK's own little browser, over WebDriver, on a screen that nobody sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { Tab } from "./tab.mjs";

const KEYS = { Enter: Key.ENTER, PageUp: Key.PAGE_UP };

class WebKitTab extends Tab {
  #driver;

  constructor(driver) {
    super();
    this.#driver = driver;
  }

  async go(address) {
    await this.enter(null);
    await this.#driver.get(address);
  }
  async again() {
    await this.enter(null);
    await this.#driver.navigate().refresh();
  }
  back() {
    return this.#driver.navigate().back();
  }
  run(asked, given = null) {
    return this.#driver.executeScript(`return (${asked})(arguments[0] ?? undefined)`, given);
  }
  async enter(find) {
    await this.#driver.switchTo().defaultContent();
    if (find) await this.#driver.switchTo().frame(await this.run(find));
  }
  hit(selector) {
    return this.#driver.findElement(By.css(selector)).click();
  }
  /** In a frame the driver does not find what has the focus, so the element is named. */
  write(text) {
    return this.#driver.findElement(By.css("[data-here]")).sendKeys(text);
  }
  key(name) {
    return this.write(KEYS[name]);
  }
  attach(selector, path) {
    return this.#driver.findElement(By.css(selector)).sendKeys(path);
  }
  async look(path) {
    await writeFile(path, await this.#driver.takeScreenshot(), "base64");
  }
  end() {
    return this.#driver.quit();
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts the driver below a screen of its own; each tab is a browser of its own. */
export async function startWebKit(driverPath, screenPath) {
  const screen = spawn(screenPath, ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(screen.stdio[3], "data");
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    stdio: "ignore",
    // There is no graphics card to share pictures with.
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_DMABUF_RENDERER: "1" },
  });
  const build = () =>
    new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(new Capabilities({ browserName: "MiniBrowser" })).build();
  const open = async (tries = 20) => {
    try {
      return await build();
    } catch (error) {
      if (!tries || !/ECONNREFUSED/.test(error)) throw error;
      await new Promise((done) => setTimeout(done, 200));
      return open(tries - 1);
    }
  };
  const first = await open();
  const version = (await first.getCapabilities()).get("browserVersion");
  await first.quit();
  return {
    version,
    async tab() {
      const own = await open();
      await own.manage().setTimeouts({ pageLoad: 30_000, script: 10_000 });
      await own.manage().window().setRect({ width: 1280, height: 1000 });
      return new WebKitTab(own);
    },
    end() {
      driver.kill();
      screen.kill();
    },
  };
}
