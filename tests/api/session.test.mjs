// Sessions: one scenario being edited. Every answer is that of simulate, a refused step changes
// nothing, and a session that is gone says so.
import { test } from "node:test";
import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import { Calculator, calculator, expectAlive, expectError, row } from "./support.mjs";

const hdi = JSON.parse(await readFile(new URL("../../data/examples/hdi.json", import.meta.url), "utf8"));
const order = (edition, of = calculator) => of.units(edition).map((unit) => unit.id);

/** Asserts that a session answers as simulate does on its scenario. */
function expectSame(session, of = calculator) {
  const scenario = session.scenario();
  const answer = of.simulate(scenario);
  const units = order(scenario.edition, of);
  assert.deepEqual([...session.ranks()], units.map((unit) => row(answer, unit).rank));
  assert.deepEqual([...session.scores()], units.map((unit) => row(answer, unit).score));
  for (const own of answer.units) {
    assert.equal(session.rank(own.unit), own.rank);
    assert.equal(session.score(own.unit), own.score);
  }
}

test("a session begins as its scenario and follows each edit", () => {
  const session = calculator.open({ edition: "2022", unit: "bac-giang" });
  assert.equal(session.rank("bac-giang"), 9);
  assert.equal(session.set("bac-giang", "society", 0.45), 8);
  expectSame(session);
  assert.equal(session.unset("bac-giang", "society"), 9);
  assert.equal(session.unset("bac-giang", "society"), 9, "nothing is there to take away");
  assert.equal(session.apply({ unit: "bac-giang", indicator: "awareness", score: 0.8, kind: "known" }), 9);
  assert.equal(session.apply({ unit: "bac-giang", indicator: "society", points: 67.5 }), 8);
  expectSame(session);
  assert.equal(typeof session.setMaxPoints("economy", 200), "number");
  expectSame(session);
  assert.equal(typeof session.setRivals({ mode: "gain", points: 5 }), "number");
  expectSame(session);
  session.free();
});

test("without a unit asked about a step gives the rank of its own unit", () => {
  const session = calculator.open({ edition: "2023" });
  assert.equal(session.set("thua-thien-hue", "society", 1), session.rank("thua-thien-hue"));
  assert.equal(session.setMaxPoints("economy", 200), null);
  assert.equal(session.setRivals({ mode: "trend" }), null);
  expectSame(session);
  session.free();
});

test("ranks and scores are fresh copies in the order of units", () => {
  const session = calculator.open({ edition: "2024-34" });
  const [ranks, scores] = [session.ranks(), session.scores()];
  assert.ok(ranks instanceof Uint32Array && scores instanceof Float64Array);
  assert.equal(ranks.length, 34);
  session.set("hue", "society", 0);
  assert.notDeepEqual(ranks, session.ranks());
  assert.equal(ranks[order("2024-34").indexOf("hue")], 2);
  session.free();
  assert.equal(scores.length, 34);
});

test("the scenario keeps its overrides in the order first set", () => {
  const scenario = {
    edition: "2022",
    unit: "bac-giang",
    overrides: [{ unit: "thua-thien-hue", indicator: "society", score: 0.5, kind: "what_if" }],
    maxPoints: { economy: 200 },
    rivals: { mode: "gain", points: -2.5 },
  };
  const session = calculator.open(scenario);
  assert.deepEqual(session.scenario(), scenario);
  session.set("bac-giang", "economy", 0.5);
  session.apply({ unit: "bac-giang", indicator: "awareness", score: 0.8, kind: "known" });
  session.set("thua-thien-hue", "society", 0.25);
  session.setMaxPoints("economy", 150);
  session.setRivals({ mode: "frozen" });
  assert.deepEqual(session.scenario(), {
    edition: "2022",
    unit: "bac-giang",
    overrides: [
      { unit: "thua-thien-hue", indicator: "society", score: 0.25, kind: "what_if" },
      { unit: "bac-giang", indicator: "economy", score: 0.5, kind: "what_if" },
      { unit: "bac-giang", indicator: "awareness", score: 0.8, kind: "known" },
    ],
    maxPoints: {},
    rivals: { mode: "frozen" },
  });
  expectSame(session);
  session.free();
  const plain = calculator.open({ edition: "2022" });
  assert.deepEqual(plain.scenario(), { edition: "2022", overrides: [], maxPoints: {}, rivals: { mode: "frozen" } });
  plain.free();
});

test("a refused step changes nothing", () => {
  const session = calculator.open({ edition: "2022", unit: "thua-thien-hue", overrides: [] });
  session.set("bac-giang", "society", 0.45);
  session.setMaxPoints("economy", 200);
  const before = [session.scenario(), session.ranks(), session.scores()];
  const step = { unit: "bac-giang", indicator: "society", score: 0.4 };
  for (const [call, code] of [
    [() => session.set("atlantis", "society", 0.4), "unknown_unit"],
    [() => session.set("bac-giang", "moon", 0.4), "unknown_indicator"],
    [() => session.set("bac-giang", "smart_city", 0.4), "unavailable"],
    [() => session.set("bac-giang", "society", 1.2), "out_of_range"],
    [() => session.set("bac-giang", "society", 0.12345), "out_of_range"],
    [() => session.set("bac-giang", "society", NaN), "bad_input"],
    [() => session.set("bac-giang", "society", "0.4"), "bad_input"],
    [() => session.set("bac-giang", "society"), "bad_input"],
    [() => session.set(), "bad_input"],
    [() => session.set({}, [], null), "bad_input"],
    [() => session.unset("atlantis", "society"), "unknown_unit"],
    [() => session.unset("bac-giang", 7), "bad_input"],
    [() => session.apply({ ...step, kind: "known" }), "unavailable"],
    [() => session.apply({ ...step, points: 3 }), "bad_input"],
    [() => session.apply({ unit: "bac-giang", indicator: "society", points: 151 }), "out_of_range"],
    [() => session.apply({ get unit() { throw new Error("mine"); } }), "bad_input"],
    [() => session.apply(), "bad_input"],
    [() => session.setMaxPoints("foundation", 3), "unknown_indicator"],
    [() => session.setMaxPoints("economy", 1.5), "out_of_range"],
    [() => session.setMaxPoints("economy"), "bad_input"],
    [() => session.setRivals({ mode: "trend" }), "unavailable"],
    [() => session.setRivals({ mode: "gain", points: 5000 }), "out_of_range"],
    [() => session.setRivals("frozen"), "bad_input"],
    [() => session.rank("atlantis"), "unknown_unit"],
    [() => session.score(null), "bad_input"],
  ]) {
    try {
      expectError(call, code);
    } catch (fault) {
      throw new Error(`${call}: ${fault.message}`);
    }
    assert.deepEqual([session.scenario(), session.ranks(), session.scores()], before, String(call));
  }
  session.free();
  expectAlive();
});

test("open refuses what simulate refuses", () => {
  const twice = { unit: "thua-thien-hue", indicator: "society", score: 0.4 };
  for (const [scenario, code] of [
    [{ edition: "1999" }, "unknown_edition"],
    [{ edition: "2020" }, "unavailable"],
    [{ edition: "2022", unit: "atlantis" }, "unknown_unit"],
    [{ edition: "2022", overrides: [twice, twice] }, "bad_input"],
    [{ edition: "2022", rivals: { mode: "trend" } }, "unavailable"],
    [{}, "bad_input"],
    [undefined, "bad_input"],
  ]) {
    expectError(() => calculator.open(scenario), code);
  }
});

test("several sessions stand side by side", () => {
  const [one, other] = [calculator.open({ edition: "2022" }), calculator.open({ edition: "2022" })];
  one.set("bac-giang", "society", 1);
  assert.equal(other.rank("bac-giang"), 9);
  assert.ok(one.rank("bac-giang") < 9);
  one.free();
  assert.equal(other.rank("bac-giang"), 9);
  other.free();
});

const questions = (session) => [
  () => session.set("a", "life", 0.5), () => session.unset("a", "life"), () => session.apply({}),
  () => session.setMaxPoints("life", 2), () => session.setRivals({ mode: "frozen" }),
  () => session.rank("a"), () => session.score("a"), () => session.ranks(), () => session.scores(),
  () => session.scenario(),
];

test("after free every call is unavailable", () => {
  const session = calculator.open({ edition: "2022" });
  session.free();
  session.free();
  const [, , , ...plain] = questions(session);
  for (const call of [() => session.set("thua-thien-hue", "society", 0.5), () => session.unset("thua-thien-hue", "society"), ...plain]) {
    expectError(call, "unavailable");
  }
  expectAlive();
});

test("after unload of its edition every call is unavailable, even if another one has its id", () => {
  const own = new Calculator();
  const edition = own.load(hdi);
  const session = own.open({ edition });
  expectSame(session, own);
  const [unit] = order(edition, own);
  const indicator = own.framework(edition).indicators[0].id;
  session.set(unit, indicator, 0.25);
  session.set(unit, indicator, 0.5);
  expectSame(session, own);
  own.unload(edition);
  for (const call of [() => session.ranks(), () => session.set(unit, indicator, 0.3), () => session.scenario()]) {
    expectError(call, "unavailable");
  }
  assert.equal(own.load(hdi), edition);
  expectError(() => session.rank(unit), "unavailable");
  const again = own.open({ edition });
  assert.equal(again.rank(unit), row(own.simulate({ edition }), unit).rank);
  session.free();
  again.free();
});

test("a session goes on after its calculator is freed", () => {
  const own = new Calculator();
  const session = own.open({ edition: "2022" });
  own.free();
  assert.equal(session.set("bac-giang", "society", 0.45), 8);
  session.free();
});

test("a long drag keeps to simulate", () => {
  const session = calculator.open({ edition: "2024", unit: "bac-giang", rivals: { mode: "gain", points: 2 } });
  const units = order("2024");
  const mains = ["awareness", "institutions", "infrastructure", "workforce", "security", "government", "economy", "society"];
  let seed = 1;
  const below = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let turn = 0; turn < 300; turn += 1) {
    session.set(units[below(10) * 6], mains[below(8)], below(10001) / 10000);
    if (turn % 30 === 0) expectSame(session);
  }
  expectSame(session);
  session.free();
});
