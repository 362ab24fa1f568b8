// The built second and third modules answer what the native program answers (tests/page.rs stores that).
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
const stored = (module, name) => {
  const address = new URL(`../../parts/tests/snapshots/${module}/${name}.txt`, import.meta.url);
  return readFileSync(fileURLToPath(address), "utf8").replaceAll("\n", "\u{1e}");
};

test("the same drawing natively and in the built module", async () => {
  const module = await import(pathToFileURL(file("studio", ".js")).href);
  module.initSync({ module: readFileSync(file("studio", ".wasm")) });
  assert.equal(module.ask(stored("studio", "question")), "", "nothing is known before the figures are there");
  module.supply(figures, "");
  assert.equal(module.ask(stored("studio", "question")), stored("studio", "answer"));
  assert.equal(module.ask("nonsense").includes("\u{1e}"), true, "what nobody asked gets an answer and no trap");
});

test("the same draws natively and in the built module, as the worker's script runs it", async () => {
  // A classic script, here as where workers are denied.
  new Function("globalThis.document = undefined;" + readFileSync(file("analyst", ".js"), "utf8"))();
  const answers = [];
  const take = await globalThis.dtiAnalysing(readFileSync(file("analyst", ".wasm")), [figures, ""], (one) =>
    answers.push(one),
  );
  take({ number: 1, text: "nonsense" });
  take({ number: 2, text: stored("analyst", "question") });
  const answer = stored("analyst", "answer");
  for (let wait = 0; wait < 200 && answers.at(-1)?.answer !== answer; wait += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.ok(answers.every(({ number }) => number === 2), "only the newest question is answered");
  assert.equal(answers.at(-1).answer, answer);
});
