// Loads the built API module in Node and gives the tests short ways to ask it.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const given = process.env.DTI_API_DIR;
const folder = given ? pathToFileURL(`${given}/`) : new URL("../../dist/api/v1/", import.meta.url);
const module = await import(new URL("dti_whatif.js", folder));
module.initSync({ module: await readFile(new URL("dti_whatif_bg.wasm", folder)) });

export const { Calculator } = module;
export const calculator = new Calculator();
export const CODES = [
  "unknown_edition", "unknown_unit", "unknown_indicator", "out_of_range", "unavailable", "bad_input",
];

/** The row of a unit in an answer. */
export const row = (answer, unit) => answer.units.find((candidate) => candidate.unit === unit);

/** Asserts that a call fails with this code and one clear sentence. */
export function expectError(call, code) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error, String(error));
    assert.equal(error.code, code, error.message);
    assert.ok(CODES.includes(error.code));
    assert.ok(error.message.length > 20, error.message);
    return true;
  });
}

/** Asserts that the calculator still answers. */
export function expectAlive() {
  assert.equal(row(calculator.simulate({ edition: "2022" }), "bac-giang").rank, 9);
}
