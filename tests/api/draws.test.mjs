// Draws in the built module are those that are made natively (src/draws/maker.rs stores them).
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
  const address = new URL(`../snapshots/draws/${name}.txt`, import.meta.url);
  return readFileSync(fileURLToPath(address), "utf8").replaceAll("\n", "");
};
const hex = (bytes) => Buffer.from(bytes ?? []).toString("hex");

test("the same draws natively and in the built module, without a window as in a worker", async () => {
  const page = await import(pathToFileURL(file("page", ".js")).href);
  const asked = [];
  globalThis.dtiPart = async (name) => (asked.push(name), WebAssembly.compile(readFileSync(file(name, ".wasm"))));
  await page.default({ module_or_path: readFileSync(file("page", ".wasm")) });
  const answers = [];
  const draws = await page.openDraws(12, (number, answer) => answers.push({ number, answer: hex(answer) }));
  assert.deepEqual(asked.sort(), page.parts.draws.toSorted(), "nothing but the files of this part was asked for");
  draws.supply(figures, "");
  draws.ask(1, new TextEncoder().encode("nonsense"));
  draws.ask(2, Buffer.from(stored("request"), "hex"));
  const answer = stored("answer");
  for (let wait = 0; wait < 200 && answers.at(-1)?.answer !== answer; wait += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.ok(answers.every(({ number }) => number === 2), "only the newest question is answered");
  assert.equal(answers.at(-1).answer, answer);
});
