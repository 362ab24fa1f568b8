// The first HTML and the provinces' own pages: what is there before the calculator runs, without it,
// on paper, and how the live page takes its place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage, sites } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Ranks, names and scores of the first HTML's table, as they are seen. */
async function ranking(page) {
  const rows = page.locator("#first .ladder tbody tr");
  assert.equal(await rows.count(), 34);
  assert.ok(await rows.nth(33).isVisible());
  return (await rows.first().innerText()).split(/\s+/).slice(0, 4).join(" ");
}

/** Nothing that would do nothing is shown. */
async function assertStill(page) {
  const controls = page.locator("#first :is(button, input, select)");
  for (const control of await controls.all()) assert.equal(await control.isVisible(), false);
  assert.equal(await page.locator("#first .hero").isVisible(), false);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  assert.equal(wide, false, "the page is wider than the window");
}

for (const [path, first, why] of [
  ["", "1 Hà Nội 0,8241", "cần JavaScript"],
  ["vi/", "1 Hà Nội 0,8241", "cần JavaScript"],
  ["en/", "1 Hanoi 0.8241", "needs JavaScript"],
]) {
  for (const width of [1280, 320]) {
    test(`without scripts the ranking is there: /${path}, ${width} px`, async (t) => {
      const options = { test: t, path, width, height: 700, javaScriptEnabled: false, ready: false };
      const { page } = await openPage(browser, options);
      assert.ok((await ranking(page)).startsWith(first));
      assert.ok((await page.locator("noscript").innerText()).includes(why));
      assert.equal(await page.locator("h1").count(), 1);
      await assertStill(page);
      await page.locator("#first .ladder tbody a").nth(1).click();
      assert.ok(page.url().endsWith(`${path.replace("vi/", "")}p/2024-34/hue/`));
    });
  }
}

test("on paper the first HTML is title, table and source", async (t) => {
  const { page } = await openPage(browser, { test: t, javaScriptEnabled: false, ready: false });
  await page.emulateMedia({ media: "print" });
  await ranking(page);
  await assertStill(page);
  assert.equal(await page.locator("noscript").isVisible(), false);
  assert.ok((await page.locator("#first .origin").innerText()).includes("2024"));
});

for (const [name, before] of [
  ["its wasm blocked", (page) => page.route("**/page-*.wasm", (route) => route.abort())],
  ["its wasm missing", (page) => page.route("**/page-*.wasm", (route) => route.fulfill({ status: 404, body: "" }))],
  ["WebAssembly denied by a policy", (page) => page.route(sites().root, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
  })],
  ["no WebAssembly in the browser", (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })],
]) {
  for (const path of ["", "#e=2022&u=bac-giang"]) {
    test(`with ${name} the page keeps the table: /${path}`, async (t) => {
      const { page, record } = await openPage(browser, { test: t, path, expectErrors: true, ready: false, before });
      await page.locator("#boot-failed").waitFor();
      assert.ok((await page.locator("#boot-failed").innerText()).includes("không chạy được"));
      // A try, and one more past the cache.
      const asked = record.requests.filter((url) => /page-[^/]*\.wasm$/.test(url)).length;
      assert.equal(asked, 2, "the module was asked for another number of times");
      await ranking(page);
      await assertStill(page);
    });
  }
}

/** Page and embed, and what their modules are called. */
const STARTS = [["", "page"], ["embed/v1/", "embed"]];
const OLD_WASM = "0123456789abcdef.wasm";

/**
 * Has what asks for the page itself answered by `change`, which gets the host's own text and what was asked for so
 * far: "page" by a navigation, "look" by a script.
 */
async function answerPage(page, path, change) {
  const asked = [];
  const { pathname } = new URL(path, sites().root);
  await page.route((url) => url.pathname === pathname, async (route) => {
    asked.push(route.request().isNavigationRequest() ? "page" : "look");
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text(), asked) });
  });
  return asked;
}

for (const [path, name] of STARTS) {
  const toOld = (text) => text.replaceAll(new RegExp(`${name}-[0-9a-f]{16}\\.wasm`, "g"), `${name}-${OLD_WASM}`);

  test(`a page out of an old cache, whose module is gone, reloads once and starts: /${path}`, async (t) => {
    let asked;
    const before = async (page) => {
      asked = await answerPage(page, path, (text, { length }) => (length === 1 ? toOld(text) : text));
    };
    const options = { test: t, path: `${path}#e=2022&u=bac-giang`, expectErrors: true, before };
    const { page, record } = await openPage(browser, options);
    assert.deepEqual(asked, ["page", "look", "page"]);
    assert.equal(await page.locator(".hero-rank strong").innerText(), "9", "the address is kept");
    assert.ok(record.requests.some((url) => url.endsWith(OLD_WASM)), "the old name was tried");
  });

  for (const [what, change, expected] of [
    ["comes out of an old cache again", (text, asked) => (asked.at(-1) === "page" ? toOld(text) : text), ["page", "look", "page"]],
    ["a script finds replaced by something else", (text, asked) => (asked.at(-1) === "page" ? toOld(text) : "<p>Sign in</p>"), ["page", "look"]],
  ]) {
    test(`a page that ${what} does not reload for ever: /${path}`, async (t) => {
      let asked;
      const before = async (page) => {
        asked = await answerPage(page, path, change);
      };
      const { page } = await openPage(browser, { test: t, path, expectErrors: true, ready: false, before });
      await page.locator("#boot-failed").waitFor();
      await page.waitForTimeout(500);
      assert.deepEqual(asked.slice(0, 8), expected);
    });
  }

  for (const [what, spoil] of [
    ["does not come", (route) => route.abort()],
    ["is missing", (route) => route.fulfill({ status: 404, body: "" })],
    ["comes damaged", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.body()).subarray(0, -1) });
    }],
  ]) {
    test(`a module that ${what} at first is asked for once more, and the page starts: /${path}`, async (t) => {
      let asked = 0;
      const before = async (page) => {
        await page.addInitScript(() => {
          const { fetch } = globalThis;
          globalThis.tries = [];
          globalThis.fetch = (address, options) => {
            if (`${address}`.endsWith(".wasm")) globalThis.tries.push(options.cache);
            return fetch(address, options);
          };
        });
        await page.route(`**/${name}-*.wasm`, (route) => ((asked += 1) === 1 ? spoil(route) : route.continue()));
      };
      const { page } = await openPage(browser, { test: t, path, expectErrors: true, before });
      assert.equal(await page.locator(".hero-rank strong").innerText(), "11");
      assert.deepEqual(await page.evaluate(() => globalThis.tries), ["default", "reload"]);
      assert.equal(asked, 2);
    });
  }
}

/** What changes nothing but the hash: whoever does not check it never finds out. */
const LINE = Buffer.from("\n");
const EMPTY_SECTION = Buffer.from([0, 1, 0]);

for (const [path, name] of STARTS) {
  const own = path === "" ? "" : "embed-";
  for (const [what, file, added] of [
    ["boot script", `${own}boot-HASH.js`, LINE],
    ["script", `${name}-HASH.js`, LINE],
    ["module", `${name}-HASH.wasm`, EMPTY_SECTION],
    ["figures", "figures-HASH.txt", LINE],
    ["style", `${own}style-HASH.css`, LINE],
  ]) {
    test(`an altered file is refused, the ${what}: /${path}`, async (t) => {
      let altered = 0;
      const address = new RegExp(`/${file.replace("HASH", "[0-9a-f]{16}").replace(".", "\\.")}$`);
      const before = (page) => page.route(address, async (route) => {
        altered += 1;
        const response = await route.fetch();
        await route.fulfill({ response, body: Buffer.concat([await response.body(), added]) });
      });
      const { page, record } = await openPage(browser, { test: t, path, expectErrors: true, ready: false, before });
      if (what === "style") {
        await page.waitForFunction(() => document.documentElement.dataset.boot === "ready");
        assert.equal(await page.evaluate(() => document.styleSheets.length), 0);
      } else {
        await page.locator("#boot-failed").waitFor({ timeout: 15_000 });
        const { boot, first } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
        assert.deepEqual([boot, first], what === "boot script" ? [undefined, undefined] : ["failed", "general"]);
        await ranking(page);
        if (path === "") await assertStill(page);
      }
      assert.ok(altered >= 1);
      const refused = record.console.filter((line) => address.test(/'integrity' attribute for resource '([^']+)'/.exec(line)?.[1]));
      assert.ok(refused.length >= 1, `${record.console}`);
    });
  }
}

for (const path of ["", "embed/v1/"]) {
  test(`a host that sends WebAssembly as some other type has a slower start, no other: /${path}`, async (t) => {
    const types = [];
    const before = (page) => page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      types.push(response.headers()["content-type"]);
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    });
    const { page } = await openPage(browser, { test: t, path, before });
    await page.waitForFunction(() => !document.querySelector("#first"));
    assert.equal(await page.locator(".hero-rank strong").innerText(), "11");
    if (path === "") {
      await page.locator("#pictures").scrollIntoViewIfNeeded();
      await page.locator("#pictures svg").first().waitFor();
      await page.locator("#analyses").scrollIntoViewIfNeeded();
      await page.locator("#analyses table").first().waitFor();
    }
    // The server here sends what Pages sends.
    assert.deepEqual([...new Set(types)], ["application/wasm"]);
  });
}

test("without its scripts the page says so after a while, and keeps the table alone", async (t) => {
  const before = (page) => page.route("**/boot-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  const { page } = await openPage(browser, { test: t, expectErrors: true, ready: false, before });
  assert.equal(await page.locator("#boot-failed").isVisible(), false);
  await page.locator("#boot-failed").waitFor({ timeout: 15_000 });
  await ranking(page);
  await assertStill(page);
});

test("the first HTML is the live page to the pixel until it is replaced", async (t) => {
  const places = () => {
    const root = document.querySelector("#first") ?? document.querySelector("#app");
    const parts = ["h1", "#province", ".hero", ".hero-figures", "blockquote", ".scorecard", ".ladder tbody tr.row"];
    return parts.map((part) => {
      const box = root.querySelector(part).getBoundingClientRect();
      return [part, box.top, box.left, box.width];
    });
  };
  for (const [width, height] of [[1280, 900], [360, 740]]) {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    const { page, finish } = await openPage(browser, {
      width,
      height,
      ready: false,
      before: (page) => page.route("**/page-*.wasm", async (route) => (await held, route.continue())),
    });
    await page.waitForFunction(() => document.documentElement.dataset.first === "general");
    const before = await page.evaluate(places);
    release();
    await page.waitForFunction(() => !document.querySelector("#first"));
    const after = await page.evaluate(places);
    for (const [place, [part, ...box]] of before.entries()) {
      const [, ...now] = after[place];
      for (const [side, value] of box.entries()) {
        assert.ok(Math.abs(value - now[side]) <= 1, `${part} at ${width} px: ${box} became ${now}`);
      }
    }
    await finish();
  }
});

test("the page takes over without a shift, for a first and a second visit", async (t) => {
  for (const slower of [1, 6]) {
    const { page, context, finish } = await openPage(browser, {
      ready: false,
      before: async (page, context) => {
        await page.addInitScript(() => {
          window.shifted = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shifted += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
        });
        const session = await context.newCDPSession(page);
        await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      },
    });
    for (const visit of ["first", "second"]) {
      await page.waitForFunction(() => document.documentElement.dataset.boot === "ready");
      await page.waitForFunction(() => !document.querySelector("#first"));
      await page.waitForTimeout(400);
      const shifted = await page.evaluate(() => window.shifted);
      t.diagnostic(`${visit} visit, ${slower}x slower: layout shift ${shifted}`);
      assert.ok(shifted <= 0.02, `layout shift ${shifted}`);
      if (visit === "first") {
        // Something to come back to, which is offered then.
        await page.locator("#field-society").fill("0,45");
        await page.locator("#field-society").press("Enter");
        await page.waitForFunction(() => localStorage.getItem("dti1:last")?.includes("society"));
        await page.goto(page.url().split("#")[0]);
        await page.reload();
      } else {
        assert.equal(await page.locator(".resume").count(), 1);
      }
    }
    await context.clearCookies();
    await finish();
  }
});

test("an address with another province shows no wrong number before it is there", async () => {
  // Every frame says what can be read of the verdict in the first HTML.
  const read = () => {
    window.seen = [];
    const parts = ".hero > *, .story > *, .scorecard > *";
    const look = () => {
      for (const part of document.querySelectorAll(`#first :is(${parts})`)) {
        const { visibility, color } = getComputedStyle(part);
        const isReadable = visibility === "visible" && color !== "rgba(0, 0, 0, 0)";
        if (isReadable && part.getClientRects().length > 0) {
          window.seen.push(part.value ?? part.innerText);
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  for (const [path, name] of [["#e=2022&u=bac-giang&s=bac-giang.society:0.45", "Bắc Giang"], ["", "Bắc Ninh"]]) {
    const { page, finish } = await openPage(browser, {
      path,
      before: async (page) => {
        await page.addInitScript(read);
        await page.route("**/page-*.wasm", (route) => setTimeout(() => route.continue(), 500));
      },
    });
    const seen = await page.evaluate(() => window.seen.join(" "));
    assert.equal(seen.includes("Bắc Ninh"), path === "", `${path} showed: ${seen}`);
    assert.equal(seen === "", path !== "");
    assert.equal(await page.locator("#hero-name").innerText(), name);
    await finish();
  }
});

test("a province's page says its figures, loads no script, and opens the calculator on it", async (t) => {
  for (const site of Object.values(sites())) {
    const options = { test: t, site, path: "p/2024/thua-thien-hue/", ready: false };
    const { page, record } = await openPage(browser, options);
    assert.equal(await page.locator("h1").innerText(), "Thừa Thiên Huế: hạng 5/63 chuyển đổi số (DTI) 2024");
    assert.deepEqual(
      record.requests.filter((url) => /\.(js|wasm|txt|png)$/.test(url)),
      [],
      "only the page and its stylesheet are loaded",
    );
    await page.locator(".open-calculator").click();
    await page.waitForFunction(() => document.documentElement.dataset.boot === "ready");
    await page.waitForFunction(() => !document.querySelector("#first"));
    assert.equal(await page.locator(".hero-rank strong").innerText(), "5");
    assert.equal(await page.locator("#province").inputValue(), "Thừa Thiên Huế");
    await page.goto(new URL("en/p/2024-34/hue/", site).href);
    await page.locator("header a[hreflang=vi]").click();
    assert.ok(page.url().endsWith("/p/2024-34/hue/") && !page.url().includes("/en/"));
  }
});

for (const [path, width, colorScheme] of [
  ["p/2024-34/bac-ninh/", 1280, "light"],
  ["en/p/2024/ba-ria-vung-tau/", 320, "dark"],
]) {
  test(`axe finds nothing on a province's page: ${path}, ${colorScheme}, ${width} px`, async (t) => {
    const { page } = await openPage(browser, { test: t, path, width, colorScheme, ready: false });
    await assertAccessible(page);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    assert.equal(wide, false);
  });
}

test("icons and manifests are where the page says", async (t) => {
  for (const path of ["", "en/"]) {
    const { page } = await openPage(browser, { path, ready: false });
    const address = await page.locator("link[rel=manifest]").evaluate((link) => link.href);
    const manifest = await (await page.request.get(address)).json();
    assert.equal(new URL(manifest.start_url, address).href, new URL(path, sites().root).href);
    const icons = manifest.icons.map((icon) => new URL(icon.src, address).href);
    const touch = await page.locator("link[rel=apple-touch-icon]").evaluate((link) => link.href);
    for (const icon of [...icons, touch]) {
      const answer = await page.request.get(icon);
      assert.equal(answer.headers()["content-type"], "image/png", icon);
    }
    await page.context().close();
  }
});
