// plan: the shape of its answer, fixture 4 of the method, and what is refused.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectError, row } from "./support.mjs";

const HUE = { edition: "2022", unit: "thua-thien-hue", targetRank: 3 };
const MAINS = ["awareness", "institutions", "infrastructure", "workforce", "security", "government", "economy", "society"];

test("the keys of an answer", () => {
  const plan = calculator.plan(HUE);
  assert.deepEqual(Object.keys(plan), [
    "feasible", "estimated", "threshold", "pointsNeeded", "totalCost", "bound", "reachedRank", "overrides", "steps", "bestRank", "binding",
  ]);
  assert.deepEqual(Object.keys(plan.steps[0]), [
    "indicator", "from", "to", "points", "cost", "origin", "largestYearlyGain",
  ]);
});

test("Huế 2022 to rank 3 needs 4.9 points", () => {
  const plan = calculator.plan(HUE);
  assert.equal(plan.feasible, true);
  assert.deepEqual([plan.threshold, plan.pointsNeeded, plan.reachedRank], [0.7024, 4.9, 3]);
  assert.ok(Math.abs(plan.totalCost - plan.bound) <= 1e-9 * plan.totalCost);
  const only = (indicator) => calculator.plan({
    ...HUE, effort: "flat", locked: MAINS.filter((main) => main !== indicator),
  }).steps;
  for (const [indicator, rise] of [["government", 0.0245], ["economy", 0.0327], ["society", 0.0327]]) {
    const [step] = only(indicator);
    assert.equal(step.indicator, indicator);
    assert.ok(Math.abs(step.to - step.from - rise) < 1e-9, `${indicator} ${step.to - step.from}`);
    assert.ok(Math.abs(step.points - 4.9) < 1e-9);
    assert.ok(step.largestYearlyGain > 0);
  }
});

test("simulating the steps of a plan reaches its rank", () => {
  for (const edition of ["2022", "2023", "2024", "2024-34"]) {
    for (const effort of ["diminishing", "flat"]) {
      const question = { edition, unit: "can-tho", rivals: { mode: "gain", points: 3 } };
      const plan = calculator.plan({ ...question, targetRank: 1, effort, costs: { government: 2 }, caps: { society: 0.9 } });
      assert.equal(plan.feasible, true);
      const overrides = plan.steps.map(({ indicator, to }) => ({ unit: "can-tho", indicator, score: to }));
      assert.equal(row(calculator.simulate({ ...question, overrides }), "can-tho").rank, plan.reachedRank);
      assert.equal(plan.reachedRank, 1);
    }
  }
});

test("the overrides of a plan are all to load in place of the scenario's own", () => {
  const group = { unit: "bac-giang", indicator: "foundation", score: 0.7 };
  const other = { unit: "hai-duong", indicator: "society", points: 70.25, kind: "what_if" };
  const scenario = { edition: "2022", unit: "bac-giang", overrides: [group, other] };
  const plan = calculator.plan({ ...scenario, targetRank: 3 });
  const loaded = { ...scenario, overrides: plan.overrides };
  assert.equal(plan.reachedRank, 3);
  assert.equal(row(calculator.simulate(loaded), "bac-giang").rank, 3);
  assert.ok(!plan.overrides.some(({ indicator }) => indicator === "foundation"), "given as its parts");
  assert.deepEqual(plan.overrides.find(({ unit }) => unit === "hai-duong"), other);
  for (const own of plan.overrides) assert.deepEqual(Object.keys(own).length, 4);
  const there = calculator.plan({ ...scenario, targetRank: 63 });
  assert.deepEqual([there.steps, there.overrides.length], [[], 2]);
  const locked = calculator.plan({ ...HUE, targetRank: 1, locked: MAINS });
  assert.deepEqual([locked.feasible, locked.overrides], [false, null]);
});

test("a plan from the scenario on screen", () => {
  const overrides = [{ unit: "thua-thien-hue", indicator: "government", points: 170 }];
  const plan = calculator.plan({ ...HUE, overrides, maxPoints: { economy: 200 } });
  assert.equal(plan.feasible, true);
  assert.equal(calculator.plan({ ...HUE, targetRank: 4 }).totalCost, 0);
  assert.equal(calculator.plan({ edition: "2022", unit: "bac-kan", targetRank: 63 }).threshold, null);
});

test("what cannot be reached says what binds", () => {
  const plan = calculator.plan({
    edition: "2022", unit: "bac-kan", targetRank: 1, locked: MAINS.slice(0, 7), caps: { society: 0.5 },
  });
  assert.deepEqual([plan.feasible, plan.totalCost, plan.bound, plan.reachedRank], [false, null, null, null]);
  assert.deepEqual([plan.steps, plan.binding], [[], ["society"]]);
  assert.ok(plan.bestRank > 1 && plan.bestRank < 63);
});

test("every code has its cases", () => {
  const plan = (more) => () => calculator.plan({ ...HUE, ...more });
  for (const targetRank of [0, 64, -1, 2.5, Infinity]) expectError(plan({ targetRank }), "out_of_range");
  for (const government of [0, -1, Infinity, 1e7]) expectError(plan({ costs: { government } }), "out_of_range");
  for (const economy of [-0.1, 1.1, 0.12345]) expectError(plan({ caps: { economy } }), "out_of_range");
  for (const indicator of ["foundation", "moon", "total"]) {
    expectError(plan({ locked: [indicator] }), "unknown_indicator");
    expectError(plan({ costs: { [indicator]: 2 } }), "unknown_indicator");
    expectError(plan({ caps: { [indicator]: 0.5 } }), "unknown_indicator");
  }
  expectError(plan({ locked: ["smart_city"] }), "unavailable");
  expectError(plan({ edition: "2021" }), "unavailable");
  expectError(plan({ rivals: { mode: "trend" } }), "unavailable");
  expectError(plan({ edition: "2019" }), "unknown_edition");
  expectError(plan({ unit: "hue" }), "unknown_unit");
  for (const more of [
    { unit: undefined }, { targetRank: undefined }, { targetRank: "3" }, { targetRank: NaN }, { effort: "hard" }, { effort: 1 },
    { costs: [] }, { costs: { government: NaN } }, { caps: 1 }, { locked: "awareness" }, { locked: [1] }, { goal: 1 },
  ]) expectError(plan(more), "bad_input");
});
