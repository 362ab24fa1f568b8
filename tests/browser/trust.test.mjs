// A page that can be trusted anywhere: without a network, from a stick, with a newer one published, and
// with nothing asked of anyone else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, openPage, sites, waitUntilReady } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** The names of what is kept on the device, without the address of the site. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = [];
    for (const cache of await caches.keys()) {
      for (const { url } of await (await caches.open(cache)).keys()) {
        names.push(new URL(url).pathname.split("/").pop());
      }
    }
    return names;
  });

/** Waits until the page, its module and the figures are kept. */
async function waitUntilKept(page) {
  for (let tries = 0; tries < 100; tries += 1) {
    const names = await kept(page);
    const has = (begin) => names.some((name) => name.startsWith(begin));
    const isWhole = ["page-", "boot-", "style-", "figures-", "upkeep-"].every(has) && names.includes("");
    if (isWhole && names.some((name) => /^page-.*\.wasm$/.test(name))) return names;
    await page.waitForTimeout(100);
  }
  return assert.fail(`not everything is kept: ${await kept(page)}`);
}

for (const [place, site] of Object.entries(sites())) {
  test(`opens without a network after one visit, ${place}`, async (t) => {
    const options = { test: t, site, serviceWorkers: "allow", expectErrors: true };
    const { page, context, record } = await openPage(browser, options);
    await waitUntilKept(page);
    await context.setOffline(true);
    await page.goto(`${site}?utm_source=mail#e=2022&u=bac-giang`);
    await waitUntilReady(page);
    const calculator = new CalculatorPage(page);
    await calculator.shows(9, "0,6440");
    await calculator.field("society").fill("0,45");
    await calculator.field("society").press("Enter");
    await calculator.shows(8, "0,6613");
    assert.equal(await page.locator("#newer").isVisible(), false);
    assert.deepEqual(record.exceptions, []);
  });
}

test("pictures that were seen are there without a network too", async (t) => {
  const { page, context } = await openPage(browser, { test: t, serviceWorkers: "allow", expectErrors: true });
  await waitUntilKept(page);
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").first().waitFor();
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    const files = await (await caches.open(name)).keys();
    return files.some(({ url }) => url.includes("/split_figures-"));
  });
  await context.setOffline(true);
  await page.reload();
  await waitUntilReady(page);
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").first().waitFor();
});

test("the copy is removed by ?offline=off and stays away until ?offline=on", async (t) => {
  const { page } = await openPage(browser, { test: t, serviceWorkers: "allow" });
  await waitUntilKept(page);
  const registrations = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  // By their names alone: whoever opens a copy while it is being removed brings it back.
  const none = async () => (await page.evaluate(() => caches.keys())).length === 0 && (await registrations()) === 0;
  const waitFor = async (is) => {
    for (let tries = 0; tries < 50 && !(await is()); tries += 1) await page.waitForTimeout(100);
    assert.ok(await is());
  };
  await page.goto(`${sites().root}?offline=off`);
  await waitUntilReady(page);
  await waitFor(none);
  // The worker is gone, but for the page that it still serves.
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").first().waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => caches.keys()), [], "what is loaded later brings no copy back");
  await page.goto(sites().root);
  await waitUntilReady(page);
  await page.waitForTimeout(500);
  assert.ok(await none(), "the wish is remembered");
  await page.goto(`${sites().root}?offline=on`);
  await waitUntilReady(page);
  await waitUntilKept(page);
});

/** A page of the same host, with the calculator in a frame. */
const framed = (attributes) => (page) =>
  page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<link rel="icon" href="data:,"><iframe src="./" width="900" height="700" ${attributes}></iframe>`,
    }));

test("frames neither get a worker nor are served by one", async (t) => {
  const options = { test: t, ready: false, path: "host.html", serviceWorkers: "allow", before: framed("") };
  const { page } = await openPage(browser, options);
  const ladder = page.frameLocator("iframe").locator(".ladder tbody tr.row").first();
  await ladder.waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);

  await page.goto(sites().root);
  await waitUntilKept(page);
  const served = [];
  page.on("response", (response) => served.push([response.url(), response.fromServiceWorker()]));
  await page.goto(new URL("host.html", sites().root).href);
  await ladder.waitFor();
  const document = served.find(([url]) => url === sites().root);
  assert.deepEqual(document, [sites().root, false], "a frame's page comes from the network");
});

test("embeds and provinces' pages in windows of their own leave no copies", async (t) => {
  const { page } = await openPage(browser, { test: t, serviceWorkers: "allow" });
  await waitUntilKept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const copies = await caches.open(name);
      for (const request of await copies.keys()) await copies.delete(request);
    }
  });
  for (const path of ["embed/v1/", "p/2024/thua-thien-hue/", "en/p/2024-34/hue/"]) {
    await page.goto(new URL(path, sites().root).href);
    if (path.startsWith("embed")) await waitUntilReady(page);
    await page.waitForTimeout(300);
    assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null), "the worker hears what is asked for");
    assert.deepEqual(await kept(page), [], path);
  }
});

/** Publishes another release: the list, and the page as boot and upkeep would fetch it. */
function publish(release, data, named = release) {
  return async (page) => {
    await page.route("**/version.json", (route) => route.fulfill({ json: { release, data, date: "2027-01-31" } }));
    await page.route(sites().root, (route) =>
      route.request().isNavigationRequest()
        ? route.continue()
        : route.fulfill({ contentType: "text/html", body: `<meta content="${named}">` }));
  };
}

test("a newer page is offered, and reload takes it", async (t) => {
  const { page } = await openPage(browser, { test: t, before: publish("ffffffffffffffff", 1) });
  const notice = page.locator("#newer");
  await notice.waitFor();
  assert.match(await notice.innerText(), /Đã có bản mới hơn của trang này/);
  assert.equal(await notice.locator(":visible[lang=en]").count(), 0);
  await page.locator("#language[lang=en]").click();
  assert.match(await notice.innerText(), /A newer version of this page has been published/);
  const reloaded = page.waitForEvent("load");
  await notice.getByRole("button").click();
  await reloaded;
  await waitUntilReady(page);
});

test("newer figures are named as such", async (t) => {
  const { page } = await openPage(browser, { test: t, before: publish("ffffffffffffffff", 2) });
  await page.locator("#newer").waitFor();
  assert.match(await page.locator("#newer").innerText(), /bản mới hơn với số liệu mới/);
});

test("nothing is offered where the page itself is not newer, or nothing can be read", async (t) => {
  const early = publish("ffffffffffffffff", 2, "another");
  for (const before of [early, (page) => page.route("**/version.json", (route) => route.fulfill({ body: "no" }))]) {
    const { page, finish } = await openPage(browser, { before });
    await page.waitForTimeout(700);
    assert.equal(await page.locator("#newer").isVisible(), false);
    await finish();
  }
});

test("a link written with later figures says so", async (t) => {
  const { page } = await openPage(browser, { test: t, path: "#v=1&e=2022&u=bac-giang&d=9" });
  assert.match(await page.locator("main .notice").innerText(), /số liệu bản 9, còn trang đang mở có bản \d+/);
  assert.match(await page.locator("footer").innerText(), /Số liệu bản \d+, ngày \d\d\/\d\d\/\d{4}\./);
});

/** Uses all that is loaded later, and counts what the policy refuses. */
async function useEverything(page) {
  const calculator = new CalculatorPage(page);
  await calculator.field("society").fill("0,45");
  await calculator.field("society").press("Enter");
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await page.locator("#analyses h3").first().waitFor();
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").nth(3).waitFor();
  return calculator;
}

const countRefusals = (page) =>
  page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      globalThis.refused.push(`${violatedDirective} ${blockedURI}`));
  });

test("the policy refuses nothing that the page does, and all that it should not", async (t) => {
  const { page, record } = await openPage(browser, { test: t, before: countRefusals, expectErrors: true });
  await useEverything(page);
  assert.deepEqual(await page.evaluate(() => globalThis.refused), []);
  assert.deepEqual([record.exceptions, record.console], [[], []]);

  const refusals = await page.evaluate(async () => {
    const tried = {
      markup: () => (document.createElement("div").innerHTML = "<b>x</b>"),
      code: () => new Function("return 1")(),
      address: () => (document.createElement("script").src = "https://example.org/x.js"),
      worker: () => new Worker("https://example.org/x.js"),
    };
    // In a task of the page's own: what is evaluated from outside is above its policy.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const thrown = [];
    for (const [name, attempt] of Object.entries(tried)) {
      try {
        attempt();
      } catch {
        thrown.push(name);
      }
    }
    return thrown;
  });
  assert.deepEqual(refusals, ["markup", "code", "address", "worker"]);
});

test("everything is asked of the page's own host, and known by its name", async (t) => {
  const { page, record } = await openPage(browser, { test: t });
  await useEverything(page);
  const root = sites().root;
  const known = /^([a-z0-9_]+-[0-9a-f]{16}\.(js|wasm|css|txt)|[a-z]+\.svg|version\.json|[a-z0-9.-]+\.png|manifest\.webmanifest|)$/;
  for (const url of record.requests.filter((address) => !/^(data|blob):/.test(address))) {
    assert.ok(url.startsWith(root), url);
    assert.match(url.slice(root.length).split("#")[0], known);
  }
});

test("a sandboxed frame with an opaque origin starts, policy and all", async (t) => {
  const before = framed('sandbox="allow-scripts"');
  const { page, record } = await openPage(browser, { test: t, ready: false, path: "host.html", before });
  const frame = page.frameLocator("iframe");
  await frame.locator("#first").waitFor({ state: "detached" });
  await frame.locator(".ladder tbody tr.row").first().waitFor();
  await frame.locator("#analyses").scrollIntoViewIfNeeded();
  await frame.locator("#analyses h3").first().waitFor();
  await frame.locator("#pictures").scrollIntoViewIfNeeded();
  await frame.locator("#pictures figure").first().waitFor();
  assert.ok(!record.requests.some((url) => url.includes("version.json")), "frames look for nothing newer");
});

test("offline.html works from a file", { skip: !process.env.DTI_OFFLINE_FILE }, async (t) => {
  const site = pathToFileURL(process.env.DTI_OFFLINE_FILE).href;
  const { page, record } = await openPage(browser, { site, before: countRefusals, expectErrors: true });
  const calculator = await useEverything(page);
  await calculator.ranks(11).catch(() => {});
  await calculator.addressHolds("society:0.45");
  await page.reload();
  await waitUntilReady(page);
  assert.equal(await calculator.field("society").inputValue(), "0,4500");
  assert.deepEqual(await page.evaluate(() => globalThis.refused), []);
  assert.deepEqual([record.exceptions, record.console], [[], []]);
  const others = record.requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"));
  assert.ok(others.every((url) => url.split("#")[0] === site), `${others}`);
  await page.locator("#language[lang=en]").click();
  assert.equal(await page.title(), "Digital transformation (DTI) what-if for Viet Nam's provinces");
  await calculator.share("Share");
  await page.getByRole("button", { name: "Embed", exact: true }).click();
  await page.getByRole("dialog").getByText("opened from a file").waitFor();
  await page.context().close();
  t.diagnostic("no file beside it was asked for");
});

test("what is printed of an edited scenario says that it is a simulation", async (t) => {
  const { page } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang&s=bac-giang.society:0.45" });
  await page.emulateMedia({ media: "print" });
  for (const place of [".hero-tag", ".story blockquote", ".paper-only"]) {
    const text = await page.locator(place).first().innerText();
    assert.match(text, /Mô phỏng|mô phỏng/, place);
  }
});
