// Whether every script of a built site is ECMAScript 2022, as `cargo xtask test` asks: what the oldest browsers of
// README.md read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";

/** Why a script cannot be read, as a module or else as a script. */
function fault(text) {
  const faults = [];
  for (const sourceType of ["module", "script"]) {
    try {
      parse(text, { ecmaVersion: 2022, sourceType });
      return undefined;
    } catch ({ message }) {
      faults.push(message);
    }
  }
  return faults[0];
}

const [site] = process.argv.slice(2);
const scripts = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".js"));
const faults = scripts.map((name) => [name, fault(readFileSync(join(site, name), "utf8"))]).filter(([, why]) => why);
for (const [name, why] of faults) console.error(`${name}: ${why}`);
console.log(`${scripts.length} scripts, ${faults.length} of them newer than ECMAScript 2022`);
process.exitCode = scripts.length && !faults.length ? 0 : 1;
