// Hostile arguments: an error with a code, never a trap, and the next call works.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Calculator, CODES, calculator, expectAlive, expectError } from "./support.mjs";

const cyclic = { edition: "2022" };
cyclic.overrides = [cyclic];
const deep = () => {
  let value = "end";
  for (let level = 0; level < 10_000; level += 1) value = { value };
  return value;
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (thrown) => ({ get edition() { throw thrown; } });
const lyingArray = () => new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 40 : target[key]) });

const ARGUMENTS = {
  "a cyclic object": () => cyclic,
  "an object 10,000 deep": deep,
  "a getter that throws an error": () => throwing(new Error("no")),
  "a getter that throws null": () => throwing(null),
  "a revoked proxy": revoked,
  "a proxy whose keys throw": () => new Proxy({}, { ownKeys() { throw new TypeError("no keys"); } }),
  "a proxy that lists keys it does not have": () => new Proxy({}, { ownKeys: () => ["edition", "x"] }),
  "a function": () => () => "2022",
  "a symbol": () => Symbol("2022"),
  "a bigint": () => 2022n,
  "a date": () => new Date(),
  "a map": () => new Map([["edition", "2022"]]),
  "a class with a prototype getter": () => new (class { get edition() { return "2022"; } })(),
  "a typed array": () => new Uint8Array(8),
  "a string object": () => new String("2022"),
  "a text of 5 MB": () => "x".repeat(5_000_000),
  "an edition of 5 MB": () => ({ edition: "x".repeat(5_000_000) }),
  "200,000 keys": () => Object.fromEntries(Array.from({ length: 200_000 }, (_, key) => [`k${key}`, 1])),
  "a million overrides": () => ({ edition: "2022", overrides: new Array(1_000_000).fill({}) }),
  "an array that lies about its length": () => ({ edition: "2022", overrides: lyingArray() }),
  "a lone surrogate": () => ({ edition: "\ud800" }),
  "__proto__ as a key": () => JSON.parse('{"edition":"2022","__proto__":{"unit":"hue"}}'),
  "no argument": () => undefined,
};

for (const [name, make] of Object.entries(ARGUMENTS)) {
  test(`${name} is refused by every method`, () => {
    const { simulate, merge, framework, units, plan, explain, claim, peers, bridge, neighbourhood, stability, sensitivity } =
      Calculator.prototype;
    const methods = [
      simulate, merge, framework, units, plan, explain, claim, peers, bridge, neighbourhood, stability, sensitivity,
    ];
    for (const method of methods) {
      assert.throws(() => method.call(calculator, make()), (error) => {
        assert.ok(error instanceof Error, String(error));
        assert.ok(!(error instanceof WebAssembly.RuntimeError), error.message);
        assert.ok(CODES.includes(error.code), `${error.code}: ${error.message}`);
        assert.ok(error.message.length < 4_000, "the message repeats the argument");
        return true;
      });
      expectAlive();
    }
  });
}

test("a getter that calls the calculator again gets its answer", () => {
  let inner;
  const outer = calculator.simulate({
    get edition() {
      inner = calculator.simulate({ edition: "2023" });
      return "2022";
    },
  });
  assert.deepEqual([inner.edition, outer.edition], ["2023", "2022"]);
});

test("2,000 random arguments", () => {
  let state = 7;
  const random = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const leaves = [null, undefined, NaN, Infinity, -0, 0, 0.5, 1, 63, "", "2022", "hue", "society", "known", true];
  const keys = ["edition", "unit", "overrides", "indicator", "score", "points", "kind", "maxPoints", "rivals", "mode", "x"];
  const value = (depth) => {
    const pick = depth > 3 ? 0 : random(4);
    if (pick < 2) return leaves[random(leaves.length)];
    if (pick === 2) return Array.from({ length: random(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: random(5) }, () => [keys[random(keys.length)], value(depth + 1)]));
  };
  let refused = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const argument = random(2) ? { edition: "2022", ...value(0) } : value(0);
    try {
      calculator.simulate(argument);
    } catch (error) {
      assert.ok(CODES.includes(error.code), `${error}`);
      refused += 1;
    }
  }
  assert.ok(refused > 500 && refused < 2_000, `${refused}`);
  expectAlive();
});

test("errors name what was given and the way out", () => {
  expectError(() => calculator.simulate({ edition: "2022", overrides: [{ unit: "hue", indicator: "society", score: 2 }] }), "out_of_range");
  assert.throws(
    () => calculator.simulate({ edition: "2023-24" }),
    { message: "edition `2023-24` is not known; use one of 2020, 2021, 2022, 2023, 2024, 2024-34" },
  );
});
