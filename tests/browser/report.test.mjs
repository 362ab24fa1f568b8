// The report: made where the reader is, followed by what is changed, kept as files, alone on paper.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, launch, openPage } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const HOME = "#e=2023&u=bac-giang";

async function open(test, path = HOME, options = {}) {
  const { page } = await openPage(browser, { test, path, ...options });
  return { page, calculator: new CalculatorPage(page), report: page.locator("#report") };
}

async function make(report) {
  await report.getByRole("button", { name: "Tạo báo cáo", exact: true }).click();
  await report.locator(".report-title").waitFor();
}

for (const [width, height] of [[1280, 900], [390, 844]]) {
  test(`a report is made from the dialog for sharing and stands in view at ${width} pixels`, async (t) => {
    const { page, calculator, report } = await open(t, HOME, { width, height });
    await calculator.share();
    await page.locator("#share").getByRole("button", { name: "Tạo báo cáo" }).click();
    await report.locator(".report-title").waitFor();
    await page.waitForFunction(() => document.activeElement.id === "report-heading");
    assert.equal(await report.locator(".report-title").innerText(), "Báo cáo: Bắc Giang, DTI 2023 (63 tỉnh, thành)");
    assert.match(await report.locator("blockquote").innerText(), /hạng 9\/63/);
    await page.waitForFunction(() => document.querySelectorAll(".report-picture svg").length === 3);
    assert.ok(!(await calculator.overflows()));
    await assertAccessible(page, { within: "#report" });
  });
}

test("it follows an edit, says that it is a simulation, and is closed again", async (t) => {
  const { page, calculator, report } = await open(t, "#e=2022&u=bac-giang");
  await make(report);
  assert.equal(await report.locator(".report-warning").count(), 0);
  await calculator.field("society").fill("0,45");
  await calculator.field("society").press("Enter");
  await report.locator(".report-warning").waitFor();
  assert.match(await report.locator("blockquote").innerText(), /lên hạng 8\/63/);
  await report.getByRole("button", { name: "Đóng báo cáo" }).click();
  await report.locator(".report-title").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "report-heading");
});

test("its pictures are chosen, and it is saved as one file and for word processors", async (t) => {
  const { page, report } = await open(t);
  await make(report);
  await report.getByLabel("Bản đồ").check();
  await page.waitForFunction(() => document.querySelectorAll(".report-picture svg").length === 4);
  const save = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 30_000 }),
      report.getByRole("button", { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const html = await save("Lưu HTML");
  assert.equal(html.name, "dti-2023-bac-giang-report.html");
  const text = html.bytes.toString("utf8");
  assert.match(text, /^<!DOCTYPE html>\n<html lang="vi">/);
  assert.equal(text.match(/<svg/g).length, 4);
  const docx = await save("Lưu DOCX");
  assert.equal(docx.name, "dti-2023-bac-giang-report.docx");
  assert.equal(docx.bytes.subarray(0, 2).toString("latin1"), "PK");
  assert.ok(docx.bytes.includes("word/media/picture4.png"));
});

test("an open report is alone on paper", async (t) => {
  const { page, report } = await open(t);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await report.isVisible()));
  await page.emulateMedia({ media: "screen" });
  await make(report);
  await page.emulateMedia({ media: "print" });
  assert.ok(await report.locator(".report").isVisible());
  for (const away of [".hero", ".ladder", ".top", "footer", ".report-bar", ".report-choices"]) {
    assert.ok(!(await page.locator(away).first().isVisible()), away);
  }
});
