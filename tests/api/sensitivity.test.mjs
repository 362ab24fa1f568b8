// What the doubt comes from: shapes, laws and errors of `sensitivity`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError } from "./support.mjs";

const FEW = { edition: "2023", unit: "bac-giang", draws: 500 };

test("the question of the contract", () => {
  const answer = calculator.sensitivity(FEW);
  assert.deepEqual(Object.keys(answer), ["draws", "seed", "drawn", "rivalDeviation", "score", "rank"]);
  assert.deepEqual([answer.draws, answer.seed], [500, 1]);
  const groups = ["weights", "estimates", "rounding", "rivals"];
  assert.deepEqual(answer.drawn, groups);
  for (const varied of [answer.score, answer.rank]) {
    assert.deepEqual(Object.keys(varied), ["mean", "deviation", "groups"]);
    assert.deepEqual(Object.keys(varied.groups), groups);
    for (const { first, total } of Object.values(varied.groups)) {
      for (const share of [first, total]) {
        assert.deepEqual(Object.keys(share), ["value", "low", "high"]);
        assert.ok(share.low <= share.value && share.value <= share.high);
      }
    }
  }
  assert.deepEqual(answer.score.groups.rivals.total, { value: 0, low: 0, high: 0 });
  assert.ok(answer.rivalDeviation > 0.01 && answer.rivalDeviation < 0.1);
});

test("a seed decides everything and a source that is off is left out", () => {
  assert.deepEqual(calculator.sensitivity(FEW), calculator.sensitivity(FEW));
  assert.notDeepEqual(calculator.sensitivity(FEW), calculator.sensitivity({ ...FEW, seed: 2 }));
  const alone = calculator.sensitivity({ ...FEW, weightSpread: 0, estimates: false, moveRivals: false });
  assert.deepEqual([alone.drawn, alone.rivalDeviation], [["rounding"], null]);
  const nothing = calculator.sensitivity({ ...FEW, weightSpread: 0, estimates: false, moveRivals: false, rounding: false });
  assert.deepEqual(nothing.rank, { mean: 9, deviation: 0, groups: {} });
  assert.deepEqual(calculator.sensitivity({ ...FEW, edition: "2022" }).drawn, ["weights", "estimates", "rounding"]);
});

test("faults have codes", () => {
  expectError(() => calculator.sensitivity({ edition: "2023" }), "bad_input");
  expectError(() => calculator.sensitivity({ ...FEW, unit: "hue" }), "unknown_unit");
  expectError(() => calculator.sensitivity({ ...FEW, draws: 63 }), "out_of_range");
  expectError(() => calculator.sensitivity({ ...FEW, weightSpread: 2 }), "out_of_range");
  expectError(() => calculator.sensitivity({ ...FEW, moveRivals: 1 }), "bad_input");
  expectError(() => calculator.sensitivity({ ...FEW, edition: "2021" }), "unavailable");
  expectAlive();
});
