// The first screen: what it shows at once, what its sentence says, how one comes back to it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage } from "./support/browser.mjs";
import { CalculatorPage } from "./support/calculator_page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const HOME = "#e=2022&u=bac-giang";

async function open(test, path, options = {}) {
  const { page, context } = await openPage(browser, { test, path, ...options });
  return { page, context, calculator: new CalculatorPage(page) };
}

const sentence = (page) => page.locator(".hero blockquote").innerText();

/** How many of these stand in the window as it opened, whole. */
const inSight = (page, places) =>
  page.evaluate((selector) => {
    const shown = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    return shown.filter(({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight).length;
  }, places);

for (const [edition, colorScheme] of [["", "light"], [HOME, "dark"]]) {
  test(`a usual screen holds rank, eight indicators and fifteen places: ${edition || "plain address"}`, async (t) => {
    const { page } = await open(t, edition, { width: 1280, height: 800, colorScheme });
    assert.equal(await inSight(page, ".hero-rank strong, .hero-score strong"), 2);
    assert.equal(await inSight(page, ".scorecard .indicator"), 8);
    assert.ok((await inSight(page, ".ladder tbody .row")) >= 15);
  });
}

test("a phone's screen holds the rank with its name and three sliders", async (t) => {
  const { page } = await open(t, "", { width: 390, height: 844, hasTouch: true, isMobile: true });
  assert.equal(await inSight(page, ".hero-rank dt, .hero-rank strong"), 2);
  assert.ok((await inSight(page, ".scorecard input[type=range]")) >= 3);
});

/** Has a page note what of it is drawn each time that this changes, and whether the first HTML still stands there. */
const noteDrawing = (page) =>
  page.addInitScript(() => {
    window.drawings = [];
    const count = (selector) => document.querySelectorAll(`#app ${selector}`).length;
    new MutationObserver(() => {
      const now = [count("tr.row"), count("input[type=range]"), count("footer, dialog"), document.getElementById("first") !== null];
      if (now[0] + now[1] > 0 && String(now) !== String(window.drawings.at(-1))) window.drawings.push(now);
    }).observe(document, { childList: true, subtree: true });
  });

test("the page is drawn piece by piece, and all of it takes the place of the first HTML", async (t) => {
  const { page } = await open(t, HOME, { before: noteDrawing });
  const drawings = await page.evaluate(() => window.drawings);
  const whole = [63, 16, 4];
  assert.ok(drawings.length > 10, `drawn in ${drawings.length} pieces`);
  assert.deepEqual(drawings.at(-1), [...whole, false]);
  const isPart = (drawing) => String(drawing.slice(0, 3)) !== String(whole);
  assert.ok(drawings.filter(isPart).every(([, , , isFirstThere]) => isFirstThere), "half a page was seen");
});

test("another language comes at once, and focus stays where it was", async (t) => {
  const { page } = await open(t, HOME);
  await page.locator("#field-society").focus();
  await page.evaluate(() => document.getElementById("language").click());
  await page.waitForFunction(() => document.documentElement.lang === "en");
  assert.equal(await page.locator("#app tr.row").count(), 63);
  await page.waitForFunction(() => document.activeElement.id === "field-society");
});

test("the keyboard changes a rank with at most twelve presses from the start", async (t) => {
  const { page, calculator } = await open(t, HOME);
  let presses = 0;
  const press = async (key) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const isSlider = () => page.evaluate(() => document.activeElement?.type === "range");
  await press("Tab");
  await press("Enter");
  while (!(await isSlider()) && presses < 12) await press("Tab");
  await press("End");
  await page.waitForFunction(() => document.querySelector(".hero-rank strong").textContent !== "9");
  assert.ok(presses <= 12, `${presses} presses`);
  assert.ok((await calculator.rank()) < 9);
});

test("the sentence names who shares the rank, what rivals gain and other maxima", async (t) => {
  const tied = await open(t, "#e=2022&u=thanh-hoa");
  assert.match(await sentence(tied.page), /15\/63 \(đồng hạng với Yên Bái\)/);
  const { page, calculator } = await open(t, `${HOME}&s=bac-giang.society:0.45&r=gain:10&w=economy:200`);
  const said = await sentence(page);
  assert.match(said, /Hoạt động xã hội số đạt 0,4500 \(hiện là 0,3348\)/);
  assert.match(said, /các tỉnh khác cùng thêm 10 điểm/);
  assert.match(said, /điểm tối đa của Hoạt động kinh tế số là 200 thay cho 150/);
  assert.match(said, new RegExp(`hạng ${await calculator.rank()}/63`));
  assert.match(said, /Mô phỏng, không phải số liệu chính thức/);
  // What is missing and to spare stands in the cards, and there alone.
  const cards = page.locator(".neighbours dd");
  for (const card of await cards.allInnerTexts()) {
    const [points] = card.match(/[\d,]+ điểm/);
    assert.ok(!said.includes(points), `${points} twice: ${said}`);
  }
});

test("a former province is found with the one that it belongs to now", async (t) => {
  const { page, calculator } = await open(t, "");
  await calculator.province.click();
  await calculator.province.fill("bac giang");
  const options = page.locator("#province-list [role=option]");
  await options.first().waitFor();
  assert.deepEqual(await options.allInnerTexts(), [
    "Bắc Giang, nay thuộc Bắc Ninh",
    "Xem Bắc Giang trong DTI 2024 (63 tỉnh, thành)",
  ]);
  await options.nth(1).click();
  await calculator.addressHolds("e=2024&u=bac-giang");
  assert.equal(await calculator.province.inputValue(), "Bắc Giang");
  await page.goBack();
  await calculator.province.click();
  await calculator.province.fill("BẮC GIANG");
  await calculator.province.press("Enter");
  assert.equal(await calculator.province.inputValue(), "Bắc Ninh");
});

test("who comes back may go on where they were, or dismiss it", async (t) => {
  const { page, calculator } = await open(t, `${HOME}&s=bac-giang.society:0.45&w=economy:200`);
  await calculator.ranks(await calculator.rank());
  await page.waitForFunction(() => localStorage.getItem("dti1:last")?.includes("society"));
  const again = async () => {
    await page.goto(page.url().split("#")[0]);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.boot === "ready");
  };
  await again();
  const offer = page.locator(".resume");
  await offer.waitFor();
  assert.match(await offer.innerText(), /Tiếp tục: Bắc Giang 2022, 2 giả định/);
  await offer.getByRole("button").first().click();
  await calculator.addressHolds("s=bac-giang.society:0.45");
  assert.equal(await calculator.province.inputValue(), "Bắc Giang");
  assert.equal(await offer.count(), 0);
  await again();
  await offer.getByRole("button", { name: "Bỏ qua" }).click();
  assert.equal(await offer.count(), 0);
  await again();
  assert.equal(await offer.count(), 0);
});

test("composing with Telex chooses nothing and enters nothing before it ends", async (t) => {
  const { page, calculator } = await open(t, HOME);
  const enter = (place, how) =>
    page.locator(place).evaluate((field, given) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...given }));
    }, how);
  await calculator.province.click();
  // Telex: "dda nawngx" is "đà nẵng" only at its end.
  for (const typed of ["d", "đ", "đa", "đà", "đà n", "đà năng", "đà nẵng"]) await calculator.province.fill(typed);
  await enter("#province", { isComposing: true });
  await calculator.shows(9, "0,6440");
  await enter("#province", {});
  await calculator.shows(1, "0,8002");
  await page.goBack();
  await calculator.shows(9, "0,6440");
  const field = calculator.field("society");
  await field.fill("0,4");
  await enter("#field-society", { isComposing: true });
  assert.equal(await field.inputValue(), "0,4");
  await field.press("Enter");
  assert.equal(await field.inputValue(), "0,4000");
});

test("400 edits in ten seconds where the browser refuses the 101st address", async (t) => {
  const { page, calculator } = await open(t, HOME, {
    before: (page) =>
      page.addInitScript(() => {
        let calls = 0;
        for (const name of ["pushState", "replaceState"]) {
          const own = history[name].bind(history);
          history[name] = (...given) => {
            calls += 1;
            if (calls > 100) throw new DOMException("too many", "SecurityError");
            own(...given);
          };
        }
        globalThis.useUp = () => {
          while (calls < 100) history.replaceState(history.state, "", location.href);
        };
      }),
  });
  await page.evaluate(() => globalThis.useUp());
  const slider = calculator.slider("society");
  await slider.evaluate(async (input) => {
    for (let edit = 1; edit <= 400; edit += 1) {
      input.value = String(0.3 + (edit % 200) / 1000);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 25));
    }
    input.value = "0.45";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await calculator.shows(8, "0,6613");
  await page.waitForTimeout(900);
  await page.locator(".undo").click();
  await calculator.shows(9, "0,6440");
});
