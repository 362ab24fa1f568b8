// Own indices: the examples load, every method answers, and nothing hostile gets through.
import { test } from "node:test";
import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import { Calculator, CODES, calculator as shared, expectAlive, expectError, row } from "./support.mjs";

const example = async (name) =>
  JSON.parse(await readFile(new URL(`../../data/examples/${name}.json`, import.meta.url), "utf8"));
const hdi = await example("hdi");
const ddci = await example("ddci");
const changed = (change) => {
  const copy = structuredClone(hdi);
  change(copy);
  return copy;
};

test("hdi loads, ranks by its rule and unloads", () => {
  const calculator = new Calculator();
  const id = calculator.load(hdi);
  assert.equal(id, "hdi-example");
  assert.deepEqual(calculator.editions().at(-1), {
    id, year: 2024, framework: "hdi-example", units: 6, simulatable: true, title: hdi.edition.title,
  });
  assert.equal(calculator.framework(id).estimateError, null);
  assert.equal(calculator.units(id).length, 6);
  const { units } = calculator.simulate({ edition: id });
  assert.deepEqual(units.map((own) => [own.unit, own.rank, own.score]), [
    ["e", 1, 1], ["a", 2, 0.931], ["b", 3, 0.72], ["f", 3, 0.72], ["c", 5, 0.597], ["d", 6, 0.492],
  ]);
  assert.equal(calculator.unload(id), undefined);
  expectError(() => calculator.simulate({ edition: id }), "unknown_edition");
  assert.equal(calculator.load(hdi), id);
});

const small = (framework, indicators, values) => ({
  framework: { id: "small", title: { vi: "nhỏ" }, indicators, ...framework },
  edition: {
    id: "small-1", year: 2024, title: { vi: "kỳ" }, values,
    units: Object.keys(values).map((id) => ({ id, name: { vi: id } })),
  },
});
const leaf = (id, scale, maxPoints = 1) => ({ id, name: { vi: id }, maxPoints, scale });
const standings = (document) => {
  const calculator = new Calculator();
  return calculator.simulate({ edition: calculator.load(document) }).units.map(({ unit, rank, score }) => [unit, rank, score]);
};

test("ties are ties of the formula", () => {
  const posts = { normalisation: "goalposts", low: 0, high: 7 };
  const sevenths = small({}, [leaf("x", posts), leaf("y", posts)], { a: { x: 2, y: 2 }, b: { x: 0, y: 4 } });
  assert.deepEqual(standings(sevenths), [["a", 1, 2 / 7], ["b", 1, 2 / 7]]);
  const field = { normalisation: "min_max" };
  const rows = { a: [10, 3], b: [20, 9], c: [30, 6], d: [40, 3], e: [25, 7] };
  const values = Object.fromEntries(Object.entries(rows).map(([unit, [x, y]]) => [unit, { x, y }]));
  const roots = standings(small({ mean: "geometric" }, [leaf("x", field), leaf("y", field)], values));
  assert.deepEqual(roots.map(([unit, rank]) => [unit, rank]), [["b", 1], ["c", 1], ["e", 1], ["a", 4], ["d", 4]]);
});

test("a unit without any value has nothing, or no rank", () => {
  const values = { low: { x: 0, y: 0.6 }, none: { x: null, y: null }, top: { x: 0.9, y: 0.9 } };
  const of = (missing) => small({ missing }, [leaf("x"), leaf("y")], values);
  assert.deepEqual(standings(of("zero")).at(-1), ["none", 3, 0]);
  assert.deepEqual(standings(of("rescale")).map(([unit]) => unit), ["top", "low"]);
});

test("max points are whole on every level", () => {
  const main = { id: "m", name: { vi: "m" }, children: [leaf("x", undefined, 1.5), leaf("y", undefined, 2)] };
  const load = () => shared.load(small({}, [main], { a: { x: 0.5, y: 0.5 } }));
  expectError(load, "bad_input");
  assert.throws(load, /indicators\.0\.children\.0\.maxPoints: 1\.5 is not a whole number from 0 to 10000/);
});

test("every method answers on both examples at once", () => {
  const calculator = new Calculator();
  for (const index of [hdi, ddci]) {
    const edition = calculator.load(index);
    const { units } = calculator.simulate({ edition });
    const unit = units.at(-1).unit;
    const indicator = calculator.framework(edition).indicators.find((node) => node.maxPoints > 0).id;
    const scenario = { edition, unit, overrides: [{ unit, indicator, score: 0.9 }], rivals: { mode: "gain", points: 1 } };
    assert.ok(row(calculator.simulate(scenario), unit).score > row({ units }, unit).score);
    const why = calculator.explain({ unit, from: { edition }, to: scenario });
    const sum = why.indicators.reduce((all, { change }) => all + change, 0);
    assert.ok(Math.abs(sum - why.scoreChange) < 1e-9, `${sum} ${why.scoreChange}`);
    assert.equal(calculator.neighbourhood({ edition, unit }).rank, units.at(-1).rank);
    const plan = calculator.plan({ edition, unit, targetRank: 2 });
    assert.ok(plan.feasible && plan.reachedRank <= 2, JSON.stringify(plan));
    assert.ok(Math.abs(plan.totalCost - plan.bound) < 1e-6 * plan.totalCost);
    const { overrides } = plan;
    assert.equal(row(calculator.simulate({ edition, unit, overrides }), unit).rank, plan.reachedRank);
    for (const { acceptability } of calculator.stability({ edition, draws: 200 }).units) {
      assert.ok(Math.abs(acceptability.reduce((all, share) => all + share, 0) - 1) < 1e-9);
    }
    expectError(() => calculator.merge({ edition }), "unavailable");
    const known = [{ unit, indicator, score: 0.5, kind: "known" }];
    expectError(() => calculator.simulate({ edition, overrides: known }), "unavailable");
  }
  assert.equal(row(calculator.simulate({ edition: "2022" }), "bac-giang").rank, 9);
});

test("a missing value is marked", () => {
  const calculator = new Calculator();
  const edition = calculator.load(ddci);
  const { indicators } = row(calculator.simulate({ edition }), "huyen-f");
  assert.equal(indicators.informal.origin, "missing");
});

test("ids in use and official editions stay", () => {
  const calculator = new Calculator();
  calculator.load(hdi);
  expectError(() => calculator.load(hdi), "unavailable");
  expectError(() => calculator.load(changed((copy) => { copy.edition.id = "2022"; })), "unavailable");
  expectError(() => calculator.load(changed((copy) => { copy.framework.id = "dti-922"; copy.edition.id = "x"; })), "unavailable");
  expectError(() => calculator.unload("2022"), "unavailable");
  expectError(() => calculator.unload("moon"), "unknown_edition");
  expectError(() => calculator.unload(7), "bad_input");
  assert.equal(calculator.editions().length, 7);
});

const FAULTS = {
  "framework.mean: ": (copy) => { copy.framework.mean = "median"; },
  "framework.indicators.0.scale: ": (copy) => { copy.framework.indicators[0].scale.high = 20; },
  "edition.values.a.health: ": (copy) => { copy.edition.values.a.health = "82"; },
  "edition.values.b.income: ": (copy) => { copy.edition.values.b.income = -1; },
  "index.edition.values.b.income: ": (copy) => { copy.edition.values.b.income = NaN; },
  "edition.values: ": (copy) => { delete copy.edition.values.c.health; },
  "edition.units.1: ": (copy) => { copy.edition.units[1].id = "a"; },
  "edition: ": (copy) => { copy.edition.extra = 1; },
  "edition.title.vi: ": (copy) => { copy.edition.title.vi = "a\u001db"; },
  "top level: ": (copy) => { delete copy.framework; },
};

for (const [place, change] of Object.entries(FAULTS)) {
  test(`a fault is placed at ${place}`, () => {
    const calculator = new Calculator();
    assert.throws(() => calculator.load(changed(change)), (error) => {
      assert.equal(error.code, "bad_input", error.message);
      assert.ok(error.message.startsWith(place), error.message);
      return true;
    });
    assert.equal(calculator.editions().length, 6);
  });
}

const cyclic = {};
cyclic.framework = cyclic;
const deep = () => {
  let value = "end";
  for (let level = 0; level < 10_000; level += 1) value = { value };
  return value;
};
const nested = () => {
  let children = [{ id: "leaf", name: { vi: "leaf" }, maxPoints: 1 }];
  for (let level = 0; level < 12; level += 1) children = [{ id: `n${level}`, name: { vi: "n" }, children }];
  return changed((copy) => { copy.framework.indicators = children; });
};
const HOSTILE = {
  "a cyclic object": () => cyclic,
  "an object 10,000 deep": deep,
  "indicators 12 deep": nested,
  "a getter that throws": () => ({ get framework() { throw new Error("no"); } }),
  "a revoked proxy": () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; },
  "a text": () => JSON.stringify(hdi),
  "a text of 5 MB": () => "x".repeat(5_000_000),
  "a million units": () => changed((copy) => { copy.edition.units = new Array(1_000_000).fill({ id: "a", name: { vi: "a" } }); }),
  "5,001 units": () => changed((copy) => {
    copy.edition.units = Array.from({ length: 5_001 }, (_, n) => ({ id: `u${n}`, name: { vi: "u" } }));
  }),
  "401 indicators": () => changed((copy) => {
    copy.framework.indicators = Array.from({ length: 401 }, (_, n) => ({ id: `n${n}`, name: { vi: "n" }, maxPoints: 1 }));
  }),
  "25 MB of names": () => changed((copy) => {
    const long = { vi: "ế".repeat(1_000), en: "x".repeat(1_000) };
    copy.edition.units = Array.from({ length: 5_000 }, (_, n) => ({ id: `u${n}`, name: long, region: long }));
  }),
  "__proto__ as the id of an indicator": () =>
    small({}, [leaf("__proto__")], JSON.parse('{"a":{"__proto__":0.5}}')),
  "a list in place of an object": () => changed((copy) => { copy.edition.units[0] = ["a", { vi: "A" }]; }),
  "__proto__ as an indicator": () => JSON.parse(JSON.stringify(hdi).replace('"health":82.5', '"__proto__":82.5')),
  "no indicators": () => changed((copy) => { copy.framework.indicators = []; }),
  "weights of 0": () => changed((copy) => { for (const node of copy.framework.indicators) { node.maxPoints = 0; delete node.children; delete node.mean; } }),
  "a function": () => () => hdi,
  "no argument": () => undefined,
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`${name} is refused`, () => {
    for (const method of ["load", "unload"]) {
      assert.throws(() => shared[method](make()), (error) => {
        assert.ok(error instanceof Error, String(error));
        assert.ok(!(error instanceof WebAssembly.RuntimeError), error.message);
        assert.ok(CODES.includes(error.code), `${error.code}: ${error.message}`);
        assert.ok(error.message.length < 4_000, "the message repeats the argument");
        return true;
      });
      expectAlive();
    }
    assert.equal(shared.editions().length, 6);
  });
}

test("a getter that loads and unloads meanwhile gets its answer", () => {
  const calculator = new Calculator();
  const outer = calculator.simulate({
    get edition() {
      calculator.unload(calculator.load(ddci));
      return calculator.load(hdi);
    },
  });
  assert.equal(outer.edition, "hdi-example");
});

test("an index with every rule of the field loads and answers", () => {
  const calculator = new Calculator();
  const units = Array.from({ length: 500 }, (_, n) => ({ id: `u${n}`, name: { vi: `u${n}` } }));
  const nodes = Array.from({ length: 300 }, (_, n) => ({
    id: `n${n}`, name: { vi: "n" }, maxPoints: (n % 7) + 1,
    scale: { normalisation: ["min_max", "rank", "z_score"][n % 3] },
  }));
  const values = Object.fromEntries(units.map(({ id }, u) => [
    id, Object.fromEntries(nodes.map((node, n) => [node.id, ((u * 37 + n * 11) % 101) + 1])),
  ]));
  const edition = calculator.load({
    framework: { id: "large", title: { vi: "large" }, mean: "geometric", indicators: nodes },
    edition: { id: "large", year: 2024, title: { vi: "large" }, units, values },
  });
  assert.equal(calculator.simulate({ edition }).units.length, 500);
});

test("a country's communes load, rank and can be edited", () => {
  const calculator = new Calculator();
  const nodes = Array.from({ length: 62 }, (_, n) => leaf(`n${n}`, undefined, (n % 7) + 1));
  const values = Object.fromEntries(Array.from({ length: 3_321 }, (_, u) => [
    `u${u}`, Object.fromEntries(nodes.map((node, n) => [node.id, ((u * 37 + n * 101) % 1001) / 1000])),
  ]));
  const edition = calculator.load(small({ decimals: 4 }, nodes, values));
  const { units } = calculator.simulate({ edition });
  assert.equal(units.length, 3_321);
  assert.deepEqual(Object.keys(units[0].indicators), nodes.map(({ id }) => id));
  assert.equal(units[0].indicators.n61.origin, "published");
  const session = calculator.open({ edition });
  const last = units.at(-1).unit;
  for (const { id } of nodes) session.set(last, id, 1);
  assert.equal(session.rank(last), 1);
  const names = calculator.units(edition).map(({ id }) => id);
  const ranks = session.ranks();
  const again = calculator.simulate(session.scenario());
  for (const own of again.units) assert.equal(ranks[names.indexOf(own.unit)], own.rank);
  session.free();
});

test("the limits of an index are kept to the unit", () => {
  const calculator = new Calculator();
  const values = Object.fromEntries(Array.from({ length: 5_000 }, (_, u) => [`u${u}`, { x: (u % 100) / 100 }]));
  assert.equal(calculator.units(calculator.load(small({}, [leaf("x")], values))).length, 5_000);
  const nodes = Array.from({ length: 400 }, (_, n) => leaf(`n${n}`));
  const most = small({}, nodes, { a: Object.fromEntries(nodes.map(({ id }) => [id, 0.5])) });
  most.framework.id = most.edition.id = "wide";
  assert.equal(calculator.framework(calculator.load(most)).indicators.length, 400);
});
