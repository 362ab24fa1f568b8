// The built second module draws what the native program draws (tests/page.rs stores that).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const dist = join(process.env.DTI_API_DIR, "../..");
const stored = (name) =>
  readFileSync(fileURLToPath(new URL(`../snapshots/studio/${name}.txt`, import.meta.url)), "utf8").replaceAll("\n", "\u{1e}");

test("the same drawing natively and in the built module", async () => {
  const file = (ending) => join(dist, readdirSync(dist).find((name) => name.startsWith("studio-") && name.endsWith(ending)));
  const module = await import(pathToFileURL(file(".js")).href);
  module.initSync({ module: readFileSync(file(".wasm")) });
  assert.equal(module.ask(stored("question")), stored("answer"));
  assert.equal(module.ask("nonsense").includes("\u{1e}"), true, "what nobody asked gets an answer and no trap");
});
