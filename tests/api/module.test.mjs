// The script finds its module by itself: under the name that changes with its content, else under the plain one.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import assert from "node:assert/strict";

const given = process.env.DTI_API_DIR;
const folder = given ? pathToFileURL(`${given}/`) : new URL("../../dist/api/v1/", import.meta.url);
const PLAIN = "dti_whatif_bg.wasm";
const HASHED = /^dti_whatif_bg-([0-9a-f]{16})\.wasm$/;

/** Starts the script anew where a host has only these files; gives what it asked for, and its calculator. */
async function start(t, has) {
  const asked = [];
  t.mock.method(globalThis, "fetch", async (address, options = {}) => {
    const name = new URL(address).pathname.split("/").pop();
    asked.push([name, options.integrity]);
    if (!has(name)) return new Response("", { status: 404 });
    return new Response(await readFile(new URL(name, folder)), { headers: { "content-type": "application/wasm" } });
  });
  const script = new URL(`dti_whatif.js?${Math.random()}`, folder);
  const { default: init, Calculator } = await import(script);
  await init();
  return { asked, calculator: new Calculator() };
}

test("the module is asked for by the hash of its content", async (t) => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
  assert.equal(names.length, 2, `${names}`);
  const { asked, calculator } = await start(t, (name) => name !== PLAIN);
  const [[name, integrity], ...more] = asked;
  assert.deepEqual([integrity, more], [undefined, []]);
  const content = await readFile(new URL(name, folder));
  assert.equal(HASHED.exec(name)[1], createHash("sha256").update(content).digest("hex").slice(0, 16));
  assert.deepEqual(content, await readFile(new URL(PLAIN, folder)), "the plain name is a copy");
  assert.ok(calculator.editions().length > 0);
});

test("where only the two files with plain names were copied, the same module is taken and no other", async (t) => {
  const { asked, calculator } = await start(t, (name) => !HASHED.test(name));
  const content = await readFile(new URL(PLAIN, folder));
  const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
  assert.deepEqual(asked.slice(1), [[PLAIN, integrity]]);
  assert.ok(calculator.editions().length > 0);
});
