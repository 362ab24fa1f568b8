// What stays on the device, with two pages of one reader open, no room, and a newer page before.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage, sites, waitUntilReady } from "./support/browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const SAVE = "Lưu kịch bản đang xem";
const ONE = "#e=2022&u=bac-giang&panel=compare&s=bac-giang.society:0.45";
const OTHER = "#e=2022&u=bac-giang&panel=compare&s=bac-giang.economy:0.9";

/** Another page of the same reader. */
async function alongside(context, path) {
  const page = await context.newPage();
  await page.goto(new URL(path, sites().root).href);
  await waitUntilReady(page);
  return page;
}

const kept = (page, key) => page.evaluate((name) => localStorage.getItem(name), `dti1:${key}`);
const until = (page, key, parts) =>
  page.waitForFunction(
    ([name, wanted]) => wanted.every((part) => (localStorage.getItem(name) ?? "").includes(part)),
    [`dti1:${key}`, parts],
  );

/** Has a page hear nothing of others, as one that the browser put to sleep. */
const deafen = () => addEventListener("storage", (event) => event.stopImmediatePropagation(), true);

/** The comparison, which is loaded when it comes near. */
async function comparison(page) {
  await page.locator("#analyses").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: SAVE }).waitFor();
}
const save = async (page) => {
  await comparison(page);
  await page.getByRole("button", { name: SAVE }).click();
};

async function openDesk(page, part) {
  await page.locator("#desk").getByRole("button", { name: part, exact: true }).first().press("Enter");
  await page.locator(".desk").waitFor();
}
const openExample = (page, name) =>
  page.locator(".desk").getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Mở ví dụ" }).click();

test("scenarios that two pages save are both kept, and one that is deleted is gone on both", async (t) => {
  const { page, context } = await openPage(browser, { test: t, path: ONE });
  const other = await alongside(context, OTHER);
  await comparison(other);
  await save(page);
  await other.getByRole("button", { name: "Mở: Kịch bản 1" }).waitFor();
  await save(other);
  await until(page, "saved", ["society:0.45", "economy:0.9"]);
  await page.getByRole("button", { name: "Mở: Kịch bản 2" }).waitFor();
  await page.getByRole("button", { name: "Xóa: Kịch bản 1" }).click();
  await other.getByRole("button", { name: "Mở: Kịch bản 1" }).waitFor({ state: "detached" });
  assert.ok((await kept(page, "saved")).includes("economy:0.9"));
});

test("a page that heard nothing of the other one overwrites nothing", async (t) => {
  const { page, context } = await openPage(browser, { test: t, path: ONE });
  const deaf = await context.newPage();
  await deaf.addInitScript(deafen);
  await deaf.goto(new URL(OTHER, sites().root).href);
  await waitUntilReady(deaf);
  await comparison(deaf);
  await save(page);
  await until(page, "saved", ["society:0.45"]);
  await save(deaf);
  await until(page, "saved", ["society:0.45", "economy:0.9"]);
  await deaf.getByRole("button", { name: "Mở: Kịch bản 2" }).waitFor();
});

test("own data that two pages bring are kept together", async (t) => {
  const { page, context } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang" });
  const other = await alongside(context, "#e=2022&u=bac-giang");
  await openDesk(page, "Bộ chỉ số riêng");
  await openDesk(other, "Bộ chỉ số riêng");
  await openExample(page, "cấp xã");
  await until(page, "own", ["example-commune-2025"]);
  await other.locator("#desk-told").filter({ hasText: "đã gộp" }).waitFor();
  await openExample(other, "bộ chỉ số nhỏ");
  await until(page, "own", ["example-commune-2025", "example-rules-2025"]);
  const editions = (own) => own.locator("#edition option").evaluateAll((all) => all.map((option) => option.value));
  await page.locator("#edition option[value=example-rules-2025]").waitFor({ state: "attached" });
  assert.deepEqual((await editions(page)).sort(), (await editions(other)).sort());
});

test("where two pages change the same figure the reader chooses, and can go back", async (t) => {
  const { page, context } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang", before: (own) => own.addInitScript(deafen) });
  const other = await context.newPage();
  await other.addInitScript(deafen);
  const card = async (own) => {
    await openDesk(own, "Phiếu điểm chi tiết");
    return own.locator("#component-society\\.1-self-value");
  };
  await other.goto(new URL("#e=2022&u=bac-giang", sites().root).href);
  await waitUntilReady(other);
  const [mine, theirs] = [await card(page), await card(other)];
  await mine.fill("72,5%");
  await until(page, "own", ["0.725"]);
  await theirs.fill("95%");
  const choice = other.locator("#desk-kept");
  await choice.getByRole("button", { name: "Giữ bản ở đây" }).waitFor();
  assert.match(await choice.innerText(), /Một trang khác.*chưa được lưu/s);
  assert.ok(!(await kept(page, "own")).includes("0.95"), "nothing is overwritten");
  await choice.getByRole("button", { name: "Giữ bản ở đây" }).click();
  await until(page, "own", ["0.95"]);
  await other.locator("#desk-told").getByRole("button", { name: "Hoàn tác" }).click();
  await until(page, "own", ["0.725"]);
});

test("a full device is said where it says that things are kept", async (t) => {
  const { page } = await openPage(browser, {
    test: t,
    path: ONE,
    before: (own) =>
      own.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      }),
  });
  await save(page);
  await page.getByRole("button", { name: "Mở: Kịch bản 1" }).waitFor();
  await page.locator("main .notice").filter({ hasText: "đã đầy" }).first().waitFor();
  const analyses = await page.locator("#analyses").innerText();
  assert.ok(analyses.includes("đã đầy") && !analyses.includes("Chỉ lưu trên máy này"), analyses);
  await openDesk(page, "Bộ chỉ số riêng");
  await openExample(page, "cấp xã");
  await page.locator("#desk-kept").filter({ hasText: "đã đầy" }).waitFor();
  await page.locator("#desk-kept").getByRole("button", { name: "Lưu tệp dự án (JSON)" }).waitFor();
  await openDesk(page, "Xuất và lưu");
  assert.ok(!(await page.locator(".desk").innerText()).includes("Trang này tự lưu"));
});

test("a device that is really full keeps what was there whole", async (t) => {
  const { page } = await openPage(browser, { test: t, path: "#e=2022&u=bac-giang" });
  await openDesk(page, "Bộ chỉ số riêng");
  await openExample(page, "bộ chỉ số nhỏ");
  await until(page, "own", ["example-rules-2025"]);
  const before = await Promise.all(["own", "catalogue", "assessed"].map((key) => kept(page, key)));
  await page.evaluate(() => {
    let room = 4 << 20;
    for (let at = 0; room > 0; at += 1) {
      try {
        localStorage.setItem(`other:${at}`, "x".repeat(room));
      } catch {
        room >>= 1;
      }
    }
  });
  await openDesk(page, "Bộ chỉ số riêng");
  await openExample(page, "cấp xã");
  await page.locator("#desk-kept").filter({ hasText: "đã đầy" }).waitFor();
  const now = await Promise.all(["own", "catalogue", "assessed"].map((key) => kept(page, key)));
  assert.deepEqual(now, before);
});

test("what a newer page kept stays byte for byte, and the page works beside it", async (t) => {
  const newer = {
    "dti1:own": '{"format":"dti-whatif project","version":2,"moon":[1]}',
    "dti1:saved": "\u{1d}v2\u{1f}[]",
    "dti1:catalogue": "\u{1d}of another form",
  };
  const { page } = await openPage(browser, {
    test: t,
    path: ONE,
    before: (own) =>
      own.addInitScript((texts) => {
        for (const [key, text] of Object.entries(texts)) if (!sessionStorage.getItem("put")) localStorage.setItem(key, text);
        sessionStorage.setItem("put", "1");
      }, newer),
  });
  const stays = async () => {
    for (const [key, text] of Object.entries(newer)) {
      assert.equal(await page.evaluate((name) => localStorage.getItem(name), key), text, key);
    }
  };
  await page.locator("main .notice").filter({ hasText: "phiên bản mới hơn" }).first().waitFor();
  await save(page);
  await page.getByRole("button", { name: "Mở: Kịch bản 1" }).waitFor();
  await openDesk(page, "Bộ chỉ số riêng");
  await page.locator("#desk-kept").filter({ hasText: "phiên bản mới hơn" }).waitFor();
  await openExample(page, "bộ chỉ số nhỏ");
  await page.waitForFunction(() => document.querySelector("#edition").value === "example-rules-2025");
  await stays();
  await page.reload();
  await waitUntilReady(page);
  await stays();
});

test("on a shared computer nothing is kept, and what was kept is gone", async (t) => {
  const { page } = await openPage(browser, { test: t, path: ONE });
  await save(page);
  await until(page, "saved", ["society:0.45"]);
  await openDesk(page, "Xuất và lưu");
  const shared = page.getByLabel("Máy dùng chung: không lưu gì trên máy này");
  await shared.check();
  const keys = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith("dti1:")));
  assert.deepEqual(await keys(), ["dti1:shared"]);
  // It goes on in the page: the saved scenario, and what is entered now.
  await page.getByRole("button", { name: "Mở: Kịch bản 1" }).waitFor();
  await openDesk(page, "Phiếu điểm chi tiết");
  await page.locator("#component-society\\.1-self-value").fill("100%");
  await page.locator("#component-society\\.1").getByText("100 % của 20 điểm = 20").first().waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(await keys(), ["dti1:shared"]);
  await page.goto(new URL("#e=2022&u=bac-giang", sites().root).href);
  await page.reload();
  await waitUntilReady(page);
  await openDesk(page, "Phiếu điểm chi tiết");
  assert.equal(await page.locator("#component-society\\.1-self-value").inputValue(), "");
  // Turned off, it is kept again.
  await openDesk(page, "Xuất và lưu");
  await shared.uncheck();
  await openDesk(page, "Phiếu điểm chi tiết");
  await page.locator("#component-society\\.1-self-value").fill("72,5%");
  await until(page, "own", ["0.725"]);
});
