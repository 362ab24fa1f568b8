// Components, their rules and raw values, from a list of cases worked by hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calculator, expectError } from "./support.mjs";

const components = (edition) =>
  calculator.framework(edition).indicators.filter((node) => node.rule !== null);
const node = (id) => components("2022").find((own) => own.id === id);
const points = (indicator, value) => calculator.points({ edition: "2022", indicator, value });

test("the framework has 98 components and 38 sub-criteria that add up", () => {
  const all = components("2022");
  const depth = (own) => own.id.split(".").length;
  assert.equal(all.filter((own) => depth(own) === 2).length, 98);
  assert.equal(all.filter((own) => depth(own) > 2).length, 38);
  const parts = all.filter((own) => depth(own) === 2);
  const mains = calculator.framework("2022").indicators.filter((own) => own.rule === null);
  for (const main of mains.filter((own) => own.scored && !own.id.includes("ation"))) {
    const own = parts.filter((part) => part.parent === main.id);
    const sum = own.reduce((all, part) => all + part.maxPoints, 0);
    if (own.length > 0) {
      assert.equal(sum, main.maxPoints, main.id);
    }
  }
  assert.equal(parts.reduce((all, part) => all + part.maxPoints, 0), 1000);
  assert.ok(all.every((own) => own.name.vi !== "" && own.name.en !== ""));
  assert.deepEqual(components("2024"), []);
  assert.equal(components("2021").length, 136);
});

test("rules tell what they take, and leave out what they have not", () => {
  assert.deepEqual(Object.keys(node("awareness.6").rule), ["type"]);
  assert.equal(node("awareness.6").rule.type, "yes_no");
  const head = node("awareness.1").rule;
  assert.deepEqual(head.choices.map((choice) => [choice.id, choice.share]), [
    ["head", 1],
    ["deputy", 0.5],
    ["none", 0],
  ]);
  const signatures = node("society.3").rule;
  assert.deepEqual([signatures.type, signatures.thresholds], ["capped_ratio", [0.5]]);
  assert.deepEqual(signatures.inputs.map((input) => input.id), ["a", "b"]);
  assert.ok(signatures.inputs.every((input) => input.name.vi !== ""));
  const portal = node("awareness.5").rule;
  assert.deepEqual([portal.type, portal.thresholds], ["steps", [1, 10, 20]]);
  const broadcasts = node("awareness.8").rule;
  assert.deepEqual([broadcasts.type, broadcasts.choices.length], ["steps", 3]);
  const whole = node("society.8").rule;
  assert.deepEqual(whole, { type: "parts", parts: ["society.8.1", "society.8.2", "society.8.3"] });
  const best = node("security.1").rule;
  assert.deepEqual(best.inputs.map((input) => input.id), ["value", "best"]);
});

test("points of each kind of rule, worked by hand", () => {
  const cases = [
    ["society.3", 0.0076, 0.304, 20],
    ["society.3", { a: 1, b: 2 }, 20, 20],
    ["society.3", { a: 3, b: 2 }, 20, 20],
    ["society.1", { a: 1500, b: 2000 }, 15, 20],
    ["society.1", { a: 0, b: 0 }, 0, 20],
    ["awareness.6", true, 10, 10],
    ["awareness.6", false, 0, 10],
    ["awareness.1", "deputy", 5, 10],
    ["awareness.5", 19, 5, 10],
    ["awareness.5", 20, 10, 10],
    ["awareness.8", "monthly", 5, 10],
    ["awareness.3", { a: 9 }, 7.5, 10],
    ["awareness.3", { a: 9, b: 18 }, 5, 10],
    ["awareness.2", { "awareness.2.a": true, "awareness.2.b": false }, 5, 10],
    ["government.8", { a: 99, b: 100 }, 0, 10],
    ["government.8", 1, 10, 10],
    ["government.12", { a: 100, b: 30, c: 10 }, 10, 20],
    ["government.14", { a: 50, b: 40, c: 50, d: 50 }, 4.5, 5],
    ["government.21", 3, 3, 10],
    ["government.21", 30, 10, 10],
    ["security.1", { value: 12, best: 48 }, 2.5, 10],
    ["security.1", { value: 50, best: 48 }, 10, 10],
    ["economy.10", { a: 3, b: 10, best: 0.6 }, 5, 10],
    ["security.12.1", { a: 5, b: 2, c: 100 }, 3.5, 5],
    ["security.12.2", 0.5, 0.6, 2],
    ["smart_city.1", "started", 0, 0],
  ];
  for (const [id, value, expected, maxPoints] of cases) {
    const own = points(id, value);
    assert.ok(Math.abs(own.points - expected) < 1e-12, `${id} ${JSON.stringify(value)}: ${own.points}`);
    assert.equal(own.maxPoints, maxPoints, id);
  }
});

test("values that a rule does not take are errors with their class", () => {
  const cases = [
    ["society.3", true, "bad_input"],
    ["society.3", Number.NaN, "bad_input"],
    ["society.3", null, "bad_input"],
    ["society.3", {}, "bad_input"],
    ["society.3", { a: 1 }, "bad_input"],
    ["society.3", { a: 1, b: 2, c: 3 }, "bad_input"],
    ["society.3", { a: -1, b: 2 }, "out_of_range"],
    ["society.3", { a: 1, b: -2 }, "out_of_range"],
    ["society.3", 76.6, "out_of_range"],
    ["society.3", Number.POSITIVE_INFINITY, "out_of_range"],
    ["awareness.1", "mayor", "bad_input"],
    ["awareness.5", -1, "out_of_range"],
    ["security.1", 12, "bad_input"],
    ["security.1", { value: 12, best: 0 }, "out_of_range"],
    ["awareness.2", { "awareness.2.a": true }, "bad_input"],
    ["awareness.2", { "awareness.2.a": true, "awareness.2.c": true }, "bad_input"],
    ["society", 0.5, "unknown_indicator"],
    ["society.99", 0.5, "unknown_indicator"],
  ];
  for (const [id, value, expected] of cases) {
    expectError(() => points(id, value), expected);
  }
  const of2024 = () => calculator.points({ edition: "2024", indicator: "society.1", value: 1 });
  expectError(of2024, "unknown_indicator");
});

test("an override by value is the score that its rule gives, in a session too", () => {
  const unit = "bac-giang";
  const scenario = (own) => ({ edition: "2022", unit, overrides: [{ unit, ...own }] });
  const byValue = scenario({ indicator: "society.1", value: { a: 1500, b: 2000 } });
  const byScore = scenario({ indicator: "society.1", score: 0.75 });
  assert.deepEqual(calculator.simulate(byValue).units, calculator.simulate(byScore).units);
  const session = calculator.open({ edition: "2022", unit });
  const rank = session.apply({ unit, indicator: "society.1", value: { a: 1500, b: 2000 } });
  assert.equal(rank, calculator.simulate(byValue).units.find((own) => own.unit === unit).rank);
  assert.deepEqual(session.scenario().overrides, [
    { unit, indicator: "society.1", value: { a: 1500, b: 2000 }, kind: "what_if" },
  ]);
  session.free();
  const both = scenario({ indicator: "society.1", value: 0.5, score: 0.5 });
  expectError(() => calculator.simulate(both), "bad_input");
});

test("components of another year's rules are said in the notes", () => {
  const of = (edition) =>
    calculator.simulate({
      edition,
      overrides: [{ unit: "bac-giang", indicator: "society.1", value: 0.9 }],
    });
  assert.equal(of("2022").notes.some((note) => note.includes("another year")), false);
  assert.equal(of("2023").notes.some((note) => note.includes("another year")), true);
});

test("a plan steps through main indicators, or through components where that is asked for", () => {
  const question = { edition: "2022", unit: "bac-giang", targetRank: 6 };
  const steps = (level) => calculator.plan({ ...question, level }).steps;
  assert.ok(steps("main").every((step) => !step.indicator.includes(".")));
  assert.deepEqual(steps(undefined), steps("main"));
  const plan = calculator.plan({ ...question, level: "component" });
  assert.ok(plan.feasible && plan.steps.length > 0);
  assert.ok(plan.steps.every((step) => step.indicator.includes(".")));
  const after = calculator.simulate({ edition: "2022", unit: "bac-giang", overrides: plan.overrides });
  assert.equal(after.units.find((own) => own.unit === "bac-giang").rank, plan.reachedRank);
  expectError(() => calculator.plan({ ...question, level: "group" }), "bad_input");
});
