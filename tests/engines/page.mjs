// The main page as its readers use it.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** boot.js has started the application, and it stands in the first HTML's place. */
export function isReady() {
  const { boot } = document.documentElement.dataset;
  return boot === "ready" && !document.getElementById("first") && document.querySelector(".ladder tbody tr.row") !== null;
}

const GIANG = "#e=2022&u=bac-giang";

async function opened({ tab, site }, fragment = "") {
  await tab.open(`${site.address}${fragment}`, isReady);
  return tab;
}

async function published(it) {
  const tab = await opened(it);
  await tab.shows(11, "0,7474");
  assert.equal(await tab.run(() => document.querySelectorAll(".ladder tbody tr.row").length), 34);
  assert.equal(await tab.run(() => document.querySelector("#province").value), "Bắc Ninh");
  // The style is there: the verdict is the largest on the page.
  assert.ok(await tab.run(() => parseFloat(getComputedStyle(document.querySelector(".hero-rank strong")).fontSize)) > 30);
}

async function edited(it) {
  const tab = await opened(it, GIANG);
  await tab.shows(9, "0,6440");
  await tab.press("#slider-society", "PageUp");
  await tab.until(() => document.querySelector(".hero-score strong").textContent > "0,6440");
  await tab.fill("#field-society", "0.45");
  await tab.shows(8, "0,6613");
  assert.equal(await tab.run(() => document.querySelector("#field-society").value), "0,4500");
  await tab.addressHolds("s=bac-giang.society:0.45");
  assert.match(await tab.text(".hero-tag"), /Mô phỏng/);
}

async function keptByAddress(it) {
  const tab = await opened(it, GIANG);
  await tab.fill("#field-society", "0,45");
  await tab.addressHolds("s=bac-giang.society:0.45");
  await tab.reload(isReady);
  await tab.shows(8, "0,6613");
  await tab.fill("#province", "hue");
  await tab.addressHolds("u=thua-thien-hue");
  await tab.back();
  await tab.shows(8, "0,6613");
}

async function chosen(it) {
  const tab = await opened(it);
  await tab.choose("#edition", "2022");
  await tab.addressHolds("e=2022");
  await tab.until(() => document.querySelectorAll(".ladder tbody tr.row").length === 63);
  await tab.fill("#province", "bac giang");
  await tab.addressHolds("u=bac-giang");
  await tab.shows(9, "0,6440");
}

async function inEnglish(it) {
  const tab = await opened(it, `${GIANG}&s=bac-giang.society:0.45`);
  await tab.click("#language");
  await tab.shows(8, "0.6613");
  assert.deepEqual(await tab.run(() => [document.title, document.documentElement.lang]), ["Digital transformation (DTI) what-if for Viet Nam's provinces", "en"]);
  await tab.addressHolds("lang=en");
}

async function shared(it) {
  const tab = await opened(it, `${GIANG}&s=bac-giang.society:0.45`);
  await tab.click(".hero button", "Chia sẻ");
  await tab.see("#share[open]");
  await tab.click("#share button", "Nhúng");
  await tab.until(() => document.querySelector("#embed-frame")?.value.includes("s=bac-giang.society:0.45"));
  await tab.inside(() => document.querySelector(".embed-preview iframe"), () => document.querySelector(".hero-rank strong")?.textContent === "8");
}

async function analysed(it) {
  const tab = await opened(it, "#e=2022&u=thua-thien-hue&t=3");
  await tab.see("#analyses");
  await tab.until(() => document.querySelector(".analysis .finding")?.textContent.includes("cần thêm 4,9 điểm để lên hạng 3"));
  // This is counted in a worker.
  await tab.until(() => document.querySelector("#analyses").textContent.includes("Xác suất đạt hạng 3 trở lên"));
  await tab.click("#analyses button", "Dùng kế hoạch này làm kịch bản");
  await tab.shows(3);
}

async function drawn(it) {
  const tab = await opened(it, `${GIANG}&s=bac-giang.society:0.45`);
  await tab.see("#pictures");
  await tab.until(() => document.querySelectorAll("#pictures figure svg[role=img]").length === 7);
  assert.equal(await tab.text("#picture-strip h3"), "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành");
  assert.ok(await tab.run(() => document.querySelector("#picture-strip svg text").getBoundingClientRect().width) > 0);
}

async function asked(it) {
  const tab = await opened(it, GIANG);
  await tab.see("#claims");
  await tab.fill("#claim", "Bắc Giang đứng thứ 9 năm 2022");
  await tab.until(() => document.querySelector(".claim-answer h3")?.innerText === "Đúng");
}

/** Three of 63 provinces, with other figures than the published ones. */
const TABLE = "Hạng;Tỉnh;DTI\n1;Bắc Giang;0,9\n2;Đà Nẵng;0,8\n3;Huế;0,7\n";

async function brought(it) {
  const tab = await opened(it, GIANG);
  await tab.click("#desk button", "Nhập dữ liệu");
  await tab.see(".desk");
  const file = join(await mkdtemp(join(tmpdir(), "dti-engines-")), "bang.csv");
  await writeFile(file, TABLE);
  await tab.attach(".desk input[type=file]", file);
  await tab.see("#desk-import-heading");
  await tab.click(".desk button", "Nhập vào trang");
  await tab.shows(1, "0,9000");
}

export const PAGE = [
  ["opens as published", published],
  ["a slider and a field move the rank", edited],
  ["address, reload and back keep it", keptByAddress],
  ["another province, another edition", chosen],
  ["another language", inEnglish],
  ["share, with the embed's preview", shared],
  ["an analysis answers, in a worker", analysed],
  ["pictures come", drawn],
  ["a claim is checked", asked],
  ["own data: a CSV becomes a rank", brought],
];
