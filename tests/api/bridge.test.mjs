// Method and movement: shapes, values and errors of `bridge`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError, row } from "./support.mjs";

const ask = (unit, from, to) => calculator.bridge({ unit, from, to });

test("the question of the contract", () => {
  const bridge = ask("bac-giang", "2023", "2024");
  assert.deepEqual(Object.keys(bridge), [
    "rankBefore", "rankAfter", "scoreBefore", "scoreAfter", "scoreChange", "acrossFrameworks", "weights", "values",
    "indicators", "hidden", "rest", "comparableBefore", "comparableAfter", "places", "estimated",
  ]);
  assert.deepEqual([bridge.rankBefore, bridge.rankAfter, bridge.scoreChange], [9, 13, 0.0217]);
  assert.deepEqual([bridge.comparableBefore, bridge.comparableAfter], [0.6, 640 / 940]);
  assert.deepEqual(bridge.hidden.indicators, ["awareness", "institutions", "workforce", "security"]);
  assert.deepEqual(Object.keys(bridge.indicators[0]), [
    "indicator", "shareBefore", "shareAfter", "before", "after", "weights", "values", "typical",
  ]);
});

test("everything adds up for every province", () => {
  for (const [from, to] of [["2022", "2023"], ["2022", "2024"], ["2023", "2024"]]) {
    const before = calculator.simulate({ edition: from });
    const after = calculator.simulate({ edition: to });
    for (const { unit } of before.units) {
      const bridge = ask(unit, from, to);
      const parts = bridge.indicators.reduce((sum, part) => sum + part.weights + part.values, 0);
      const whole = parts + (bridge.hidden?.change ?? 0) + bridge.rest;
      assert.ok(Math.abs(whole - bridge.scoreChange) < 1e-12);
      assert.ok(bridge.weights.low <= bridge.weights.high && bridge.values.low <= bridge.values.high);
      const { own, rivals, method } = bridge.places;
      assert.ok(Math.abs(own + rivals + method - (row(after, unit).rank - row(before, unit).rank)) < 1e-12);
      if (to === "2023") assert.deepEqual(bridge.weights, { low: 0, high: 0 });
    }
  }
});

test("faults have codes", () => {
  const unit = "bac-giang";
  expectError(() => calculator.bridge({ unit, from: "2023", to: "2024", level: "component" }), "unavailable");
  expectError(() => calculator.bridge({ unit, from: "2023", to: "2024-34" }), "unavailable");
  expectError(() => calculator.bridge({ unit, from: "2021", to: "2022" }), "unavailable");
  expectError(() => calculator.bridge({ unit, from: "2023", to: "2024", level: "part" }), "bad_input");
  expectError(() => calculator.bridge({ unit, from: "2023" }), "bad_input");
  expectError(() => calculator.bridge({ unit: "hue", from: "2023", to: "2024" }), "unknown_unit");
  expectAlive();
});
