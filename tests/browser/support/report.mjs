// Prints and saves reports of the built site, as `cargo xtask audit report` wants them: PDF of the page and of
// the saved HTML, few sheets each, and DOCX with the lines that it must hold. DTI_REPORTS is the folder.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "./browser.mjs";

const folder = process.env.DTI_REPORTS;
const MOST_SHEETS = 4;
const PAPER = { format: "A4", printBackground: true, preferCSSPageSize: true };

const reports = [
  { name: "bac-giang-vi", path: "#e=2023&u=bac-giang", locale: "vi-VN", make: "Tạo báo cáo", html: "Lưu HTML", docx: "Lưu DOCX" },
  {
    name: "bac-giang-edited-en",
    path: "en/#e=2022&u=bac-giang&s=bac-giang.society:0.45",
    locale: "en-GB",
    make: "Make a report",
    html: "Save HTML",
    docx: "Save DOCX",
  },
];

/** Chromium writes each page of a PDF as an object that is not packed. */
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

async function print(page, name) {
  const pdf = await page.pdf({ ...PAPER, path: join(folder, name) });
  const count = sheets(pdf);
  console.log(`${name}: ${count} sheets`);
  assert.ok(count <= MOST_SHEETS, `${name} takes ${count} sheets, more than ${MOST_SHEETS}`);
}

async function save(page, button, file) {
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 30_000 }),
    page.locator("#report").getByRole("button", { name: button, exact: true }).click(),
  ]);
  await download.saveAs(join(folder, file));
}

const browser = await launch();
try {
  for (const { name, path, locale, make, html, docx } of reports) {
    const { page, finish } = await openPage(browser, { path, locale });
    await page.locator("#report").getByRole("button", { name: make, exact: true }).click();
    await page.locator(".report-title").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".report-picture svg").length === 3);
    await print(page, `${name}.pdf`);
    // Only the report is on paper.
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".ladder").isVisible()) && !(await page.locator(".report-bar").isVisible()));
    await page.emulateMedia({ media: "screen" });
    const lines = await page
      .locator(".report :is(.report-title, blockquote, h4, .told, tbody th)")
      .allInnerTexts();
    await writeFile(join(folder, `${name}.lines`), lines.map((line) => line.trim()).filter(Boolean).join("\n"));
    await save(page, html, `${name}.html`);
    await save(page, docx, `${name}.docx`);
    await finish();

    const saved = await browser.newPage();
    await saved.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    const text = await readFile(join(folder, `${name}.html`), "utf8");
    assert.ok(!/<script/i.test(text) && (await saved.title()).length > 0);
    assert.equal(await saved.locator("figure svg").count(), 3);
    await print(saved, `${name}-saved.pdf`);
    await saved.close();
  }
} finally {
  await browser.close();
}
