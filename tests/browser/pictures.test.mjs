// The pictures and panels of the second module, in Chromium, on the built site.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage, sites } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const EDITED = "#e=2022&u=bac-giang&s=bac-giang.society:0.45";

async function open(test, options = {}) {
  const { page } = await openPage(browser, { test, ...options });
  await page.locator(".ladder tbody tr.row").first().waitFor();
  return { calculator: new CalculatorPage(page), page };
}

/** Scrolls to the pictures, which are loaded then. */
async function seePictures(page) {
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  await page.locator("#pictures figure").nth(6).waitFor();
  return page.locator("#pictures figure");
}

test("seven pictures say what they show, and follow the edit", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  assert.equal(await page.locator("#pictures figure").count(), 0, "nothing is loaded before it is near");
  const figures = await seePictures(page);
  assert.equal(await figures.count(), 7);
  const strip = page.locator("#picture-strip h3");
  assert.equal(await strip.innerText(), "Bắc Giang đứng thứ 9 trong 63 tỉnh, thành với giá trị 0,6440");
  await calculator.field("society").fill("0,45");
  await calculator.field("society").press("Enter");
  await page.locator("#picture-strip").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("#picture-strip h3").textContent
    === "Bắc Giang từ hạng 9 lên hạng 8 trong 63 tỉnh, thành");
  assert.match(await page.locator(".pictures-lead").innerText(), /Mô phỏng, không phải số liệu chính thức/);
  for (const figure of await figures.all()) {
    assert.ok((await figure.locator("svg[role=img]").getAttribute("aria-labelledby")).endsWith("-heading"));
    assert.ok((await figure.locator("svg text").count()) > 1, "the picture has words in it");
  }
  const isSeen = () => page.evaluate(() => scrollY);
  const before = await isSeen();
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#picture-strip").scrollIntoViewIfNeeded();
  assert.ok(Math.abs((await isSeen()) - before) < 200, "what was in sight is in sight");
  await page.waitForFunction(() => /would rise from 9th to 8th/.test(document.querySelector("#picture-strip h3").textContent));
});

test("the table is one click away and has the published figures", async (t) => {
  const { page } = await open(t, { path: "#e=2022&u=bac-giang" });
  await seePictures(page);
  const strip = page.locator("#picture-strip");
  await strip.getByRole("button", { name: "Bảng" }).click();
  assert.equal(await strip.locator("svg").count(), 0, "in the place of the drawing");
  assert.equal(await strip.locator("tbody tr").count(), 63);
  assert.match(await strip.locator("tr.own").innerText(), /Bắc Giang/);
  assert.match(await strip.locator("tbody tr").first().innerText(), /Đà Nẵng/);
  assert.match(await strip.locator("tbody tr").first().innerText(), /0,8002/);
  await strip.getByRole("button", { name: "Biểu đồ" }).click();
  assert.equal(await strip.locator("table").count(), 0);
  await strip.locator("svg").waitFor();
});

test("a figure says where its figures come from, and what must be said of them", async (t) => {
  const { page } = await open(t, { path: EDITED });
  await seePictures(page);
  const source = page.locator("#picture-profile").getByRole("button", { name: "Nguồn" });
  await source.click();
  assert.equal(await source.getAttribute("aria-expanded"), "true");
  const said = page.locator("#picture-profile .figure-source");
  assert.match(await said.innerText(), /^Nguồn: DTI 2022.*; tính bằng dti-whatif\. Mô phỏng, không phải số liệu chính thức/);
  await source.click();
  assert.equal(await said.count(), 0);
});

test("picture and table are copied together, so that Word and chats take what they can", async (t) => {
  const { page } = await open(t, { path: EDITED });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await seePictures(page);
  const strip = page.locator("#picture-strip");
  await strip.getByRole("button", { name: "Sao chép" }).click();
  await strip.getByText("Đã sao chép").waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (kind) => (await item.getType(kind)).text();
    const png = new Uint8Array(await (await item.getType("image/png")).arrayBuffer());
    return { types: item.types, html: await text("text/html"), plain: await text("text/plain"), png: [...png.subarray(1, 4)] };
  });
  assert.deepEqual([...copied.types].sort(), ["image/png", "text/html", "text/plain"]);
  assert.equal(String.fromCharCode(...copied.png), "PNG");
  assert.match(copied.html, /<table/);
  assert.match(copied.html, /Bắc Giang từ hạng 9/);
  assert.match(copied.html, /Mô phỏng, không phải số liệu chính thức/);
  assert.match(copied.plain, /^Bắc Giang từ hạng 9[^\n]*\nMô phỏng[^\n]*\nHạng theo kịch bản\tTỉnh, thành\t/);
  assert.match(copied.plain, /\nNguồn: DTI 2022/);
});

for (const refused of ["drawing", "forms", "everything"]) {
  test(`where the clipboard refuses ${refused}, what is left is copied`, async (t) => {
    const { page } = await open(t, {
      path: EDITED,
      before: (page) => page.addInitScript((refused) => {
        const clipboard = navigator.clipboard;
        globalThis.copied = [];
        const write = async ([item]) => {
          if (refused !== "drawing" || item.types.includes("image/png")) throw new Error("denied");
          globalThis.copied.push(...item.types);
        };
        const writeText = async (text) => {
          if (refused === "everything") throw new Error("denied");
          globalThis.copied.push(text);
        };
        Object.defineProperties(clipboard, { write: { value: write }, writeText: { value: writeText } });
      }, refused),
    });
    await seePictures(page);
    const strip = page.locator("#picture-strip");
    await strip.getByRole("button", { name: "Sao chép" }).click();
    if (refused === "everything") {
      await strip.getByText("Trình duyệt không cho sao chép").waitFor();
      assert.match(await page.locator("#pictures-handed").inputValue(), /^Bắc Giang từ hạng 9/);
    } else {
      await strip.getByText("Đã sao chép").waitFor();
      const copied = await page.evaluate(() => globalThis.copied);
      if (refused === "drawing") assert.deepEqual(copied, ["text/html", "text/plain"]);
      else assert.match(copied[0], /^Bắc Giang từ hạng 9/);
    }
  });
}

test("a tile of the map chooses its province, and the map shows what is asked", async (t) => {
  const { calculator, page } = await open(t, { path: "#e=2022&u=bac-giang" });
  await seePictures(page);
  const map = page.locator("#picture-map");
  assert.match(await map.innerText(), /Đà Nẵng có giá trị cao nhất/);
  // Pictures follow while they are near what is seen.
  await map.scrollIntoViewIfNeeded();
  await map.locator("select").selectOption("rank");
  await page.waitForFunction(() => /hạng/.test(document.querySelector("#picture-map .picture-legend").textContent)
    || /1/.test(document.querySelector("#picture-map .picture-legend").textContent));
  await map.locator("path[data-unit='da-nang']").first().click();
  await calculator.shows(1, "0,8002");
  assert.ok(await map.locator("svg").innerHTML().then((drawn) => drawn.includes("Hoàng Sa") && drawn.includes("Trường Sa")));
});

test("a picture is kept as SVG and as PNG, with title, source and warning", async (t) => {
  const { page } = await open(t, { path: EDITED });
  await seePictures(page);
  await page.locator("#picture-strip").getByRole("button", { name: "Tải về" }).click();
  const save = async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#picture-strip").getByRole("button", { name: kind }).click(),
    ]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const svg = await save("SVG");
  assert.equal(svg.name, "dti-2022-bac-giang-strip.svg");
  const text = svg.content.toString("utf8");
  assert.match(text, /^<svg /);
  for (const part of ["Bắc Giang từ hạng 9", "Mô phỏng, không phải số liệu chính thức", "Nguồn: DTI 2022"]) {
    assert.ok(text.includes(part), part);
  }
  const png = await save("PNG");
  assert.equal(png.name, "dti-2022-bac-giang-strip.png");
  assert.equal(png.content.subarray(1, 4).toString("latin1"), "PNG");
  assert.equal(png.content.readUInt32BE(16), 2 * 832, "twice as many pixels as the drawing has");
  const csv = await save("CSV");
  assert.equal(csv.name, "dti-2022-bac-giang-strip.csv");
  const table = csv.content.toString("utf8");
  assert.ok(table.startsWith("\u{feff}Hạng theo kịch bản;Tỉnh, thành;"), table.slice(0, 80));
  assert.equal(table.trim().split("\r\n").length, 64);
  assert.match(table, /8;Bắc Giang;0,6613;9;0,6440;tăng 1 bậc/);
  await page.locator("#picture-strip").getByText("Không thấy tệp tải xuống?").click();
  assert.equal(await page.locator("#pictures-handed").inputValue(), table.replaceAll("\r\n", "\n"), "what was handed out last stands there too");
});

test("the figures are kept as CSV, in both forms", async (t) => {
  const { page } = await open(t, { path: EDITED });
  await seePictures(page);
  const save = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".table-files").getByRole("button", { name }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const results = await save("cả bảng, dấu phẩy thập phân");
  assert.equal(results.name, "dti-2022-bac-giang-results-vi.csv");
  assert.ok(results.text.startsWith("\u{feff}Hạng;Hạng công bố;Tỉnh, thành phố;"), results.text.slice(0, 80));
  assert.equal(results.text.trim().split("\r\n").length, 64);
  assert.ok(results.text.includes("8;9;Bắc Giang;24;0,6613;0,6440;"), "rank and score, and as published");
  const card = await save("phiếu điểm, dấu chấm thập phân");
  assert.equal(card.name, "dti-2022-bac-giang-scorecard-en.csv");
  assert.match(card.text, /,society,0\.4500,67\.50,150,82\.50,Giả định,0\.3348,/);
});

test("how a number is computed, with its own figures", async (t) => {
  const { page } = await open(t, { path: EDITED });
  const panel = page.locator("#panel");
  await page.getByRole("button", { name: "Hoạt động xã hội số: Cách tính" }).click();
  await panel.getByText("0,4500 × 150 = 67,50 điểm").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await panel.isVisible(), false);
  await page.getByRole("button", { name: "Giá trị này được tính thế nào?" }).click();
  await panel.locator("tfoot, tbody tr:last-child").first().waitFor();
  assert.match(await panel.innerText(), /0,6613/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Về số liệu của kỳ này" }).click();
  await panel.getByText("Về số liệu", { exact: false }).first().waitFor();
  await assertAccessible(page);
});

for (const [language, colorScheme, width] of [["vi", "light", 1280], ["vi", "dark", 320], ["en", "dark", 1280], ["en", "light", 320]]) {
  test(`axe finds nothing in pictures and panels: ${language}, ${colorScheme}, ${width} px`, async (t) => {
    const { calculator, page } = await open(t, { path: `${EDITED}&lang=${language}`, colorScheme, width, height: 800 });
    await seePictures(page);
    await page.locator("#picture-profile .figure-switch button").nth(1).click();
    await page.locator("#picture-history .figure-bar > button").first().click();
    await page.locator("#picture-map .figure-bar > button").nth(1).click();
    await assertAccessible(page);
    assert.equal(await calculator.overflows(), false);
    await page.locator(".why").first().click();
    await page.locator("#panel h3").waitFor();
    await assertAccessible(page);
  });
}

test("without the part that draws the page stays, says so, and tries again", async (t) => {
  let isBlocked = true;
  const { calculator, page } = await open(t, {
    path: EDITED,
    expectErrors: true,
    before: (page) => page.route(/split_figures-/, (route) => (isBlocked ? route.abort() : route.continue())),
  });
  await page.locator("#pictures").scrollIntoViewIfNeeded();
  const notice = page.locator("#pictures .notice");
  await notice.waitFor();
  assert.match(await notice.innerText(), /Không tải được phần này/);
  await calculator.shows(8, "0,6613");
  isBlocked = false;
  await notice.getByRole("button").click();
  await page.locator("#pictures figure").nth(6).waitFor();
});

test("the offer to go on stands until it is dismissed, and does not come again", async (t) => {
  const { page } = await open(t, { path: EDITED });
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => localStorage.getItem(key).includes("society:0.45")));
  const plain = async () => {
    await page.goto("about:blank");
    await page.goto(sites().root);
    // The first HTML has its place too, hidden: the app's own is what counts.
    await page.locator("#app .ladder tbody tr.row").first().waitFor();
  };
  await plain();
  assert.match(await page.locator(".resume").innerText(), /Tiếp tục: Bắc Giang 2022, 1 giả định/);
  await page.locator(".resume").getByRole("button", { name: "Bỏ qua" }).click();
  assert.equal(await page.locator(".resume").count(), 0);
  await plain();
  assert.equal(await page.locator(".resume").count(), 0);
});

test("on paper: verdict, scorecard, the whole table as it is on screen, the link as text, no controls", async (t) => {
  const { page } = await open(t, { path: EDITED });
  const rows = page.locator(".ladder tbody tr.row:visible");
  await page.emulateMedia({ media: "print" });
  assert.equal(await rows.count(), 63);
  const border = (row) => row.locator("th").evaluate((cell) => getComputedStyle(cell).borderTopWidth);
  assert.equal(await border(page.locator("#row-bac-giang")), "2px", "the chosen row is marked");
  assert.equal(await border(page.locator("#row-da-nang")), "0px");
  assert.match(await page.locator(".paper-only").innerText(), /#v=1&e=2022&u=bac-giang&s=bac-giang\.society:0\.45/);
  assert.equal(await page.locator(".hero").isVisible(), true);
  assert.match(await page.locator(".hero").innerText(), /Mô phỏng, không chính thức/);
  assert.equal(await page.locator("button:visible").evaluateAll((all) => all.filter((button) =>
    !button.closest("tr, thead, .chip")).length), 0);
  await page.emulateMedia({ media: "screen" });
  await page.locator(".filters input").fill("bac");
  await page.waitForFunction(() => document.querySelectorAll(".ladder tbody tr.row").length < 63);
  const found = await rows.count();
  await page.emulateMedia({ media: "print" });
  assert.equal(await rows.count(), found, "what is searched for is printed alone");
});

for (const [path, colorScheme, most] of [["", "light", 3], [EDITED, "dark", 4]]) {
  test(`as a PDF the page has at most ${most} sheets, dark on white: /${path}, ${colorScheme}`, async (t) => {
    const { page } = await open(t, { path, colorScheme });
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
    assert.ok(sheets >= 1 && sheets <= most, `${sheets} sheets`);
    await page.emulateMedia({ media: "print" });
    const ink = await page.locator(".story blockquote").evaluate((text) => getComputedStyle(text).color);
    assert.equal(ink, "rgb(0, 0, 0)");
    // As wide as a sheet: the name must not be squeezed by the figures.
    await page.setViewportSize({ width: 794, height: 1123 });
    const { width } = await page.locator("#province").boundingBox();
    assert.ok(width >= 100, `${width} px for the name`);
  });
}

test("in forced colours slider, chosen row and bars can be told apart", async (t) => {
  const { page } = await open(t, { path: EDITED, forcedColors: "active" });
  const of = (place, names) =>
    page.locator(place).first().evaluate((element, list) => {
      const style = getComputedStyle(element);
      return list.map((name) => style[name]);
    }, names);
  const canvas = (await of("body", ["backgroundColor"]))[0];
  assert.deepEqual(await of("#slider-society", ["appearance"]), ["auto"], "the browser's own slider");
  const [width, ink] = await of("#row-bac-giang th", ["borderTopWidth", "borderTopColor"]);
  assert.deepEqual([width, ink === canvas], ["2px", false]);
  assert.notDeepEqual(await of("#row-da-nang th", ["borderTopWidth"]), [width]);
  const [frame, parts] = await of(".ladder .bar", ["borderTopWidth", "backgroundImage"]);
  assert.equal(frame, "1px");
  // Foundation, activity and what is free.
  const inks = new Set(parts.match(/rgba?\([^)]*\)/g));
  assert.equal(inks.size, 3, parts);
  assert.ok(!inks.has(canvas), parts);
  await assertAccessible(page);
});
