// The contract of docs/api.md: shapes, values and errors, key by key.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectError, row } from "./support.mjs";

test("editions lists six, oldest first", () => {
  const editions = calculator.editions();
  assert.deepEqual(editions.map((edition) => edition.id), ["2020", "2021", "2022", "2023", "2024", "2024-34"]);
  assert.deepEqual(editions.map((edition) => edition.units), [63, 63, 63, 63, 63, 34]);
  assert.deepEqual(editions.map((edition) => edition.simulatable), [false, false, true, true, true, true]);
  assert.deepEqual(Object.keys(editions[2]), ["id", "year", "framework", "units", "simulatable", "title"]);
  assert.deepEqual(Object.keys(editions[2].title), ["vi", "en"]);
});

test("framework gives every node but the root, parents first", () => {
  const framework = calculator.framework("2022");
  assert.deepEqual(Object.keys(framework), ["id", "total", "estimateError", "indicators", "pillars"]);
  assert.equal(framework.id, "dti-922");
  assert.equal(framework.total, 1000);
  assert.equal(framework.estimateError, 0.12);
  const seen = new Set([null]);
  for (const indicator of framework.indicators) {
    assert.deepEqual(Object.keys(indicator), ["id", "parent", "maxPoints", "scored", "name", "rule"]);
    assert.ok(seen.has(indicator.parent), indicator.id);
    seen.add(indicator.id);
  }
  assert.equal(framework.indicators.length, 11 + 98 + 38);
  const node = (id) => framework.indicators.find((indicator) => indicator.id === id);
  assert.equal(node("smart_city").scored, false);
  assert.equal(node("smart_city").maxPoints, 0);
  assert.equal(node("foundation").maxPoints, 500);
  assert.equal(node("awareness").parent, "foundation");
  assert.deepEqual(framework.pillars.map((pillar) => pillar.id), ["government", "economy", "society"]);
  const members = framework.pillars[0].members.map((id) => node(id).maxPoints);
  assert.equal(members.reduce((sum, points) => sum + points), 700);
  assert.equal(calculator.framework("2024").total, 940);
  assert.equal(calculator.framework("2020").total, 1);
  assert.equal(calculator.framework("2020").estimateError, null);
});

test("units are in Vietnamese order with their codes", () => {
  const units = calculator.units("2022");
  assert.equal(units.length, 63);
  assert.deepEqual(Object.keys(units[0]), ["id", "name", "gsoCode", "region"]);
  const names = units.map((unit) => unit.name.vi);
  assert.deepEqual(names, [...names].sort(new Intl.Collator("vi").compare));
  assert.equal(units.find((unit) => unit.id === "bac-giang").gsoCode, "24");
  assert.equal(calculator.units("2024-34").length, 34);
  assert.ok(calculator.units("2024-34").every((unit) => unit.region === null));
  assert.equal(calculator.units("2020").length, 63);
});

test("an empty scenario is the published edition", () => {
  for (const [edition, units] of [["2022", 63], ["2023", 63], ["2024", 63], ["2024-34", 34]]) {
    const answer = calculator.simulate({ edition });
    assert.deepEqual(Object.keys(answer), ["edition", "estimated", "notes", "units"]);
    assert.equal(answer.units.length, units);
    assert.equal(answer.estimated, false);
    for (const [place, unit] of answer.units.entries()) {
      assert.equal(unit.score, unit.baselineScore);
      assert.equal(unit.rank, unit.baselineRank);
      const above = answer.units[place - 1];
      if (above) assert.ok(above.rank < unit.rank || (above.rank === unit.rank && above.unit < unit.unit));
    }
  }
});

test("the what-if of the contract", () => {
  const answer = calculator.simulate({
    edition: "2022",
    unit: "bac-giang",
    overrides: [
      { unit: "bac-giang", indicator: "society", score: 0.45 },
      { unit: "bac-giang", indicator: "awareness", score: 0.8, kind: "known" },
    ],
    maxPoints: { economy: 200 },
    rivals: { mode: "frozen" },
  });
  const unit = row(answer, "bac-giang");
  assert.deepEqual(Object.keys(unit), [
    "unit", "score", "rank", "baselineScore", "baselineRank", "pillars", "indicators",
  ]);
  assert.deepEqual(unit.indicators.society, { score: 0.45, points: 67.5, maxPoints: 150, origin: "entered" });
  assert.equal(unit.indicators.economy.maxPoints, 200);
  assert.equal(unit.indicators.awareness.origin, "entered");
  assert.equal(unit.indicators.security.origin, "estimated");
  assert.equal(unit.indicators.government.origin, "published");
  assert.equal(unit.indicators.smart_city, undefined);
  // (644 - .3348 x 150 + .45 x 150 + .7764 x 50) / 1050
  assert.equal(unit.score, 0.6668);
});

test("fixtures of the method", () => {
  const what = (kind) => calculator.simulate({
    edition: "2022",
    overrides: [{ unit: "bac-giang", indicator: "awareness", score: 0.8, ...(kind && { kind }) }],
  });
  assert.deepEqual([row(what("known"), "bac-giang").score, row(what("known"), "bac-giang").rank], [0.644, 9]);
  assert.deepEqual([row(what(), "bac-giang").score, row(what(), "bac-giang").rank], [0.6336, 18]);
  assert.equal(what().estimated, true);
  const quangNinh = row(calculator.simulate({ edition: "2022" }), "quang-ninh").pillars;
  assert.deepEqual(Object.values(quangNinh).map((pillar) => pillar.score), [0.7804, 0.7187, 0.6864]);
  const merged = calculator.merge({ edition: "2024" });
  assert.equal(merged.units.length, 34);
  assert.equal(row(merged, "ho-chi-minh").score, 0.777);
  assert.equal(row(merged, "da-nang").rank, 17);
  assert.equal(calculator.merge({ edition: "2024", weights: "population-2024" }).notes.length, 2);
});

test("rivals move, the unit asked about does not", () => {
  const gain = calculator.simulate({
    edition: "2022", unit: "bac-giang", rivals: { mode: "gain", points: 5 },
  });
  assert.equal(row(gain, "bac-giang").score, 0.644);
  assert.equal(row(gain, "da-nang").score, 0.8052);
  assert.ok(gain.notes.some((note) => note.includes("totals only")));
  const trend = calculator.simulate({ edition: "2024", rivals: { mode: "trend" } });
  assert.ok(trend.notes.some((note) => note.includes("different frameworks")));
});

test("every code has its cases", () => {
  const simulate = (scenario) => () => calculator.simulate(scenario);
  const override = (item) => simulate({ edition: "2022", overrides: [item] });
  const hue = { unit: "thua-thien-hue", indicator: "society" };
  expectError(simulate({ edition: "2019" }), "unknown_edition");
  expectError(() => calculator.framework("x"), "unknown_edition");
  expectError(() => calculator.units("x"), "unknown_edition");
  expectError(simulate({ edition: "2022", unit: "hue" }), "unknown_unit");
  expectError(override({ unit: "hue", indicator: "society", score: 0.5 }), "unknown_unit");
  expectError(override({ ...hue, indicator: "total", score: 0.5 }), "unknown_indicator");
  expectError(simulate({ edition: "2022", maxPoints: { foundation: 3 } }), "unknown_indicator");
  for (const score of [1.2, -0.1, 0.12345, Infinity]) expectError(override({ ...hue, score }), "out_of_range");
  for (const points of [150.01, -1, 1.001]) expectError(override({ ...hue, points }), "out_of_range");
  for (const economy of [-1, 1.5, 1e9]) {
    expectError(simulate({ edition: "2022", maxPoints: { economy } }), "out_of_range");
  }
  expectError(simulate({ edition: "2022", rivals: { mode: "gain", points: 1000.01 } }), "out_of_range");
  const known = ["awareness", "institutions"].map((indicator) => ({ unit: "bac-giang", indicator, score: 0, kind: "known" }));
  expectError(simulate({ edition: "2022", overrides: known }), "out_of_range");
  for (const edition of ["2020", "2021"]) expectError(simulate({ edition }), "unavailable");
  expectError(simulate({ edition: "2022", rivals: { mode: "trend" } }), "unavailable");
  expectError(override({ ...hue, score: 0.5, kind: "known" }), "unavailable");
  expectError(() => calculator.merge({ edition: "2024-34" }), "unavailable");
  expectError(() => calculator.merge({ edition: "2021" }), "unavailable");
  for (const scenario of [
    undefined, null, 1, "2022", [], {}, { edition: 2022 }, { edition: "2022", foo: 1 }, { edition: "2022", unit: null },
    { edition: "2022", overrides: {} }, { edition: "2022", overrides: [null] },
    { edition: "2022", rivals: "trend" }, { edition: "2022", rivals: { mode: "up" } }, { edition: "2022", rivals: { mode: "gain" } },
    { edition: "2022", rivals: { mode: "frozen", points: 1 } }, { edition: "2022", maxPoints: [] }, { edition: "2022", maxPoints: { economy: NaN } },
  ]) expectError(simulate(scenario), "bad_input");
  for (const item of [
    { ...hue }, { ...hue, score: 0.5, points: 5 }, { ...hue, score: NaN }, { ...hue, score: "0.5" },
    { ...hue, score: 0.5, kind: "maybe" }, { unit: 1, indicator: "society", score: 0.5 }, { ...hue, score: 0.5, note: "x" },
  ]) expectError(override(item), "bad_input");
  const twice = { ...hue, score: 0.5 };
  expectError(simulate({ edition: "2022", overrides: [twice, { ...hue, points: 3 }] }), "bad_input");
  expectError(() => calculator.merge({ edition: "2022", weights: "area" }), "bad_input");
  expectError(() => calculator.merge({ edition: "2022", unit: "hue" }), "bad_input");
});
