// The embed in pages of newsrooms, which are of another origin, and with their listeners.
import assert from "node:assert/strict";

const GIANG = "#e=2022&u=bac-giang";
const isDrawn = () => document.querySelector(".hero-rank strong") !== null;
const frame = () => document.querySelector("iframe");
const framed = (address, more) => `<iframe src="${address}" title="DTI" width="600" height="400" style="border:0" ${more}></iframe>`;
const heightOf = (tab) => tab.run(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** A field moves the rank inside of the frame, and its style is there. */
async function moves(tab) {
  await tab.shows(9, "0,6440");
  await tab.fill("#field-society", "0,45");
  await tab.shows(8, "0,6613");
  assert.equal(await tab.run(() => getComputedStyle(document.querySelector(".hero")).display), "flex");
}

/** The frame is as high as the page in it says, within what its host takes. */
async function fits(tab, find, [least, most] = [0, 5000]) {
  const height = Math.min(most, Math.max(least, await heightOf(tab)));
  await tab.enter(null);
  await tab.until(([own, wanted]) => {
    const frame = document.querySelector("dti-whatif")?.shadowRoot.querySelector("iframe") ?? document.querySelector(own);
    return Math.abs(frame.clientHeight - wanted) <= 1;
  }, ["iframe", height]);
  await tab.enter(find);
}

async function plain({ tab, site, host }) {
  const rights = `sandbox="allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"`;
  await tab.open(host.put(framed(`${site.address}embed/v1/${GIANG}`, rights)));
  await tab.inside(frame, isDrawn);
  await moves(tab);
}

/** What wp-embed.js does with a frame of a provider that is not trusted. */
const WORDPRESS = `<script>
  const frame = document.querySelector("iframe"), secret = "aB3dE5";
  addEventListener("load", () => frame.contentWindow.postMessage({ message: "ready", secret }, "*"));
  addEventListener("message", ({ data, source }) => {
    if (source !== frame.contentWindow || data.secret !== secret || data.message !== "height") return;
    frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  });
</script>`;

async function wordpress({ tab, site, host }) {
  const address = `${site.address}embed/v1/${GIANG}#?secret=aB3dE5`;
  await tab.open(host.put(framed(address, `sandbox="allow-scripts" security="restricted"`) + WORDPRESS));
  await tab.inside(frame, isDrawn);
  assert.equal(await tab.run(() => self.origin), "null");
  await moves(tab);
  await fits(tab, frame, [200, 1000]);
}

const AMP = `<script>addEventListener("message", ({ data }) => {
  if (data.sentinel === "amp" && data.type === "embed-size") document.querySelector("iframe").style.height = data.height + "px";
});</script>`;

async function amp({ tab, site, host }) {
  await tab.open(host.put(AMP + framed(`${site.address}embed/v1/${GIANG}`, `sandbox="allow-scripts"`)));
  await tab.inside(frame, isDrawn);
  await fits(tab, frame);
  await moves(tab);
  await fits(tab, frame);
}

/** Far below what the window shows: browsers draw no frame there. */
async function below({ tab, site, host }) {
  const far = `<p style="height:9000px">Text</p>`;
  await tab.open(host.put(AMP + far + framed(`${site.address}embed/v1/${GIANG}`, `sandbox="allow-scripts"`)));
  await tab.until(() => document.querySelector("iframe").clientHeight !== 400);
  assert.equal(await tab.run(() => scrollY), 0);
}

const inElement = () => document.querySelector("dti-whatif").shadowRoot.querySelector("iframe");
const element = (site, more = "") =>
  `<script src="${site.address}embed/v1/embed.js"></script><dti-whatif edition="2022" unit="bac-giang" ${more}>DTI</dti-whatif>`;

async function ofAnother({ tab, site, host }) {
  await tab.open(host.put(element(site)));
  await tab.inside(inElement, isDrawn);
  await moves(tab);
  await fits(tab, inElement);
}

async function ofItsOwn({ tab, site }) {
  await tab.open(site.put(element(site, "api")));
  await tab.inside(inElement, isDrawn);
  assert.equal(await tab.run(() => self.origin), "null");
  await moves(tab);
  await fits(tab, inElement);
  await tab.enter(null);
  await tab.run(() => document.querySelector("dti-whatif").set("e=2022&u=da-nang"));
  await tab.enter(inElement);
  await tab.shows(1);
}

/** What is asked of another host, or stands in the page as code, is refused, whoever writes the policy to its end. */
async function guarded({ tab, site, host }) {
  for (const rights of [`sandbox="allow-scripts"`, ""]) {
    await tab.open(host.put(framed(`${site.address}embed/v1/${GIANG}`, rights)));
    await tab.inside(frame, isDrawn);
    await tab.run((elsewhere) => {
      globalThis.refused = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => globalThis.refused.push(effectiveDirective.split("-")[0]));
      const put = (name, given) => document.head.append(Object.assign(document.createElement(name), given));
      // In a task of the page's own: what is evaluated from outside is above its policy.
      setTimeout(() => fetch(elsewhere).catch(() => {}));
      setTimeout(() => import(elsewhere).catch(() => {}));
      setTimeout(() => put("link", { rel: "stylesheet", href: elsewhere }));
      setTimeout(() => put("img", { src: elsewhere }));
    }, `${host.address}embed/v1/embed.js`);
    await tab.until(() => ["connect", "script", "style", "img"].every((kind) => globalThis.refused.includes(kind)));
  }
}

export const EMBED = [
  ["embed in a plain frame", plain],
  ["embed in WordPress's sandbox, its height", wordpress],
  ["embed in AMP's sandbox, its height", amp],
  ["embed below the fold tells its height", below],
  ["<dti-whatif> in an article, its height", ofAnother],
  ["<dti-whatif> on the article's own origin", ofItsOwn],
  ["the embed's policy holds, sandboxed or not", guarded],
];
