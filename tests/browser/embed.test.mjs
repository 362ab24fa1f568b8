// The embed in the pages of newsrooms, in Chromium, on the built site. Every host is of another origin.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage, sites } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";
import { contentHeight, embedAddress, embedsOf, fits, heard, openHost, startHosts } from "./support/hosts.mjs";
import { randomTexts } from "./support/random.mjs";

const OWN = "#e=2022&u=bac-giang";
const EDITED = `${OWN}&s=bac-giang.society:0.45`;
/** What the first snippet asks for. */
const ALLOWED = `allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"`;

let browser;
let hosts;
before(async () => {
  browser = await launch();
  hosts = await startHosts();
});
after(async () => {
  await hosts.close();
  await browser.close();
});

/** What the harshest hosts allow: an opaque origin, no storage, clipboard, downloads or windows. */
const SANDBOXED = `sandbox="allow-scripts"`;

const frameOf = (address, more = ALLOWED) =>
  `<iframe src="${address}" title="DTI" width="100%" height="640" style="border:0" ${more}></iframe>`;
const rank = (frame) => frame.locator(".hero-rank strong").innerText();
const ranks = (frame, wanted) =>
  frame.waitForFunction((text) => document.querySelector(".hero-rank strong")?.textContent === text, String(wanted), { timeout: 5000 });
/** A page that opens an embed by itself, as a frame's own document. */
async function openEmbed(t, fragment, options = {}) {
  const { page } = await openPage(browser, { test: t, path: `embed/v1/${fragment}`, ...options });
  await page.locator(".hero-rank strong").waitFor();
  return page;
}

test("a plain frame of a fixed height works: verdict, slider, lists, link", async (t) => {
  const { page, record } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN))));
  const [frame] = await embedsOf(page);
  assert.equal(await rank(frame), "9");
  await frame.locator("#field-society").fill("0,45");
  await frame.locator("#field-society").press("Enter");
  await ranks(frame, 8);
  assert.match(await frame.locator(".hero-tag").innerText(), /Mô phỏng, không chính thức/);
  const link = frame.locator(".full a");
  const address = `${sites().root}#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45`;
  assert.equal(await link.getAttribute("href"), address);
  assert.equal(await frame.locator(".full input").inputValue(), address);
  assert.deepEqual([await link.getAttribute("target"), await link.getAttribute("rel")], ["_blank", "noopener"]);
  await frame.locator("#unit").selectOption("da-nang");
  await frame.waitForFunction(() => document.querySelector("#hero-name").textContent === "Đà Nẵng");
  await frame.locator("#edition").selectOption("2024-34");
  assert.equal(await frame.locator(".around tbody tr").count(), 7);
  // The history belongs to the page around.
  assert.equal(await page.evaluate(() => history.length), 2);
  const files = record.requests.filter((url) => url.startsWith(sites().root));
  assert.equal(files.length, 6, `cold: ${files.join(" ")}`);
  assert.ok(files.every((url) => !/page-|split_|chunk_|anal|worker|sheets/.test(url)), "no other module is loaded");
});

/** How much a document keeps on the device; where a browser denies a store, nothing. */
const kept = (frame) =>
  frame.evaluate(async () => {
    const stores = [
      () => localStorage.length, () => sessionStorage.length, () => document.cookie.length,
      async () => (await indexedDB.databases()).length, async () => (await caches.keys()).length,
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    ];
    let count = 0;
    for (const store of stores) {
      try { count += await store(); } catch {} // Denied.
    }
    return count;
  });

test("behind a line that is to be opened, the frame loads nothing before", async (t) => {
  const frame = frameOf(embedAddress(OWN), `${ALLOWED} loading="lazy"`);
  const host = hosts.put(`<details><summary>Mở công cụ</summary>${frame}</details>`);
  const { page, record } = await openHost(browser, t, host);
  await page.waitForTimeout(500);
  assert.deepEqual(record.requests.filter((url) => url.startsWith(sites().root)), []);
  await page.locator("summary").click();
  await page.frameLocator("iframe").locator(".hero-rank strong").waitFor();
  const [embed] = await embedsOf(page);
  assert.equal(await rank(embed), "9");
});

test("nothing is stored, whatever the reader does", async (t) => {
  const { page, context } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN))));
  const [framed] = await embedsOf(page);
  // In a window of its own all stores are open to it.
  for (const frame of [framed, await openEmbed(t, OWN)]) {
    await frame.locator("#slider-society").press("PageUp");
    await frame.locator("#unit").selectOption("thua-thien-hue");
    await page.waitForTimeout(1000);
    assert.equal(await kept(frame), 0);
  }
  assert.deepEqual((await context.cookies()).length, 0);
});

test("WordPress: an opaque origin, a secret behind the fragment, heights between 200 and 1000", async (t) => {
  // What wp-embed.js does with a frame of a provider that is not trusted. The secret stands in the address, or is
  // added when the frame is there; then it says that it is ready to hear.
  const listener = `<script>
    const frame = document.querySelector("iframe"), secret = "aB3dE5";
    addEventListener("load", () => {
      if (!frame.src.includes(secret)) frame.src += "#?secret=" + secret;
      frame.contentWindow.postMessage({ message: "ready", secret }, "*");
    });
    addEventListener("message", ({ data, source }) => {
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
      if (source !== frame.contentWindow || data.secret !== secret) return;
      document.querySelector("blockquote").style.display = "none";
      frame.removeAttribute("style");
      if (data.message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    });
  </script>`;
  for (const fragment of ["#?secret=aB3dE5", `${OWN}#?secret=aB3dE5`, OWN]) {
    const body = `<blockquote>DTI</blockquote><iframe sandbox="allow-scripts" security="restricted" src="${embedAddress(fragment)}" style="position:absolute;visibility:hidden" width="600" height="400" frameborder="0"></iframe>${listener}`;
    const { page } = await openHost(browser, t, hosts.put(body));
    await page.locator("blockquote").waitFor({ state: "hidden" });
    const [frame] = await embedsOf(page);
    assert.equal(await rank(frame), fragment.startsWith("#e") ? "9" : "11");
    assert.equal(await frame.evaluate(() => self.origin), "null");
    const wanted = Math.min(1000, Math.max(200, await contentHeight(frame)));
    await page.waitForFunction((height) => document.querySelector("iframe").clientHeight === height, wanted);
    await frame.locator("#field-society").fill("0,45");
    await frame.locator("#field-society").press("Enter");
    await frame.locator(".hero.edited").waitFor();
  }
});

test("seven messages say one height, and nothing of the scenario", async (t) => {
  const address = embedAddress(`?childId=pym-1#e=2022&u=bac-giang&id=chart_7#?secret=abc123`);
  const { page } = await openHost(browser, t, hosts.put(frameOf(address)));
  const [frame] = await embedsOf(page);
  await page.waitForTimeout(300);
  const height = await contentHeight(frame);
  const messages = (await heard(page)).map((data) => (typeof data === "string" && data.startsWith("{") ? JSON.parse(data) : data));
  const has = (wanted) => messages.some((data) => {
    try { assert.deepEqual(data, wanted); return true; } catch { return false; }
  });
  assert.ok(has({ "datawrapper-height": { chart_7: height } }));
  assert.ok(has({ sentinel: "amp", type: "embed-size", height }));
  // The frame's address as the host itself wrote it, to the letter: listeners compare it.
  assert.ok(has({ src: address, context: "iframe.resize", height }));
  assert.ok(has(`pymxPYMxpym-1xPYMxheightxPYMx${height}`));
  assert.ok(has({ message: "height", value: height, secret: "abc123" }));
  assert.ok(messages.some((data) => data.type === "set-height" && data.value === height && /^iframeMessenger:\w+$/.test(data.id)));
  assert.ok(has({ type: "dti:height", v: 1, id: "chart_7", height }));
  const others = JSON.stringify(messages.filter((data) => data.context !== "iframe.resize"));
  assert.doesNotMatch(others, /dti:change|bac-giang|[eus]=/, "nobody asked for the scenario");
  assert.ok(messages.length <= 7 * 12, `${messages.length} messages`);
});

/** Listeners as hosts have them. */
const LISTENERS = {
  Datawrapper: `addEventListener("message", (e) => {
    if (typeof e.data["datawrapper-height"] === "undefined") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === e.source) for (const id in e.data["datawrapper-height"]) frame.style.height = e.data["datawrapper-height"][id] + "px";
  });`,
  pym: `addEventListener("message", (e) => {
    const match = /^pymxPYMxpym-0xPYMx(\\S+)xPYMx(.+)$/.exec(e.data);
    if (match && match[1] === "height") document.querySelector("iframe").setAttribute("height", parseInt(match[2]) + "px");
  });`,
  AMP: `addEventListener("message", (e) => {
    if (e.data.sentinel === "amp" && e.data.type === "embed-size") document.querySelector("iframe").style.height = e.data.height + "px";
  });`,
  "Medium and Embedly": `addEventListener("message", (e) => {
    let data; try { data = JSON.parse(e.data); } catch { return; }
    const frame = document.querySelector("iframe");
    if (data.context === "iframe.resize" && data.src === frame.src) frame.style.height = data.height + "px";
  });`,
  Guardian: `addEventListener("message", (e) => {
    let data; try { data = JSON.parse(e.data); } catch { return; }
    const frame = document.querySelector("iframe");
    if (data.type === "set-height" && data.id && e.source === frame.contentWindow) frame.style.height = data.value + "px";
  });`,
};

for (const [name, listener] of Object.entries(LISTENERS)) {
  test(`${name} fits the frame, also when its width changes`, async (t) => {
    const address = embedAddress(`${name === "pym" ? "?initialWidth=800&childId=pym-0" : ""}${OWN}`);
    const { page } = await openHost(browser, t, hosts.put(`<script>${listener}</script>${frameOf(address)}`));
    const [frame] = await embedsOf(page);
    const wide = await fits(page, frame);
    await page.setViewportSize({ width: 340, height: 900 });
    const narrow = await fits(page, frame);
    assert.ok(narrow > wide, `${narrow} px is more than ${wide} px`);
    assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.setViewportSize({ width: 800, height: 900 });
    await fits(page, frame);
    // Hidden, another width, shown.
    const show = (display) => page.locator("iframe").evaluate((own, value) => { own.style.display = value; }, display);
    await show("none");
    await page.setViewportSize({ width: 340, height: 900 });
    await show("");
    assert.equal(await fits(page, frame), narrow);
  });
}

test("a wrapper with srcdoc and a host's own policy leave the frame alone", async (t) => {
  const inside = `<script>${LISTENERS.Guardian}</script>${frameOf(embedAddress(OWN))}`.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const wrapped = await openHost(browser, t, hosts.put(`<iframe title="wrapper" width="100%" height="1200" srcdoc="${inside}"></iframe>`));
  const [frame] = await embedsOf(wrapped.page);
  const wrapper = frame.parentFrame();
  await wrapper.waitForFunction((height) => document.querySelector("iframe").clientHeight === height, await contentHeight(frame));

  const policy = `default-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-src ${new URL(sites().root).origin}`;
  const strict = hosts.put(frameOf(embedAddress(OWN)), { headers: { "content-security-policy": policy } });
  const { page } = await openHost(browser, t, strict);
  const [own] = await embedsOf(page);
  await own.locator("#slider-society").press("End");
  await own.locator(".hero.edited").waitFor();
  // No listener: the frame scrolls inside.
  assert.equal(await page.locator("iframe").evaluate((element) => element.clientHeight), 640);
});

test("two embeds on one page, one hidden and then shown, each with its own height", async (t) => {
  const element = (unit, more = "") => `<dti-whatif edition="2022" unit="${unit}" ${more}></dti-whatif>`;
  const body = `<script src="${embedAddress("embed.js")}"></script>
    ${element("bac-giang")}<div id="later" style="display:none">${element("da-nang", 'show="awareness,institutions,society"')}</div>`;
  const { page } = await openHost(browser, t, hosts.put(body));
  const [first] = await embedsOf(page);
  const height = (place) => page.locator("dti-whatif").nth(place).evaluate((element) => element.shadowRoot.querySelector("iframe").clientHeight);
  await page.waitForTimeout(500);
  assert.equal(await height(0), await contentHeight(first));
  await page.evaluate(() => { document.querySelector("#later").style.display = ""; });
  await page.locator("dti-whatif").nth(1).scrollIntoViewIfNeeded();
  const both = await embedsOf(page, 2);
  const second = both.find((frame) => frame.url().includes("da-nang"));
  await page.waitForTimeout(500);
  assert.equal(await height(1), await contentHeight(second));
  assert.equal(await height(0), await contentHeight(first), "the first is left alone");
  await page.evaluate(() => { document.querySelector("#later").style.display = "none"; });
  await page.waitForTimeout(200);
  await page.evaluate(() => { document.querySelector("#later").style.display = ""; });
  await page.waitForTimeout(300);
  assert.equal(await height(1), await contentHeight(second));
});

test("a frame that its host makes higher and higher is told a height once", async (t) => {
  const grow = `<script>addEventListener("message", (e) => {
    if (e.data.type === "dti:height") document.querySelector("iframe").style.height = e.data.height + 100 + "px";
  });</script>`;
  const { page } = await openHost(browser, t, hosts.put(grow + frameOf(embedAddress(OWN))));
  await embedsOf(page);
  await page.waitForTimeout(2500);
  const own = (await heard(page)).filter((data) => data.type === "dti:height");
  assert.ok(own.length < 12, `${own.length} heights`);
});

test("content that grows with its frame is stopped, and what grows later is told", async (t) => {
  const follow = `<script>addEventListener("message", (e) => {
    if (e.data.type === "dti:height") document.querySelector("iframe").style.height = e.data.height + "px";
  });</script>`;
  const { page } = await openHost(browser, t, hosts.put(follow + frameOf(embedAddress(OWN))));
  const [frame] = await embedsOf(page);
  const before = await fits(page, frame);
  const count = async () => (await heard(page)).filter((data) => data.type === "dti:height").length;
  // A little more than the frame has room for, again and again: without a stop this goes on for hundreds of steps.
  const begun = await count();
  await frame.evaluate((own) => {
    const more = document.createElement("div");
    more.id = "more";
    document.body.append(more);
    const grow = () => { more.style.height = `${innerHeight - own + 10}px`; };
    addEventListener("resize", grow);
    grow();
  }, before);
  await page.waitForTimeout(1900);
  const told = (await count()) - begun;
  assert.ok(told >= 5 && told <= 20, `${told} heights in 1.9 seconds`);
  await frame.evaluate(() => document.querySelector("#more").remove());
  assert.equal(await fits(page, frame), before);
  await page.waitForTimeout(2000);
  await frame.evaluate(() => document.body.append(Object.assign(document.createElement("div"), { style: "height: 99px" })));
  assert.equal(await fits(page, frame), before + 99);
  // A host that is made narrower and wider again for a while grows often, and is always answered.
  for (const from of [1000, 990, 980]) {
    for (let width = from; width > 320; width -= 20) await page.setViewportSize({ width, height: 900 });
  }
  await fits(page, frame);
});

/** What a frame may send that is no height of ours, and what comes of the next that is. */
const NO_HEIGHT = [
  { type: "dti:height", v: 2, height: 777 }, { type: "dti:height", height: 777 }, { type: "dti:height", v: 1, height: "777" },
  { type: "dti:height", v: 1, height: NaN }, { type: "dti:height", v: 1, height: -777 }, { type: "dti:height", v: 1, height: [777] },
  { type: "dti:navigate", v: 1, href: "https://example.org/", height: 777 }, "pymxPYMxdti-whatifxPYMxnavigateToxPYMxhttps://example.org/",
  "pymxPYMxdti-whatifxPYMxheightxPYMx777", { "datawrapper-height": { "dti-whatif": 777 } }, null, 777, [777],
];

for (const [name, code] of [
  ["the element", `<script src="SITEembed.js"></script><dti-whatif edition="2022" unit="bac-giang"></dti-whatif>`],
  ["the listener", undefined],
]) {
  test(`${name} hears heights of its own frame only, within limits`, async (t) => {
    let body = code?.replace("SITE", embedAddress());
    if (!body) {
      const { dialog } = await openDialog(t);
      body = await dialog.locator("#embed-listener").inputValue();
    }
    const { page } = await openHost(browser, t, hosts.put(`${body}<iframe id="foreign" title="foreign" srcdoc="<p>other</p>"></iframe>`));
    const [frame] = await embedsOf(page);
    const height = () => page.evaluate(() => {
      const own = document.querySelector("dti-whatif")?.shadowRoot.querySelector("iframe") ?? document.querySelector("iframe");
      return own.clientHeight;
    });
    const wanted = await contentHeight(frame);
    await page.waitForTimeout(400);
    assert.equal(await height(), wanted);
    const address = page.url();
    const tell = (message) => frame.evaluate((data) => parent.postMessage(data, "*"), message);
    for (const message of NO_HEIGHT) await tell(message);
    // From the page itself and from another frame in it.
    await page.evaluate(() => postMessage({ type: "dti:height", v: 1, height: 777 }, "*"));
    await page.frames().find((own) => own.url() === "about:srcdoc").evaluate(() => parent.postMessage({ type: "dti:height", v: 1, height: 777 }, "*"));
    await page.waitForTimeout(200);
    assert.equal(page.url(), address);
    assert.equal(await height(), wanted);
    for (const [given, limit] of [[1e9, 5000], [1, 200], [640.4, 640]]) {
      await tell({ type: "dti:height", v: 1, height: given });
      await page.waitForTimeout(100);
      assert.equal(await height(), limit);
    }
  });
}

test("the element follows its attributes, and a copy on the article's own origin is kept apart", async (t) => {
  const script = `<script src="${embedAddress("embed.js")}"></script>`;
  const { page, record } = await openHost(browser, t, hosts.put(`${script}<dti-whatif unit="hue" title="One"></dti-whatif>`));
  const [frame] = await embedsOf(page);
  const set = (name, value) => page.evaluate(([name, value]) => {
    const own = document.querySelector("dti-whatif");
    if (value === null) own.removeAttribute(name);
    else own.setAttribute(name, value);
  }, [name, value]);
  const inner = (read) => page.locator("dti-whatif").evaluate((own, name) => own.shadowRoot.querySelector("iframe")[name], read);
  assert.equal(await inner("title"), "One");
  await set("title", "Two");
  assert.equal(await inner("title"), "Two");
  const asked = record.requests.length;
  await set("unit", null);
  await frame.waitForFunction(() => document.querySelector("#hero-name").textContent === "Bắc Ninh");
  assert.equal(record.requests.length, asked, "the last attribute that goes loads nothing");
  const moved = page.waitForEvent("framenavigated", (own) => own.url().startsWith(sites().repo));
  await set("src", embedAddress("#e=2022&u=bac-giang", sites().repo));
  await ranks(await moved, 9);

  // The page of a newsroom that keeps a copy of the site beside its articles.
  const article = `<!DOCTYPE html><title>Article</title>${script}<dti-whatif edition="2022" unit="bac-giang" api></dti-whatif>`;
  const before = (page) => page.route("**/article.html", (route) => route.fulfill({ contentType: "text/html", body: article }));
  const own = await openPage(browser, { test: t, path: "article.html", ready: false, before });
  const [apart] = await embedsOf(own.page);
  assert.equal(await rank(apart), "9");
  assert.equal(await apart.evaluate(() => self.origin), "null");
  await own.page.evaluate(() => document.querySelector("dti-whatif").set("e=2022&u=da-nang"));
  await ranks(apart, 1);
  await own.page.waitForTimeout(400);
  const height = await own.page.evaluate(() => document.querySelector("dti-whatif").shadowRoot.querySelector("iframe").clientHeight);
  assert.equal(height, await contentHeight(apart), "its messages are heard");
});

test("the element keeps what stands in it until the frame answers", async (t) => {
  const script = `<script src="${embedAddress("embed.js")}"></script>`;
  const fallback = `<a href="${sites().root}">DTI</a>`;
  const good = await openHost(browser, t, hosts.put(`${script}<dti-whatif edition="2022" unit="bac-giang" scenario="s=bac-giang.society:0.45" lang="en">${fallback}</dti-whatif>`));
  const [frame] = await embedsOf(good.page);
  assert.equal(await rank(frame), "8");
  assert.equal(await good.page.getByRole("link", { name: "DTI" }).isVisible(), false);
  assert.equal(await good.page.locator("dti-whatif").evaluate((own) => own.shadowRoot.querySelector("iframe").title), "Provincial DTI what-if");
  // Another attribute: nothing is loaded again, no step in the history.
  const [requests, steps] = [good.record.requests.length, await good.page.evaluate(() => history.length)];
  await good.page.evaluate(() => document.querySelector("dti-whatif").setAttribute("unit", "da-nang"));
  await frame.waitForFunction(() => document.querySelector("#hero-name").textContent === "Da Nang");
  assert.deepEqual([good.record.requests.length, await good.page.evaluate(() => history.length)], [requests, steps]);

  for (const src of [`${sites().root}nothing/`, "javascript:alert(1)", "https://", ""]) {
    const attributes = src ? `src="${src}"` : "";
    const own = src ? script : script.replace("src=", "type=text/plain data-src=");
    const { page } = await openHost(browser, t, hosts.put(`${own}<dti-whatif ${attributes}>${fallback}</dti-whatif>`), { expectErrors: true });
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole("link", { name: "DTI" }).isVisible(), true, src);
  }
});

test("a host hears changes and sets scenarios only where both asked for it", async (t) => {
  const body = (options) => frameOf(embedAddress(`${EDITED}${options}`));
  const set = (page, message) => page.evaluate((data) => document.querySelector("iframe").contentWindow.postMessage(data, "*"), message);
  const deaf = await openHost(browser, t, hosts.put(body("")));
  const [quiet] = await embedsOf(deaf.page);
  await set(deaf.page, { type: "dti:set", v: 1, scenario: "e=2022&u=da-nang" });
  await deaf.page.waitForTimeout(700);
  assert.equal(await rank(quiet), "8");
  assert.ok(!(await heard(deaf.page)).some((data) => data.type === "dti:change"));

  const { page } = await openHost(browser, t, hosts.put(body("&api=1&locked=1")));
  const [frame] = await embedsOf(page);
  const last = async () => (await heard(page)).filter((data) => data.type === "dti:change").at(-1);
  await page.waitForFunction(() => globalThis.heard.some(({ data }) => data.type === "dti:change"));
  assert.deepEqual(await last(), {
    type: "dti:change", v: 1, id: "dti-whatif", rank: 8, score: 0.6613, scenario: "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45",
  });
  await set(page, { type: "dti:set", v: 1, scenario: "e=2022&u=da-nang&locked=0&lang=en&theme=dark&plain=1" });
  await ranks(frame, 1);
  assert.equal(await frame.locator("#unit").count(), 0, "options are the address's own");
  assert.equal(await frame.evaluate(() => document.documentElement.lang), "vi");
  await page.waitForFunction(() => globalThis.heard.at(-1).data.rank === 1 || globalThis.heard.some(({ data }) => data.rank === 1));
  assert.equal((await last()).scenario, "v=1&e=2022&u=da-nang");
  // Known figures can be shown, but are told to nobody.
  await set(page, { type: "dti:set", v: 1, scenario: "e=2022&u=bac-giang&s=bac-giang.awareness:k0.8" });
  await page.waitForTimeout(900);
  assert.equal(await frame.evaluate(() => location.hash.includes("awareness:k0.8")), true);
  assert.doesNotMatch(JSON.stringify(await heard(page)), /awareness|k0\.8/);
  const wrote = `${embedAddress(EDITED)}&api=1&locked=1`;
  const sent = (await heard(page)).filter((data) => String(data).includes("iframe.resize")).map((data) => JSON.parse(data).src);
  assert.deepEqual([...new Set(sent)], [wrote], "the address as the host wrote it");
});

test("1,000 random and hostile messages and fragments: no exception, no change beyond what is allowed", async (t) => {
  const { page } = await openHost(browser, t, hosts.put(frameOf(embedAddress(`${OWN}&api=1&locked=1`))));
  const [frame] = await embedsOf(page);
  const texts = randomTexts(6);
  const batch = (count) => Array.from({ length: count }, () => texts.next().value);
  // Messages of every wrong form: nothing at all may happen.
  await page.evaluate(([all]) => {
    const { contentWindow } = document.querySelector("iframe");
    all.forEach((text, row) => {
      const shapes = [text, { type: "dti:set", v: 2, scenario: "u=hue" }, { type: "dti:set", scenario: "u=hue" }, { type: "dti:set", v: 1, scenario: { toString: text } },
        { type: "dti:set", v: 1 }, [text], row, null, undefined, { type: text, v: 1 }, { message: "ready", secret: text }, new Map([[text, text]]), new Uint8Array(9),
        { type: "dti:set", v: 1, scenario: `${text}<` }, { type: "dti:set", v: 1, scenario: "x".repeat(9000) }, { type: "dti:set", v: "1", scenario: "e=2022&u=da-nang" }];
      contentWindow.postMessage(shapes[row % shapes.length], "*");
    });
  }, [batch(520)]);
  await page.waitForTimeout(900);
  assert.equal(await frame.locator("#hero-name").innerText(), "Bắc Giang");
  assert.equal(await rank(frame), "9");
  // Messages of the right form with any text, as fast as a host can: the last that is of the fragment's form counts.
  await page.evaluate((all) => {
    const { contentWindow } = document.querySelector("iframe");
    for (const scenario of all) contentWindow.postMessage({ type: "dti:set", v: 1, scenario }, "*");
    contentWindow.postMessage({ type: "dti:set", v: 1, scenario: "e=2022&u=da-nang" }, "*");
  }, batch(300));
  await ranks(frame, 1);
  const own = await frame.evaluate(() => [document.querySelectorAll("img, b, script:not([src])").length, document.querySelector("#unit"), location.hash]);
  assert.deepEqual(own.slice(0, 2), [0, null]);
  assert.match(own[2], /api=1&locked=1&e=2022&u=da-nang$/);
  // A message of another window than the page around is not heard.
  await frame.evaluate(() => postMessage({ type: "dti:set", v: 1, scenario: "e=2022&u=hue" }, "*"));
  await page.waitForTimeout(700);
  assert.equal(await rank(frame), "1");
  // Fragments: as the host would write them. Chromium drops a frame's steps beyond 200 in ten seconds.
  for (const text of batch(180)) {
    await page.evaluate((hash) => {
      const frame = document.querySelector("iframe");
      frame.contentWindow.location.replace(`${frame.src.split("#")[0]}#${hash}`);
    }, text);
  }
  await page.evaluate((address) => document.querySelector("iframe").contentWindow.location.replace(address), embedAddress(OWN));
  await ranks(frame, 9);
  assert.equal(await frame.locator("main img, main b").count(), 0);
});

for (const [name, options] of [
  ["with CSS that reaches for everything", { head: "<style>* { box-sizing: content-box !important; max-width: 50% !important; color: red !important } iframe { height: 7px !important } svg { max-width: 50% }</style>" }],
  ["from right to left", { html: '<html lang="ar" dir="rtl">' }],
  ["that is dark", { head: "<style>:root { color-scheme: dark; background: #111; color: #eee }</style>" }],
]) {
  test(`a host ${name} does not change the embed`, async (t) => {
    const body = `<script src="${embedAddress("embed.js")}"></script><dti-whatif edition="2022" unit="bac-giang"></dti-whatif>`;
    const { page } = await openHost(browser, t, hosts.put(body, options));
    const [frame] = await embedsOf(page);
    await page.waitForTimeout(300);
    const [own, wanted] = [await page.locator("dti-whatif").evaluate((element) => element.shadowRoot.querySelector("iframe").clientHeight), await contentHeight(frame)];
    assert.equal(own, wanted);
    const seen = await frame.evaluate(() => {
      const style = getComputedStyle(document.body);
      return [style.direction, getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector("#hero-name")).color];
    });
    assert.deepEqual(seen, ["ltr", "rgb(245, 244, 240)", "rgb(24, 34, 42)"]);
  });
}

test("colours and background are as the address asks", async (t) => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await openEmbed(t, `${OWN}&theme=dark`);
  assert.equal(await background(dark), "rgb(16, 23, 28)");
  assert.equal(await dark.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  const clear = await openEmbed(t, `${OWN}&bg=transparent`);
  assert.equal(await background(clear), "rgba(0, 0, 0, 0)");
});

test("colours are as asked before the calculator comes, and where it never does", async (t) => {
  const before = (page) => page.route("**/*.wasm", (route) => route.abort());
  const { page } = await openPage(browser, { test: t, path: `embed/v1/${OWN}&theme=dark&bg=transparent&plain=1`, expectErrors: true, ready: false, before });
  await page.locator("#boot-failed").waitFor();
  const look = await page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    return [root.colorScheme, root.backgroundColor, document.querySelector("#first").className];
  });
  assert.deepEqual(look, ["dark", "rgba(0, 0, 0, 0)", "embed plain transparent"]);
});

test("forced colours: what is chosen, the sliders and the verdict can be seen", async (t) => {
  const page = await openEmbed(t, EDITED, { width: 320, forcedColors: "active" });
  await assertAccessible(page);
  const seen = await page.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return [style(".around .chosen > *").borderTopStyle, style(".track input").appearance, style(".hero").borderTopStyle];
  });
  assert.deepEqual(seen, ["solid", "auto", "solid"]);
});

for (const width of [320, 800]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing: ${width} px, ${colorScheme}`, async (t) => {
      for (const options of ["", "&lang=en&static=1", "&plain=1&locked=1&show=awareness,institutions,infrastructure"]) {
        const page = await openEmbed(t, `${EDITED}${options}`, { width, height: 640, colorScheme });
        await assertAccessible(page);
        if (!options) {
          await page.locator("#field-economy").fill("abc");
          await page.locator("#field-economy").press("Enter");
          await assertAccessible(page);
        }
        const overflows = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        assert.equal(overflows, false, `${options} is wider than the window`);
      }
    });
  }
}

test("a phone's frame: 320 px, fingers, large text, reduced height", async (t) => {
  const page = await openEmbed(t, EDITED, { width: 320, height: 400, hasTouch: true, isMobile: true });
  for (const selector of ["#slider-society", "#field-society", ".step", ".reset:enabled", "#unit", "#edition", ".full a"]) {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box.height >= 44, `${selector} is ${box.height} px high`);
  }
  // The verdict stays while sliders are moved.
  await page.locator("#slider-society").scrollIntoViewIfNeeded();
  const hero = await page.locator(".hero").boundingBox();
  assert.ok(hero.y >= -1 && hero.height < 200, `the verdict stands at ${hero.y}`);
  await page.setViewportSize({ width: 640, height: 600 });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  const focused = await page.evaluate(() => document.activeElement?.tagName);
  assert.equal(focused, "BODY", "nothing takes focus by itself");
});

test("on paper there is a result and no control", async (t) => {
  const page = await openEmbed(t, EDITED);
  await page.emulateMedia({ media: "print" });
  for (const selector of ["#unit", ".step", ".reset", "button.quiet"]) assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  for (const selector of [".hero", ".around", ".hero-tag", ".full a"]) assert.equal(await page.locator(selector).isVisible(), true, selector);
  assert.equal(await page.locator(".full input").isVisible(), false, "a field would cut the address");
  const printed = await page.locator(".full a").evaluate((link) => getComputedStyle(link, "::after").content);
  assert.equal(printed, `" ${sites().root}#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45"`);
  const file = await page.pdf({ format: "A5" });
  assert.ok(file.subarray(0, 5).equals(Buffer.from("%PDF-")) && file.length > 5000, `${file.length} bytes`);
});

/** The published ranking stands there whole, with its source, in a frame that does not scroll sideways. */
async function assertRanking(inside) {
  const rows = inside.locator("#first .ladder tbody tr");
  assert.equal(await rows.count(), 34);
  assert.match(await rows.first().innerText(), /^1\s+Hà Nội\s+0,8241/);
  const [box, last] = [await inside.locator("#first .ladder").boundingBox(), await rows.last().boundingBox()];
  assert.ok(last.y + last.height <= box.y + box.height, "the table is cut");
  assert.match(await inside.locator("#first .origin").innerText(), /2024/);
  assert.equal(await inside.getByRole("link", { name: "Mở trang đầy đủ" }).isVisible(), true);
  assert.equal(await inside.locator("#first :is(button, input, select)").count(), 0);
  assert.equal(await inside.locator("#first .loading").isVisible(), false, "nothing is being loaded");
  const links = await inside.locator("#first a").evaluateAll((all) => all.map((link) => [link.target, link.rel.includes("noopener")]));
  assert.ok(links.length > 34 && links.every(([target, isApart]) => target === "_blank" && isApart), "no link leaves the frame");
}

test("without scripts the frame holds the ranking and says why", async (t) => {
  const { page } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN))), { width: 340, javaScriptEnabled: false });
  const inside = page.frameLocator("iframe");
  await inside.getByRole("link", { name: "Mở trang đầy đủ" }).waitFor();
  assert.match(await inside.locator("body").innerText(), /cần JavaScript[\s\S]*needs JavaScript/);
  await assertRanking(inside);
});

/** What keeps the calculator from starting: with its wasm, in the page's policy, in the browser. */
const FAILURES = [
  ["its wasm blocked", (page) => page.route("**/*.wasm", (route) => route.abort())],
  ["its wasm missing", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }))],
  ["WebAssembly denied by a policy", (page) => page.route("**/embed/v1/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
  })],
  ["no WebAssembly in the browser", (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })],
];

for (const [name, before] of FAILURES) {
  // A page that Playwright answers for has no place in the network: from an opaque origin it loads nothing.
  for (const more of name.includes("policy") ? [ALLOWED] : [ALLOWED, SANDBOXED]) {
    test(`with ${name} the frame keeps the ranking and tells its height: ${more.includes("origin") ? "own" : "opaque"} origin`, async (t) => {
      const listener = `<script>${LISTENERS.Datawrapper}</script>`;
      const host = hosts.put(listener + frameOf(embedAddress(OWN), more));
      const { page, record } = await openHost(browser, t, host, { expectErrors: true, before });
      const inside = page.frameLocator("iframe");
      await inside.locator("#boot-failed").waitFor();
      assert.match(await inside.locator("#boot-failed").innerText(), /không chạy được[\s\S]*could not start/);
      // A try, and one more past the cache.
      const asked = record.requests.filter((url) => url.endsWith(".wasm")).length;
      assert.equal(asked, 2, "the module was asked for another number of times");
      await assertRanking(inside);
      assert.equal(await inside.locator("#first .full span").innerText(), sites().root, "where no window may open");
      await fits(page, page.frames().find((frame) => frame.url().includes("/embed/v1/")));
    });
  }
}

test("without its scripts the frame says so after a while, and the ranking is whole", async (t) => {
  const before = (page) => page.route("**/embed-boot-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  const { page } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN))), { expectErrors: true, before });
  const inside = page.frameLocator("iframe");
  assert.equal(await inside.locator("#first .loading").isVisible(), true);
  assert.equal(await inside.locator("#boot-failed").isVisible(), false);
  await inside.locator("#boot-failed").waitFor({ timeout: 15_000 });
  await assertRanking(inside);
});

test("the ranking stands there until the calculator takes its place", async (t) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const { page } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN))), {
    before: (page) => page.route("**/*.wasm", async (route) => (await held, route.continue())),
  });
  const inside = page.frameLocator("iframe");
  await inside.locator("#first .ladder tbody tr").first().waitFor();
  assert.equal(await inside.locator("#app").isVisible(), false);
  release();
  await inside.locator(".hero-rank strong").waitFor();
  assert.equal(await inside.locator("#first").count(), 0);
});

test("without storage, clipboard, workers and downloads the frame works as ever", async (t) => {
  const host = hosts.put(frameOf(embedAddress(OWN), SANDBOXED));
  const { page } = await openHost(browser, t, host, {
    before: (page) => page.addInitScript(() => {
      const denied = { get() { throw new DOMException("denied", "SecurityError"); } };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "Worker"]) Object.defineProperty(window, name, denied);
      for (const name of ["clipboard", "serviceWorker"]) Object.defineProperty(navigator, name, { value: undefined });
    }),
  });
  const [frame] = await embedsOf(page);
  await frame.locator("#slider-society").press("End");
  await frame.locator(".hero.edited").waitFor();
  // What is to be taken along can be selected: the address of the full page.
  const field = frame.locator(".full input");
  await field.selectText();
  assert.equal(await field.evaluate((own) => own.value.slice(own.selectionStart, own.selectionEnd)), await field.inputValue());
});

test("the frame takes no focus and leaves the article where it is", async (t) => {
  const article = `<input id="own" autofocus><p style="height: 400px">Text</p>`;
  const { page } = await openHost(browser, t, hosts.put(article + frameOf(embedAddress(EDITED)) + `<p style="height: 3000px">Text</p>`));
  const [frame] = await embedsOf(page);
  await page.waitForTimeout(500);
  const place = () => page.evaluate(() => [document.activeElement.id, scrollY]);
  assert.deepEqual(await place(), ["own", 0]);
  await frame.evaluate(() => document.querySelector("#slider-society").dispatchEvent(new Event("input", { bubbles: true })));
  await page.waitForTimeout(300);
  assert.deepEqual(await place(), ["own", 0]);
});

/** Opens the dialog on the full page; its content comes with the second module. */
async function openDialog(t, options = {}) {
  const { page } = await openPage(browser, { test: t, path: EDITED, ...options });
  await page.locator(".ladder tbody tr.row").first().waitFor();
  assert.equal(await page.locator("iframe").count(), 0, "no preview before it is wanted");
  await new CalculatorPage(page).share();
  await page.getByRole("button", { name: "Nhúng", exact: true }).click();
  const dialog = page.locator("#panel");
  await dialog.locator("#embed-frame").waitFor();
  return { page, dialog };
}

test("the dialog shows the embed, takes options and gives three codes that work", async (t) => {
  const { page, dialog } = await openDialog(t);
  const [preview] = await embedsOf(page);
  assert.equal(await rank(preview), "8");
  await assertAccessible(page);
  const steps = await page.evaluate(() => history.length);
  await dialog.getByLabel("Không cho đổi tỉnh và kỳ").check();
  await dialog.getByLabel("Thể chế số").check();
  await dialog.getByLabel("Chiều rộng xem trước").selectOption("320");
  await page.waitForFunction(() => document.querySelector("#embed-frame").value.includes("locked=1"));
  const [narrow] = await embedsOf(page);
  assert.equal(await narrow.locator("#unit").count(), 0);
  assert.equal(await narrow.locator("#slider-institutions").count(), 1);
  assert.equal(await page.locator(".embed-preview iframe").evaluate((frame) => frame.clientWidth), 320);
  assert.equal(await page.evaluate(() => history.length), steps, "the preview is no step in the history");
  const codes = await Promise.all(["frame", "listener", "element"].map((name) => dialog.locator(`#embed-${name}`).inputValue()));
  for (const [place, code] of codes.entries()) {
    const host = await openHost(browser, t, hosts.put(code));
    const [frame] = await embedsOf(host.page);
    assert.equal(await rank(frame), "8");
    assert.equal(await frame.locator("#slider-institutions").count(), 1);
    assert.equal(await frame.locator("#unit").count(), 0);
    await host.page.waitForTimeout(400);
    const element = place === 2
      ? await host.page.evaluateHandle(() => document.querySelector("dti-whatif").shadowRoot.querySelector("iframe"))
      : await host.page.locator("iframe").elementHandle();
    const height = await element.evaluate((own) => own.clientHeight);
    assert.equal(height, place === 0 ? 640 : await contentHeight(frame), `code ${place}`);
  }
});

test("code is copied, or selected where copying is denied", async (t) => {
  const allowed = await openDialog(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const copy = (dialog) => dialog.getByRole("button", { name: "Sao chép mã" }).first().click();
  await copy(allowed.dialog);
  await allowed.dialog.getByText("Đã sao chép.").waitFor();
  const copied = await allowed.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^<figure[\s\S]*<iframe src="http[^"]*embed\/v1\/#v=1&amp;e=2022&amp;u=bac-giang/);
  await allowed.dialog.getByLabel("Bỏ tiêu đề và khung").check();
  await allowed.dialog.getByText("Đã sao chép.").waitFor({ state: "detached" }).catch(() => {});
  assert.doesNotMatch(await allowed.dialog.innerText(), /Đã sao chép\./, "another code is not copied yet");

  const denied = await openDialog(t, {
    before: (page) => page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined })),
  });
  await copy(denied.dialog);
  await denied.dialog.getByText("nhấn Ctrl+C").waitFor();
  const selected = await denied.page.evaluate(() => {
    const field = document.querySelector("#embed-frame");
    return [document.activeElement === field, field.value.slice(field.selectionStart, field.selectionEnd) === field.value];
  });
  assert.equal(selected[1], true);
});

test("the embed lives in a folder, in a sandbox too", async (t) => {
  const { repo } = sites();
  for (const more of [ALLOWED, SANDBOXED]) {
    const { page, record } = await openHost(browser, t, hosts.put(frameOf(embedAddress(OWN, repo), more)));
    const [frame] = await embedsOf(page);
    assert.equal(await frame.locator(".full a").getAttribute("href"), `${repo}#v=1&e=2022&u=bac-giang`);
    const asked = record.requests.filter((url) => !url.startsWith(hosts.origin));
    assert.ok(asked.every((url) => url.startsWith(repo)), `${asked}`);
    assert.equal(asked.length, 6, `cold: ${asked.join(" ")}`);
  }
});
