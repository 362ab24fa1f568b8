// Claims: shapes, values and errors of `claim`; forty texts and ten open ones are in crates/formats/tests.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError, row } from "./support.mjs";

test("the two headlines of the contract", () => {
  const answer = calculator.claim({ text: "Thái Nguyên tăng 4 bậc, đứng thứ 8", edition: "2021" });
  assert.deepEqual(Object.keys(answer), [
    "truth", "unit", "from", "to", "acrossFrameworks", "before", "after", "driver", "parts", "claim", "unread",
  ]);
  assert.deepEqual([answer.truth, answer.unit, answer.from, answer.to], ["true", "thai-nguyen", "2020", "2021"]);
  assert.deepEqual([answer.before, answer.after], [{ rank: 12, score: null }, { rank: 8, score: null }]);
  assert.deepEqual(answer.parts.map((part) => Object.keys(part)), Array(2).fill(["part", "truth", "reason"]));
  assert.equal(answer.acrossFrameworks, true);
  assert.deepEqual(answer.unread, []);
  const headline = { score: { turn: "rose" }, rank: { turn: "fell" } };
  const truth = (unit) => calculator.claim({ unit, from: "2022", to: "2023", ...headline }).truth;
  assert.deepEqual(["quang-ninh", "thua-thien-hue"].map(truth), ["true", "false"]);
});

test("a claim that was read can be given again", () => {
  const read = calculator.claim({ text: "Bà Rịa - Vũng Tàu tăng 18 bậc nhờ xã hội số", edition: "2023" });
  assert.equal(read.truth, "true");
  assert.deepEqual(read.driver, { before: 0.2695, after: 0.6602, without: { rank: 36, score: 0.6767 } });
  assert.deepEqual(calculator.claim(read.claim), read);
});

test("every published rank is true, ties too, and the next one false", () => {
  for (const edition of ["2022", "2023", "2024", "2024-34"]) {
    for (const { unit, rank, score } of calculator.simulate({ edition }).units) {
      const truth = (after) => calculator.claim({ unit, to: edition, after }).truth;
      assert.equal(truth({ rank, score }), "true");
      assert.equal(truth({ rank: rank + 1 }), "false");
    }
  }
});

test("what the figures do not decide says why", () => {
  const reason = (text, edition = "2023") => {
    const { truth, parts } = calculator.claim({ text, edition });
    assert.equal(truth, "undecided", text);
    return parts.find((part) => part.truth === "undecided").reason;
  };
  assert.equal(reason("Cà Mau tăng 5 bậc năm 2021"), "not_on_file");
  assert.equal(reason("Bắc Ninh tăng 2 bậc trong 34 tỉnh năm 2024"), "other_units");
  assert.equal(reason("Hà Nội tăng 18 bậc nhờ nhận thức số"), "not_separate");
  assert.equal(reason("Thái Nguyên tăng 10 bậc năm 2024 nhờ kinh tế số"), "other_framework");
  assert.equal(calculator.claim({ unit: "hue", to: "2024-34" }).truth, "undecided");
});

test("faults have codes", () => {
  expectError(() => calculator.claim({ text: "tăng 4 bậc", edition: "2021" }), "bad_input");
  expectError(() => calculator.claim({ unit: "hue", to: "2024-34", rank: { turn: "up" } }), "bad_input");
  expectError(() => calculator.claim({ unit: "hue", to: "2024-34", after: { rank: 0 } }), "out_of_range");
  expectError(() => calculator.claim({ unit: "hue", to: "2024-34", after: { score: 72 } }), "out_of_range");
  expectError(() => calculator.claim({ unit: "hue", to: "2023" }), "unknown_unit");
  expectError(() => calculator.claim({ unit: "hue", to: "1999" }), "unknown_edition");
  const thanks = { unit: "hue", to: "2024-34", rank: { turn: "rose" }, thanksTo: "smart" };
  expectError(() => calculator.claim(thanks), "unknown_indicator");
  assert.equal(row(calculator.simulate({ edition: "2024-34" }), "hue").rank, calculator.claim({ unit: "hue", to: "2024-34" }).after.rank);
  expectAlive();
});
