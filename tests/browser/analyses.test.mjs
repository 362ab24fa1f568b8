// The analyses in Chromium on the built site: one journey a panel, ending in the sentence that it shows, with
// the numbers of the JavaScript API.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage, waitUntilReady } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";
import { calculator as api } from "../api/support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Opens an analysis and scrolls to it. */
async function open(test, fragment, options = {}) {
  const { page } = await openPage(browser, { test, path: `#${fragment}`, ...options });
  await page.locator("#analyses").waitFor({ state: "attached" });
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await page.locator(".analysis .finding").first().waitFor();
  return { page, calculator: new CalculatorPage(page) };
}

const details = (page) => page.locator("#folded-seed summary");
const finding = (page) => page.locator(".analysis .finding").first();

/** Waits until the finding says something. */
async function finds(page, text) {
  await page
    .waitForFunction((part) => document.querySelector(".analysis .finding")?.textContent.includes(part), text, { timeout: 8000 })
    .catch(() => {});
  assert.ok((await finding(page).innerText()).includes(text), await finding(page).innerText());
}

/** A score or points as Vietnamese writes them. */
const vi = (number, decimals = 4) => number.toFixed(decimals).replace(".", ",");
const points = (number) => String(Number(number.toFixed(2))).replace(".", ",");
const nameOf = (edition, id) => api.units(edition).find((unit) => unit.id === id).name.vi;
const indicator = (edition, id) => api.framework(edition).indicators.find((node) => node.id === id).name.vi;

test("plan: the cheapest way to a rank, loaded as the scenario", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=thua-thien-hue&t=3");
  const plan = api.plan({ edition: "2022", unit: "thua-thien-hue", targetRank: 3 });
  const [step] = plan.steps;
  await finds(page, `Thừa Thiên Huế (hạng 4) cần thêm ${points(plan.pointsNeeded)} điểm để lên hạng 3`);
  await finds(page, `${indicator("2022", step.indicator)} từ ${vi(step.from)} lên ${vi(step.to)}`);
  assert.match(await page.locator(".analysis .told").first().innerText(), /0,7024 của Quảng Ninh/);
  // How likely it holds comes a moment later.
  await page.getByText("Xác suất đạt hạng 3 trở lên").waitFor();
  await page.getByRole("button", { name: "Dùng kế hoạch này làm kịch bản" }).click();
  await calculator.ranks(3);
  await calculator.addressHolds(`thua-thien-hue.${step.indicator}:${step.to}`);
  await finds(page, "đã đạt mục tiêu hạng 3, không cần thêm điểm");
  // The plan stays in view, each step ticked as it is reached.
  const followed = page.locator(".followed");
  assert.match(await followed.locator("h4").innerText(), /Kế hoạch đang theo, để lên hạng 3: đã xong (\d+)\/\1 bước/);
  assert.equal(await followed.locator("li.done").count(), plan.steps.length);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await calculator.ranks(4);
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await finds(page, "cần thêm 4,9 điểm để lên hạng 3");
  assert.equal(await followed.locator("li.done").count(), 0);
  assert.match(await followed.locator("li").first().innerText(), /còn 0,\d{4}$/);
});

test("plan: how likely it holds says what varies, and the other provinces can move", async (t) => {
  const { page } = await open(t, "e=2023&u=phu-yen&t=31");
  const fact = page.locator(".facts dd").nth(1);
  await fact.waitFor();
  const still = await fact.innerText();
  const told = page.getByText("Mỗi lần thử đổi ngẫu nhiên").first();
  assert.match(await told.innerText(), /điểm tối đa của từng chỉ số \(±25%\)/);
  await page.getByLabel("Các tỉnh khác tăng giảm như năm trước, có dao động").click();
  await page.getByText("giá trị của các tỉnh khác (tăng giảm như năm trước, độ lệch ±").waitFor();
  assert.notEqual(await fact.innerText(), still);
  await page.getByLabel(/Điểm tối đa của từng chỉ số dao động/).click();
  await page.waitForFunction(() => !document.querySelector("#analyses").textContent.includes("điểm tối đa của từng chỉ số (±"));
  await page.locator("#folded-proof summary").click();
  await page.getByText("Không cách nào khác tốn ít sức hơn").waitFor();
});

test("plan: conditions in a planner's words, and what cannot be reached", async (t) => {
  const { page } = await open(t, "e=2022&u=thua-thien-hue&t=1");
  await page.getByText("Điều kiện của kế hoạch").click();
  const society = page.getByRole("group", { name: /Hoạt động xã hội số/ });
  await society.getByLabel("Không thể đổi").click();
  const locked = api.plan({ edition: "2022", unit: "thua-thien-hue", targetRank: 1, locked: ["society"] });
  const [first] = locked.steps;
  await finds(page, `${indicator("2022", first.indicator)} từ ${vi(first.from)} lên ${vi(first.to)}`);
  const economy = page.getByRole("group", { name: /Hoạt động kinh tế số/ });
  await economy.getByRole("button", { name: "khó" }).click();
  assert.equal(await economy.getByRole("button", { name: "khó" }).getAttribute("aria-pressed"), "true");
  await economy.getByText("Chi tiết").click();
  assert.equal(await economy.getByLabel("Hệ số khó").inputValue(), "2");
  await economy.getByLabel("Hệ số khó").fill("4");
  await economy.getByLabel("Hệ số khó").press("Enter");
  const hard = api.plan({ edition: "2022", unit: "thua-thien-hue", targetRank: 1, locked: ["society"], costs: { economy: 4 } });
  const easiest = hard.steps[0];
  await finds(page, `${indicator("2022", easiest.indicator)} từ ${vi(easiest.from)} lên ${vi(easiest.to)}`);
  await economy.getByLabel("Tối đa lên tới").fill("1,2");
  await economy.getByLabel("Tối đa lên tới").press("Enter");
  await page.getByText("Số phải từ 0 đến 1.").waitFor();
  for (const name of ["Hoạt động chính quyền số", "An toàn thông tin mạng", "Nhân lực số", "Hạ tầng số"]) {
    await page.getByRole("group", { name: new RegExp(name) }).getByLabel("Không thể đổi").click();
  }
  await finds(page, "chưa thể lên hạng 1; nâng hết mức được phép thì ở hạng");
});

test("neighbourhood: points up and down, with the names", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang&panel=neighbourhood");
  const around = api.neighbourhood({ edition: "2022", unit: "bac-giang" });
  const next = around.up[0];
  await finds(page, `Bắc Giang (hạng ${around.rank}) cần thêm ${points(next.points)} điểm để bằng ${nameOf("2022", next.unit)}`);
  await finds(page, `mất hơn ${points(around.down.points)} điểm thì tụt sau ${nameOf("2022", around.down.unit)}`);
});

test("explain: points up, rank down", async (t) => {
  const { page } = await open(t, "e=2023&u=quang-ninh&panel=explain");
  const why = api.explain({ unit: "quang-ninh", from: { edition: "2022" }, to: { edition: "2023" } });
  await finds(page, `Quảng Ninh: giá trị tăng ${vi(why.scoreChange)} nhưng tụt ${why.rankChange} bậc, từ hạng 3 (2022) xuống hạng 12 (2023).`);
  const told = await page.locator(".analysis .told").first().innerText();
  for (const unit of why.overtookMe) assert.ok(told.includes(nameOf("2023", unit)), `${unit}: ${told}`);
  assert.match(told, /Nếu các tỉnh khác đứng yên: hạng \d+; nếu chỉ các tỉnh khác đổi: hạng \d+\./);
  await page.locator(".analysis svg[role=img]").waitFor();
  // The parts of the rank's move stand under the details.
  const causes = page.locator("#folded-effects");
  await causes.locator("summary").click();
  const parts = await causes.locator("tbody").innerText();
  assert.ok(parts.includes(`▲ ${points(-why.own)}`) && parts.includes(`▼ ${points(why.rivals)}`), parts);
  await page.getByLabel("Từ", { exact: true }).selectOption("2021");
  await finds(page, "Quảng Ninh: chưa thể giải thích vì sao đổi hạng giữa hai kỳ này.");
  await page.getByRole("group", { name: "Số liệu hiện có" }).getByText("DTI 2021").waitFor();
});

test("explain: every indicator year by year, what is hidden by name, a shared rank, and a link that keeps it", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang&panel=explain");
  await page.getByLabel("Từ", { exact: true }).selectOption("2022");
  await page.getByLabel("Đến", { exact: true }).selectOption("2024");
  await finds(page, "xuống hạng 13 (2024)");
  await page.getByText("Hạng 13 (2024) là đồng hạng với Yên Bái.").waitFor();
  const years = page.getByRole("group", { name: "Từng chỉ số qua các kỳ" });
  const society = await years.getByRole("row", { name: /Hoạt động xã hội số/ }).locator("td").allInnerTexts();
  const score = (edition) => {
    const { units } = api.simulate({ edition, unit: "bac-giang" });
    return units.find((unit) => unit.unit === "bac-giang").indicators.society.score;
  };
  assert.deepEqual([society.length, society[0], society[3], society[7]], [3 + 4 + 4, vi(score("2022")), vi(score("2023")), vi(score("2024"))]);
  await page.getByText(/Không công bố riêng ở cả hai kỳ, chỉ biết tổng: Nhận thức số, Thể chế số, Nhân lực số, An toàn thông tin mạng/).waitFor();
  await calculator.addressHolds("from=2022");
  await calculator.addressHolds("to=2024");
  await page.reload();
  await waitUntilReady(page);
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await finds(page, "từ hạng 9 (2022) xuống hạng 13 (2024)");
});

test("explain: from the figures as published to the scenario", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang&panel=explain&s=bac-giang.society:0.45");
  await finds(page, "Bắc Giang: giá trị tăng 0,0173, lên 1 bậc, từ hạng 9 (2022) lên hạng 8 (theo kịch bản).");
});

test("stability: bands and chances, the same seed and the same bytes as natively", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang&panel=stability&seed=7");
  const sure = api.stability({ edition: "2022", seed: 7 }).units.find((unit) => unit.unit === "bac-giang");
  await page.getByText("10.000/10.000 lần thử").waitFor();
  await details(page).click();
  await page.getByText("Các lần thử có số khởi đầu 7;").waitFor();
  await finds(page, `Bắc Giang: hạng ${sure.rank}; 90% số lần thử cho hạng từ ${sure.low} đến ${sure.high}. Xác suất vào tốp 10: ${Math.round(sure.topK * 100)}%.`);
  assert.equal(page.workers().length, 1, "the draws run in a worker");
  const counts = await page.evaluate(async () => {
    const { default: init, Calculator } = await import(new URL("./api/v1/dti_whatif.js", location.href).href);
    await init();
    const answer = new Calculator().stability({ edition: "2022", draws: 500, seed: 7 });
    return answer.units.map(({ unit, rank, low, high, acceptability }) => {
      const taken = acceptability.map((share, place) => [place + 1, Math.round(share * 500)]).filter(([, count]) => count > 0);
      return `${[unit, rank, low, high, ...taken.map((pair) => pair.join(":"))].join(" ")}\n`;
    });
  });
  const native = await readFile(new URL("../../crates/engine/tests/snapshots/stability/2022_seed_7.txt", import.meta.url), "utf8");
  assert.equal(counts.join(""), native);
});

test("stability: stopped and gone on with, without a long task of the page", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang&panel=stability");
  await page.getByText("10.000/10.000 lần thử").waitFor();
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.getByLabel("Số lần thử").first().selectOption("100000");
  await page.getByRole("button", { name: "Dừng" }).click();
  await page.getByText(/Đã dừng: [\d.]+\/100\.000 lần thử/).waitFor();
  const stopped = await page.locator(".draws").innerText();
  await page.waitForTimeout(400);
  assert.equal(await page.locator(".draws").innerText(), stopped, "nothing goes on after stop");
  await page.getByRole("button", { name: "Chạy tiếp" }).click();
  await page.getByText("100.000/100.000 lần thử").waitFor({ timeout: 30_000 });
  t.diagnostic(`longest task of the page during 100,000 draws: ${Math.round(await page.evaluate(() => globalThis.longest))} ms`);
  const sure = api.stability({ edition: "2022", draws: 100_000 }).units.find((unit) => unit.unit === "bac-giang");
  await finds(page, `hạng từ ${sure.low} đến ${sure.high}`);
});

test("without workers the analyses run in the page", async (t) => {
  const { page } = await open(t, "e=2022&u=bac-giang&panel=stability", {
    before: (page) => page.addInitScript(() => {
      globalThis.Worker = class { constructor() { throw new DOMException("no workers here", "SecurityError"); } };
    }),
  });
  await page.getByText("10.000/10.000 lần thử").waitFor();
  assert.equal(page.workers().length, 0);
  await finds(page, "Bắc Giang: hạng 9; 90% số lần thử cho hạng từ 8 đến 14");
});

test("sweep: the crossings have names, and the step is the plan's", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang&panel=sweep");
  await page.locator("#choice-sweep").selectOption("society");
  await finds(page, "Nếu Hoạt động xã hội số của Bắc Giang đi từ 0 đến 1, hạng đi từ 26 lên 2; bắt kịp Thái Nguyên khi đạt 0,3542.");
  const at = (score) => api.simulate({ edition: "2022", unit: "bac-giang", overrides: [{ unit: "bac-giang", indicator: "society", score }] })
    .units.find((unit) => unit.unit === "bac-giang").rank;
  assert.deepEqual([at(0), at(0.3537), at(0.3538), at(1)], [26, 9, 8, 2]);
  const locked = ["awareness", "institutions", "infrastructure", "workforce", "security", "government", "economy"];
  const plan = api.plan({ edition: "2022", unit: "bac-giang", targetRank: 8, locked });
  assert.deepEqual(plan.steps.map((step) => [step.indicator, vi(step.to)]), [["society", "0,3542"]]);
  const told = await page.locator(".analysis .told").first().innerText();
  assert.ok(told.includes(`Lên hạng 8 cần thêm ${points(plan.pointsNeeded)} điểm`) && told.includes("đủ mà không cần nhờ làm tròn"), told);
  assert.ok(told.includes("Nhờ làm tròn thì từ 0,3538 đã đủ."), told);
  await page.locator(".analysis svg[role=img]").waitFor();
  await page.getByRole("button", { name: "Giả định Hoạt động xã hội số đạt 0,3542" }).click();
  await calculator.ranks(8);
  await page.getByLabel("Cho thay đổi").selectOption("weight");
  await finds(page, "Khi điểm tối đa của Hoạt động xã hội số đi từ 0 đến 400");
});

test("sensitivity: shares with their intervals and N, as the API gives them", async (t) => {
  const { page, calculator } = await open(t, "e=2023&u=bac-giang&panel=sensitivity");
  const asked = { edition: "2023", unit: "bac-giang" };
  const found = api.sensitivity(asked);
  await finds(page, "Hạng của Bắc Giang không chắc chủ yếu do");
  await finds(page, "(khoảng tin cậy 95%, N = 2.000)");
  const percent = (share) => String(Math.round(share * 100)).replace("-", "\u2212");
  const shown = ({ value, low, high }) => `${percent(value)}% (${percent(low)} đến ${percent(high)}%)`;
  const rows = await page.locator("#analysis-sensitivity tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.equal(rows.length, found.drawn.length);
  found.drawn.forEach((group, place) => {
    const [rank, score] = [found.rank, found.score].map((varied) => varied.groups[group]);
    assert.deepEqual(rows[place].slice(1), [rank.first, rank.total, score.first, score.total].map(shown), group);
  });
  await page.locator("#folded-doubt summary").click();
  await page.getByLabel("Số khởi đầu").fill("7");
  await page.getByLabel("Số khởi đầu").press("Enter");
  await calculator.addressHolds("seed=7");
  const other = api.sensitivity({ ...asked, seed: 7 });
  await page.getByText(shown(other.rank.groups.weights.total)).first().waitFor();
});

test("merger: no figure changed, rank 2 to 17", async (t) => {
  const { page } = await open(t, "e=2024&u=da-nang&panel=merger");
  const merged = api.merge({ edition: "2024" }).units.find((unit) => unit.unit === "da-nang");
  await finds(page, `Đà Nẵng: từ hạng 2/63 thành hạng ${merged.rank}/34 sau sáp nhập (số liệu 2024), dù không số liệu nào thay đổi.`);
  assert.ok((await page.locator(".analysis table").first().innerText()).includes(vi(merged.score)));
  await page.getByLabel("Cách gộp").selectOption("population");
  await page.getByText("không phải quy tắc chính thức").first().waitFor();
  const weighed = api.merge({ edition: "2024", weights: "population-2024" }).units.find((unit) => unit.unit === "da-nang");
  await finds(page, `hạng ${weighed.rank}/34`);
});

test("peers: who came to the target, and the path that is followed", async (t) => {
  const { page, calculator } = await open(t, "e=2023&u=nam-dinh&panel=peers&t=10");
  const { paths, profile } = api.peers({ edition: "2023", unit: "nam-dinh", targetRank: 10, count: 100 });
  const [first] = paths;
  await finds(page, `đã có ${paths.length} lần một tỉnh đi từ hạng`);
  await finds(page, `gần nhất là ${nameOf("2023", first.unit)}, từ hạng ${first.rankBefore} (${first.from}) lên hạng ${first.rankAfter} (${first.to}).`);
  const like = await page.getByRole("group", { name: "Giống nhất về cơ cấu điểm" }).locator("tbody th").allInnerTexts();
  assert.deepEqual(like, profile.slice(0, 5).map((peer) => nameOf("2023", peer.unit)));
  await page.getByText(`các tỉnh khác đứng yên: hạng ${first.rank}, giá trị ${vi(first.score)}`).first().waitFor();
  await page.getByRole("button", { name: new RegExp(`^Đi theo con đường này: ${nameOf("2023", first.unit)}`) }).first().click();
  await calculator.ranks(first.rank);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByLabel("Mục tiêu").selectOption("1");
  await calculator.addressHolds("t=1");
});

test("bridge: what is method, what is movement, and why components cannot be compared", async (t) => {
  const { page, calculator } = await open(t, "e=2024&u=bac-giang&panel=bridge");
  const bridge = api.bridge({ unit: "bac-giang", from: "2023", to: "2024" });
  // What is nothing when it is rounded has no sign.
  const isNothing = (number) => Math.abs(number) < 0.00005;
  const signed = (number) => (isNothing(number) ? vi(0) : `${number > 0 ? "+" : ""}${vi(number).replace("-", "−")}`);
  await finds(page, `Bắc Giang, 2023 → 2024: giá trị ${signed(bridge.scoreChange)}, hạng ${bridge.rankBefore} → ${bridge.rankAfter}.`);
  await finds(page, `từ ${signed(bridge.weights.low)} đến ${signed(bridge.weights.high)}`);
  const told = await page.locator(".analysis .told").first().innerText();
  assert.ok(told.includes(`${Math.round(bridge.comparableBefore * 100)}% điểm tối đa của kỳ 2023 và ${Math.round(bridge.comparableAfter * 100)}% của kỳ 2024`), told);
  const [part] = bridge.indicators;
  const row = page.getByRole("row", { name: new RegExp(indicator("2024", part.indicator)) });
  const cells = await row.locator("td").allInnerTexts();
  assert.deepEqual(cells.slice(2), [vi(part.before), vi(part.after), signed(part.weights), signed(part.values), signed(part.typical)]);
  await page.getByText("Chỉ so được đến chỉ số chính.").waitFor();
  await page.getByLabel("Từ", { exact: true }).selectOption("2022");
  await finds(page, "Bắc Giang, 2022 → 2024");
  await calculator.addressHolds("from=2022");
});

test("compare: four scenarios are kept on the device, two provinces side by side", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang&panel=compare&s=bac-giang.society:0.45");
  await page.getByRole("button", { name: "Lưu kịch bản đang xem" }).click();
  await finds(page, "kịch bản đang xem cho hạng 8/63; kịch bản “Kịch bản 1” cho hạng 8/63");
  await page.getByLabel("Tên kịch bản 1").fill("Đẩy mạnh xã hội số");
  await page.getByLabel("Tên kịch bản 1").press("Enter");
  await finds(page, "“Đẩy mạnh xã hội số” cho hạng 8/63, giá trị 0,6613");
  for (let more = 0; more < 3; more += 1) {
    await page.getByRole("button", { name: "Lưu kịch bản đang xem" }).click();
    await page.locator(".saved li").nth(more + 1).waitFor();
  }
  await page.getByText("Đã lưu đủ bốn kịch bản").waitFor();
  assert.ok(!(await calculator.hash()).includes("saved"), "they never enter the address");
  await page.reload();
  await waitUntilReady(page);
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await finds(page, "“Đẩy mạnh xã hội số” cho hạng 8/63");
  await page.getByRole("button", { name: "Xóa: Đẩy mạnh xã hội số" }).click();
  await page.locator(".saved li").nth(2).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".saved li").length === 3);
  await page.getByLabel("Tỉnh để so").selectOption("thai-nguyen");
  const rows = Object.fromEntries(["bac-giang", "thai-nguyen"].map((id) => [id, api.simulate({
    edition: "2022", unit: "bac-giang", overrides: [{ unit: "bac-giang", indicator: "society", score: 0.45 }],
  }).units.find((unit) => unit.unit === id)]));
  const ahead = (rows["bac-giang"].score - rows["thai-nguyen"].score) * 1000;
  await page.getByText(`Bắc Giang (hạng 8) hơn Thái Nguyên (hạng 9) ${points(ahead)} điểm`).waitFor();
});

test("every analysis is accessible, in both themes and languages, at 1280 and 320 px", async (t) => {
  for (const [width, colorScheme, lang] of [[1280, "light", "vi"], [320, "dark", "en"]]) {
    const { page, calculator } = await open(t, `e=2022&u=bac-giang&lang=${lang}&s=bac-giang.society:0.45`, { width, colorScheme });
    for (const panel of ["plan", "neighbourhood", "explain", "stability", "sensitivity", "sweep", "merger", "compare", "peers", "bridge"]) {
      await page.locator(`[data-panel="${panel}"]`).click();
      await page.locator(`#analysis-${panel} .finding`).first().waitFor();
      for (const summary of await page.locator(".analysis details > summary").all()) await summary.click();
      await page.waitForTimeout(250);
      await assertAccessible(page, { within: "#analyses" });
      assert.ok(!(await calculator.overflows()), `${panel} is wider than ${width} px`);
    }
  }
});

test("a link opens its analysis, target and seed; the keyboard chooses another", async (t) => {
  const { page, calculator } = await open(t, "e=2022&u=bac-giang&panel=plan&t=5");
  assert.equal(await page.getByLabel("Mục tiêu").inputValue(), "5");
  await page.locator('[data-panel="stability"]').focus();
  await page.keyboard.press("Enter");
  await page.locator("#analysis-stability .finding").waitFor();
  await calculator.addressHolds("panel=stability");
  await page.waitForFunction(() => /^Bắc Giang: hạng 9; 90%/.test(document.querySelector("[role=status]").textContent));
  await details(page).click();
  await page.getByLabel("Số khởi đầu").fill("12");
  await page.getByLabel("Số khởi đầu").press("Enter");
  await calculator.addressHolds("seed=12");
  await page.getByText("số khởi đầu 12").waitFor();
  await page.getByLabel("Số khởi đầu").fill("x");
  await page.getByLabel("Số khởi đầu").press("Enter");
  await page.getByText("Hãy nhập số nguyên từ 0").waitFor();
  await calculator.addressHolds("seed=12");
});
