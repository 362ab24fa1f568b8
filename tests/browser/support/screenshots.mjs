// Takes the pictures of docs/screenshots; run by `cargo xtask screenshots`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, openPage, sites } from "./browser.mjs";

const folder = process.env.DTI_SCREENSHOTS ?? "docs/screenshots";

const languages = [
  { name: "vi", path: "", locale: "vi-VN" },
  { name: "en", path: "en/", locale: "en-GB" },
];
const screens = [
  { name: "desktop", width: 1280, height: 900 },
  { name: "phone", width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
];

// One what-if, for the README.
const edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45";

await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  for (const { name: language, path, locale } of languages) {
    const [{ name: _, ...desktop }] = screens;
    const options = { site: sites().root, path: path + edited, locale, colorScheme: "light" };
    const { page: edit, finish: close } = await openPage(browser, { ...options, ...desktop });
    await edit.locator(".ladder tbody tr.row").first().waitFor();
    await edit.screenshot({ path: join(folder, `desktop-edited-${language}.png`) });
    const pictures = edit.locator("#pictures");
    await pictures.scrollIntoViewIfNeeded();
    await pictures.locator("figure").nth(6).waitFor();
    await pictures.screenshot({ path: join(folder, `pictures-edited-${language}.png`) });
    await close();
    for (const [panel, place] of [["explain", "#e=2023&u=quang-ninh"], ["stability", "#e=2022&u=bac-giang"]]) {
      const asked = `${path}${place}&panel=${panel}`;
      const { page, finish } = await openPage(browser, { ...options, path: asked, ...desktop });
      await page.locator("#analyses").scrollIntoViewIfNeeded();
      await page.locator(`#analysis-${panel} svg`).waitFor();
      await page.waitForFunction(() => !document.querySelector(".draws button:not([hidden])"));
      await page.locator("#analyses").screenshot({ path: join(folder, `${panel}-${language}.png`) });
      await finish();
    }
    for (const { name: screen, ...size } of screens) {
      for (const colorScheme of ["light", "dark"]) {
        const site = sites().root;
        const { page, finish } = await openPage(browser, { site, path, locale, colorScheme, ...size });
        const file = join(folder, `${screen}-${language}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        console.log(file);
        await finish();
      }
    }
  }
} finally {
  await browser.close();
}
