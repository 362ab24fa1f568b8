// Peers: shapes, values and errors of `peers`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { calculator, expectAlive, expectError, row } from "./support.mjs";

const NAM_DINH = { edition: "2023", unit: "nam-dinh", targetRank: 10 };

test("the question of the contract", () => {
  const answer = calculator.peers(NAM_DINH);
  assert.deepEqual(Object.keys(answer), ["axes", "profile", "size", "paths"]);
  assert.deepEqual(answer.axes, ["infrastructure", "government", "economy", "society", "others"]);
  assert.equal(answer.profile.length, 5);
  assert.deepEqual(Object.keys(answer.profile[0]), ["unit", "distance"]);
  assert.deepEqual(Object.keys(answer.size), ["year", "population", "nearest"]);
  assert.equal(answer.size.year, 2023);
  assert.deepEqual(answer.paths.map((path) => path.unit), ["hai-phong", "binh-duong", "ha-noi", "ba-ria-vung-tau"]);
  assert.deepEqual(Object.keys(answer.paths[0]), [
    "unit", "from", "to", "otherFramework", "rankBefore", "rankAfter", "scoreBefore", "scoreAfter",
    "steps", "others", "overrides", "rank", "score",
  ]);
});

test("a path adds up, and its what-ifs give its rank", () => {
  for (const path of calculator.peers(NAM_DINH).paths) {
    const steps = path.steps.reduce((sum, step) => sum + step.change, 0);
    assert.ok(Math.abs(steps + path.others - (path.scoreAfter - path.scoreBefore)) < 1e-12);
    const followed = calculator.simulate({ edition: "2023", unit: "nam-dinh", overrides: path.overrides });
    assert.deepEqual([row(followed, "nam-dinh").rank, row(followed, "nam-dinh").score], [path.rank, path.score]);
  }
});

test("every edition that can be simulated has neighbours, nearest first", () => {
  for (const edition of ["2022", "2023", "2024", "2024-34"]) {
    const units = calculator.units(edition);
    const { axes, profile } = calculator.peers({ edition, unit: units[3].id, count: 100 });
    assert.equal(profile.length, units.length - 1);
    assert.equal(axes.length, edition === "2024-34" ? 8 : 5);
    for (const [place, peer] of profile.entries()) {
      assert.ok(place === 0 || profile[place - 1].distance <= peer.distance);
    }
  }
});

test("faults have codes", () => {
  expectError(() => calculator.peers({ edition: "2023" }), "bad_input");
  expectError(() => calculator.peers({ edition: "2023", unit: "hue" }), "unknown_unit");
  expectError(() => calculator.peers({ edition: "2020", unit: "bac-giang" }), "unavailable");
  expectError(() => calculator.peers({ ...NAM_DINH, targetRank: 64 }), "out_of_range");
  expectError(() => calculator.peers({ ...NAM_DINH, targetScore: 0.8 }), "bad_input");
  expectError(() => calculator.peers({ ...NAM_DINH, count: 0 }), "out_of_range");
  expectAlive();
});
