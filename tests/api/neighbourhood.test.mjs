// Points to the places around: shapes, values and errors of `neighbourhood`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError } from "./support.mjs";

const round = (value) => Math.round(value * 1e4) / 1e4;

test("the places around Bắc Giang 2022", () => {
  const around = calculator.neighbourhood({ edition: "2022", unit: "bac-giang" });
  assert.deepEqual(Object.keys(around), ["rank", "up", "down", "robustness"]);
  assert.equal(around.rank, 9);
  assert.deepEqual(around.up.map((climb) => climb.places), [1, 2, 3, 5]);
  assert.deepEqual(around.up[0], { places: 1, unit: "thai-nguyen", points: 2.9 });
  assert.deepEqual(Object.keys(around.down), ["points", "unit"]);
  assert.deepEqual(Object.keys(around.robustness), ["above", "below", "estimated"]);
  assert.equal(around.robustness.estimated, true);
});

test("fixtures of the method", () => {
  const around = (unit) => calculator.neighbourhood({ edition: "2022", unit });
  const hue = around("thua-thien-hue");
  assert.deepEqual(hue.up[0], { places: 1, unit: "quang-ninh", points: 4.9 });
  assert.deepEqual([hue.robustness.above, hue.robustness.below].map(round), [0.0457, 0.0593]);
  const first = around("da-nang");
  assert.deepEqual(first.up, []);
  assert.equal(first.robustness.above, null);
  assert.equal(round(first.robustness.below), 0.9941);
  const last = around("bac-kan");
  assert.equal(last.down, null);
  assert.equal(last.robustness.below, null);
});

test("among ties up is never a level unit, and the pairs are with the units that are named", () => {
  const yenBai = calculator.neighbourhood({ edition: "2022", unit: "yen-bai" });
  assert.equal(yenBai.robustness.above.toFixed(6), "0.002797");
  assert.deepEqual([yenBai.down, yenBai.robustness.below], [{ points: 0, unit: "thanh-hoa" }, null]);
  for (const [edition, unit, level] of [["2023", "phu-yen", "an-giang"], ["2024", "yen-bai", "bac-giang"]]) {
    const { up, down } = calculator.neighbourhood({ edition, unit });
    assert.deepEqual(down, { points: 0, unit: level });
    assert.ok(up[0].points > 0 && up[0].unit !== level);
  }
});

test("the scenario counts", () => {
  const overrides = [{ unit: "bac-giang", indicator: "society", score: 0.45 }];
  const asked = { edition: "2022", unit: "bac-giang", overrides };
  assert.equal(calculator.neighbourhood(asked).rank, 8);
  const gain = { ...asked, rivals: { mode: "gain", points: 20 } };
  assert.ok(calculator.neighbourhood(gain).rank > 8);
  const heavy = { ...asked, maxPoints: { society: 1000 } };
  assert.equal(calculator.simulate(heavy).units.find((row) => row.unit === "bac-giang").rank, calculator.neighbourhood(heavy).rank);
});

test("what cannot be answered says why", () => {
  const call = (scenario) => () => calculator.neighbourhood(scenario);
  expectError(call({ edition: "2021", unit: "bac-giang" }), "unavailable");
  expectError(call({ edition: "2019", unit: "bac-giang" }), "unknown_edition");
  expectError(call({ edition: "2022", unit: "hue" }), "unknown_unit");
  for (const scenario of [
    undefined, null, 1, [], {}, { edition: "2022" }, { edition: "2022", unit: null }, { unit: "bac-giang" },
    { edition: "2022", unit: "bac-giang", targetRank: 3 },
  ]) expectError(call(scenario), "bad_input");
  expectAlive();
});
