// The page as a reader uses it: what is on it, by its names.
import assert from "node:assert/strict";

export class CalculatorPage {
  constructor(page) {
    this.page = page;
    this.province = page.locator("#province");
    this.edition = page.locator("#edition");
    this.hero = page.locator(".hero");
    this.status = page.getByRole("status");
    this.ladder = page.locator(".ladder-box");
    this.notice = page.locator("main .notice");
  }

  slider(indicator) {
    return this.page.locator(`#slider-${indicator}`);
  }

  field(indicator) {
    return this.page.locator(`#field-${indicator}`);
  }

  async chooseEdition(id) {
    await this.edition.selectOption(id);
  }

  /** Types a name and takes the first province that matches. */
  async chooseProvince(typed) {
    await this.province.click();
    await this.province.fill(typed);
    await this.province.press("Enter");
  }

  /** Opens the dialog with the ways to share; `name` is its button in the language of the page. */
  async share(name = "Chia sẻ") {
    await this.hero.getByRole("button", { name, exact: true }).click();
    await this.page.locator("#share[open]").waitFor();
  }

  /** Waits until the rank is what it should be, give or take what a pointer can do. */
  async ranks(rank) {
    const text = String(rank);
    await this.page.waitForFunction(
      (wanted) => document.querySelector(".hero-rank strong")?.textContent === wanted,
      text,
      { timeout: 3000 },
    );
  }

  async rank() {
    return Number(await this.hero.locator(".hero-rank strong").innerText());
  }

  async score() {
    return this.hero.locator(".hero-score strong").innerText();
  }

  /** Waits until rank and score are what they should be. */
  async shows(rank, score) {
    const rankText = this.hero.locator(".hero-rank strong");
    const scoreText = this.hero.locator(".hero-score strong");
    await this.page.waitForFunction(
      ([wantedRank, wantedScore]) =>
        document.querySelector(".hero-rank strong")?.textContent === wantedRank &&
        document.querySelector(".hero-score strong")?.textContent === wantedScore,
      [String(rank), score],
      { timeout: 3000 },
    ).catch(() => {});
    assert.equal(await rankText.innerText(), String(rank));
    assert.equal(await scoreText.innerText(), score);
  }

  /** Drags the slider's thumb to a value. */
  async drag(indicator, value) {
    const slider = this.slider(indicator);
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    const thumb = 22;
    const at = (share) => box.x + thumb / 2 + share * (box.width - thumb);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(at(Number(await slider.inputValue())), y);
    await this.page.mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      const from = Number(await slider.inputValue());
      await this.page.mouse.move(at(from + ((value - from) * step) / 8), y);
    }
    await this.page.mouse.move(at(value), y);
    await this.page.mouse.up();
  }

  /** Waits until the fragment holds a text. */
  async addressHolds(text) {
    await this.page.waitForFunction((part) => location.hash.includes(part), text, { timeout: 4000 });
  }

  async hash() {
    return this.page.evaluate(() => location.hash);
  }

  /** Whether the page is wider than the window. */
  async overflows() {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  }
}
