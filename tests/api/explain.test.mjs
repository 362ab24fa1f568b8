// Why a rank moved: shapes, values and errors of `explain`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError, row } from "./support.mjs";

const ask = (unit, from, to) => calculator.explain({ unit, from: { edition: from }, to: { edition: to } });
const sum = (rows) => rows.reduce((total, row) => total + row.change, 0);
const close = (given, wanted) => assert.ok(Math.abs(given - wanted) < 1e-12, `${given} is not ${wanted}`);

test("the question of the contract", () => {
  const why = ask("quang-ninh", "2022", "2023");
  assert.deepEqual(Object.keys(why), [
    "rankChange", "scoreChange", "own", "rivals", "method", "estimated", "overtookMe", "iOvertook", "indicators", "pairs",
  ]);
  assert.equal(why.rankChange, 9);
  assert.equal(why.scoreChange, 0.0142);
  assert.equal(why.method, 0);
  assert.equal(why.estimated, false);
  assert.equal(why.overtookMe.length, 9);
  assert.equal(why.overtookMe[0], "thua-thien-hue");
  assert.deepEqual(why.iOvertook, []);
  for (const indicator of why.indicators) assert.deepEqual(Object.keys(indicator), ["indicator", "change"]);
  assert.equal(why.indicators.at(-1).indicator, "rest");
  assert.deepEqual(why.pairs.map((pair) => pair.unit), why.overtookMe);
  assert.deepEqual(Object.keys(why.pairs[0]), ["unit", "gapBefore", "gapAfter", "indicators"]);
  // Huế: .6975 and .7660 against .7024 and .7166.
  assert.equal(why.pairs[0].gapBefore, -0.0049);
  assert.equal(why.pairs[0].gapAfter, 0.0494);
  assert.equal(why.pairs[0].indicators.at(-1).indicator, "rest");
});

test("everything adds up for every province", () => {
  for (const [from, to] of [["2022", "2023"], ["2023", "2024"], ["2022", "2024"], ["2024", "2022"]]) {
    const before = calculator.simulate({ edition: from });
    const after = calculator.simulate({ edition: to });
    for (const { unit } of before.units) {
      const why = ask(unit, from, to);
      assert.equal(why.rankChange, row(after, unit).rank - row(before, unit).rank);
      assert.equal(why.rankChange, why.overtookMe.length - why.iOvertook.length);
      close(why.own + why.rivals + why.method, why.rankChange);
      close(sum(why.indicators), why.scoreChange);
      for (const pair of why.pairs) close(sum(pair.indicators), pair.gapAfter - pair.gapBefore);
      assert.equal(why.estimated, from === "2024" || to === "2024");
    }
  }
});

test("a scenario is explained against its edition", () => {
  const overrides = [{ unit: "bac-giang", indicator: "society", score: 0.45 }];
  const why = calculator.explain({ unit: "bac-giang", from: { edition: "2022" }, to: { edition: "2022", overrides } });
  assert.deepEqual([why.rankChange, why.own, why.rivals, why.method], [-1, -1, 0, 0]);
  assert.deepEqual(why.iOvertook, ["thai-nguyen"]);
  assert.equal(why.indicators.find((row) => row.indicator === "society").change, 0.01728);
  const gain = { edition: "2022", rivals: { mode: "gain", points: 10 } };
  const others = calculator.explain({ unit: "bac-giang", from: { edition: "2022" }, to: gain });
  assert.equal(others.rivals, others.rankChange);
  assert.equal(others.scoreChange, 0);
});

test("what cannot be explained says why", () => {
  const call = (question) => () => calculator.explain(question);
  const [from, to] = [{ edition: "2022" }, { edition: "2023" }];
  const unit = "quang-ninh";
  for (const year of ["2020", "2021"]) expectError(() => ask(unit, year, "2022"), "unavailable");
  for (const year of ["2022", "2024"]) expectError(() => ask("bac-ninh", year, "2024-34"), "unavailable");
  expectError(() => ask("hue", "2022", "2023"), "unknown_unit");
  expectError(() => ask(unit, "2022", "2019"), "unknown_edition");
  const overrides = [{ unit, indicator: "moon", score: 0.5 }];
  expectError(call({ unit, from, to: { ...to, overrides } }), "unknown_indicator");
  expectError(call({ unit, from, to: { ...to, rivals: { mode: "gain", points: 2000 } } }), "out_of_range");
  for (const question of [
    undefined, null, 1, "x", [], {}, { unit }, { unit, from }, { unit, to }, { from, to }, { unit: 1, from, to },
    { unit, from: "2022", to }, { unit, from, to: null }, { unit, from, to, note: 1 }, { unit, from, to: {} },
    { unit, from: { ...from, units: 1 }, to },
  ]) expectError(call(question), "bad_input");
  expectError(call({ get unit() { throw new Error("no"); }, from, to }), "bad_input");
  expectAlive();
});
