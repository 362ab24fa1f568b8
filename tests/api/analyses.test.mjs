// The analyses in the built module answer what they answer natively (parts/tests/page.rs stores that).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const given = process.env.DTI_API_DIR;
const dist = given ? join(given, "../..") : fileURLToPath(new URL("../../dist", import.meta.url));
const file = (beginning, ending) =>
  join(dist, readdirSync(dist).find((name) => name.startsWith(`${beginning}-`) && name.endsWith(ending)));
const figures = readFileSync(file("figures", ".txt"));
const stored = (name) => {
  const address = new URL(`../../parts/tests/snapshots/analyst/${name}.txt`, import.meta.url);
  return readFileSync(fileURLToPath(address), "utf8").replaceAll("\n", "\u{1e}");
};

test("the same draws natively and in the built module, without a window as in a worker", async () => {
  const page = await import(pathToFileURL(file("page", ".js")).href);
  const asked = [];
  globalThis.dtiPart = async (name) => (asked.push(name), WebAssembly.compile(readFileSync(file(name, ".wasm"))));
  await page.default({ module_or_path: readFileSync(file("page", ".wasm")) });
  const answers = [];
  const analyst = await page.openAnalyst(12, (number, answer) => answers.push({ number, answer }));
  assert.deepEqual(asked.sort(), page.parts.analyses.toSorted(), "nothing but the files of this part was asked for");
  analyst.supply(figures, "");
  analyst.ask(1, "nonsense");
  analyst.ask(2, stored("question"));
  const answer = stored("answer");
  for (let wait = 0; wait < 200 && answers.at(-1)?.answer !== answer; wait += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.ok(answers.every(({ number }) => number === 2), "only the newest question is answered");
  assert.equal(answers.at(-1).answer, answer);
});
