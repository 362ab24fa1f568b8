// How sure ranks are: shapes, defaults and errors, and the very draws of the native tests.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { calculator, expectAlive, expectError, row } from "./support.mjs";

const few = { edition: "2022", draws: 200 };

test("the draws are those of the native build, to the last", async () => {
  const file = new URL("../../crates/engine/tests/snapshots/stability/2022_seed_7.txt", import.meta.url);
  const answer = calculator.stability({ edition: "2022", draws: 500, seed: 7 });
  const line = ({ unit, rank, low, high, acceptability }) => {
    const counts = acceptability.map((share, place) => [place + 1, Math.round(share * 500)]);
    const taken = counts.filter(([, count]) => count > 0).map(([place, count]) => `${place}:${count}`);
    return `${[unit, rank, low, high, ...taken].join(" ")}\n`;
  };
  assert.equal(answer.units.map(line).join(""), await readFile(file, "utf8"));
});

test("each unit has its rank, band and shares", () => {
  for (const [edition, units] of [["2022", 63], ["2023", 63], ["2024", 63], ["2024-34", 34]]) {
    const answer = calculator.stability({ edition, draws: 200 });
    assert.deepEqual(Object.keys(answer), ["units"]);
    assert.deepEqual(
      answer.units.map((unit) => unit.unit),
      calculator.simulate({ edition }).units.map((unit) => unit.unit),
    );
    assert.equal(answer.units.length, units);
    for (const unit of answer.units) {
      assert.deepEqual(Object.keys(unit), ["unit", "rank", "low", "high", "topK", "acceptability"]);
      assert.equal(unit.acceptability.length, units);
      const sum = (shares) => shares.reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum(unit.acceptability) - 1) < 1e-12);
      assert.ok(Math.abs(sum(unit.acceptability.slice(0, 10)) - unit.topK) < 1e-12);
      assert.ok(unit.low >= 1 && unit.low <= unit.high && unit.high <= units);
    }
  }
});

test("absent keys take their defaults", () => {
  const defaults = { draws: 10000, seed: 1, weightSpread: 0.25, rounding: true, estimates: true, topK: 10 };
  assert.deepEqual(
    calculator.stability({ edition: "2024-34" }),
    calculator.stability({ edition: "2024-34", ...defaults }),
  );
});

test("a seed decides everything and each source adds", () => {
  const ask = (more) => calculator.stability({ ...few, ...more });
  assert.deepEqual(ask({ seed: 5 }), ask({ seed: 5 }));
  assert.notDeepEqual(ask({ seed: 5 }), ask({ seed: 6 }));
  const off = ask({ weightSpread: 0, rounding: false, estimates: false });
  for (const unit of off.units) {
    assert.deepEqual([unit.low, unit.high], [unit.rank, unit.rank]);
    assert.equal(unit.acceptability[unit.rank - 1], 1);
  }
  const width = (answer) => answer.units.reduce((sum, unit) => sum + unit.high - unit.low, 0);
  assert.ok(width(ask({ weightSpread: 0.1 })) < width(ask({ weightSpread: 0.5 })));
});

test("the scenario counts", () => {
  const overrides = [{ unit: "bac-kan", indicator: "activity", score: 1 }];
  const answer = calculator.stability({ ...few, overrides, topK: 1 });
  assert.equal(row(answer, "bac-kan").rank, row(calculator.simulate({ edition: "2022", overrides }), "bac-kan").rank);
  assert.ok(row(answer, "bac-kan").high < 10);
  const rivals = { mode: "gain", points: 50 };
  assert.ok(row(calculator.stability({ ...few, unit: "da-nang", rivals }), "da-nang").rank > 0);
});

test("every code has its cases", () => {
  const ask = (more) => () => calculator.stability({ ...few, ...more });
  for (const draws of [0, -1, 1.5, 1_000_001, Infinity]) expectError(ask({ draws }), "out_of_range");
  for (const seed of [-1, 0.5, 2 ** 53, Infinity]) expectError(ask({ seed }), "out_of_range");
  for (const weightSpread of [-0.01, 1.01, Infinity]) expectError(ask({ weightSpread }), "out_of_range");
  for (const topK of [0, 64, 2.5, 2 ** 40]) expectError(ask({ topK }), "out_of_range");
  for (const bad of [
    { draws: NaN }, { draws: "5" }, { seed: null }, { weightSpread: NaN }, { rounding: 1 }, { estimates: "no" },
    { topK: [] }, { spread: 0.1 },
  ]) expectError(ask(bad), "bad_input");
  for (const argument of [undefined, null, 1, [], {}]) {
    expectError(() => calculator.stability(argument), "bad_input");
  }
  expectError(ask({ edition: "2019" }), "unknown_edition");
  expectError(ask({ edition: "2021" }), "unavailable");
  expectError(ask({ unit: "hue" }), "unknown_unit");
  expectAlive();
});
