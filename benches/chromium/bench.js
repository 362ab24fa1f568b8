// What `cargo xtask audit bench` measures in one page and one run: the engine in WebAssembly, plain
// JavaScript and LineUp.js take the same edits in turn. `measure()` gives plain numbers.
import init, { Calculator } from "./dti_whatif/dti_whatif.js";
import { Full, Incremental, Named } from "./plain.js";
import { LineUp } from "./lineup.js";

/* global wasm_bindgen -- what the script of the trials declares for all that come after it */
/** Of so many batches the quickest counts: the others waited for the machine. */
const BATCHES = 40;
/** A batch lasts at least so many milliseconds: forty times the grain of the clock. */
const SHORTEST = 4;
/** After so many edits all must have the same ranks. */
const CHECKED = 200;
const COMMUNES = 3_321;
const INDICATORS = 62;
const GROWING = [1_000, 2_000, COMMUNES, 5_000];

/** Milliseconds of so many calls. */
async function timed(take, count) {
  const start = performance.now();
  await take(count);
  return performance.now() - start;
}

/** The quickest of three: a wait for the machine must not pass for work. */
async function quickest(take, count) {
  return Math.min(await timed(take, count), await timed(take, count), await timed(take, count));
}

/** Microseconds a call of each, in batches that take turns, so that all meet the same load. */
async function race(runners) {
  const counts = {};
  for (const [name, take] of Object.entries(runners)) {
    counts[name] = 1;
    while ((await quickest(take, counts[name])) < SHORTEST) counts[name] *= 2;
  }
  const times = Object.fromEntries(Object.keys(runners).map((name) => [name, []]));
  for (let batch = 0; batch < BATCHES; batch += 1) {
    for (const [name, take] of Object.entries(runners)) {
      times[name].push(((await timed(take, counts[name])) * 1_000) / counts[name]);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, Math.min(...all)]));
}

/** The edits of a trial one after the other; in every second round a score is another. */
class Edits {
  constructor(trial) {
    this.numbers = trial.edits();
    this.length = this.numbers.length / 4;
    this.taken = 0;
  }

  next(act) {
    const at = 4 * (this.taken % this.length);
    const round = Math.floor(this.taken / this.length) % 2;
    this.taken += 1;
    const { numbers } = this;
    return act(numbers[at], numbers[at + 1], numbers[at + 2 + round]);
  }
}

/** One who takes edits; the trial had taken each once before. */
function runner(trial, competitor) {
  const edits = new Edits(trial);
  const put = (unit, main, score) =>
    competitor.put ? competitor.put(unit, main, score) : competitor.set(unit, main, score);
  for (let edit = 0; edit < edits.length; edit += 1) edits.next(put);
  const set = (unit, main, score) => competitor.set(unit, main, score);
  const isLate = competitor.order instanceof Function;
  if (isLate) {
    return async (count) => {
      for (let edit = 0; edit < count; edit += 1) await edits.next(set);
    };
  }
  return (count) => {
    for (let edit = 0; edit < count; edit += 1) edits.next(set);
  };
}

/** How many neighbours in an order stand the wrong way round by these totals. */
function misplaced(order, competitor) {
  const totals = order.map((unit) => competitor.sum(unit));
  return totals.filter((total, place) => place > 0 && total > totals[place - 1] + 1e-9).length;
}

/** What a trial starts from. */
const figuresOf = (trial) => ({
  scores: trial.scores(),
  points: trial.points(),
  residuals: trial.residuals(),
  unitIds: trial.unit_ids(),
  mainIds: trial.main_ids(),
});

async function edition(trial) {
  const figures = figuresOf(trial);
  const competitors = {
    incremental: new Incremental(figures),
    named: new Named(figures),
    full: new Full(figures),
    lineup: new LineUp(figures),
  };
  const runners = { wasm: (count) => trial.take(count) };
  for (const [name, competitor] of Object.entries(competitors)) {
    runners[name] = runner(trial, competitor);
  }
  for (const take of Object.values(runners)) await take(CHECKED);
  const ranks = trial.ranks();
  const differing = (own) => own.filter((rank, unit) => rank !== ranks[unit]).length;
  const { incremental, full, lineup } = competitors;
  const differ = {
    incremental: differing(incremental.ranks),
    full: differing(full.ranks),
    lineup: misplaced(await lineup.order(), full),
  };
  const worst = Math.max(differ.incremental, differ.full, differ.lineup);
  if (worst > Math.ceil(ranks.length / 50)) {
    throw new Error(`the competitors do not answer the same question: ${JSON.stringify(differ)}`);
  }
  return { times: await race(runners), differ };
}

/** The exponent with which times grow: a line through their logarithms. */
function slope(sizes, times) {
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [x, y] = [sizes, times].map((list) => list.map(Math.log));
  const [middle, height] = [mean(x), mean(y)];
  const above = x.map((one, place) => (one - middle) * (y[place] - height));
  return mean(above) / mean(x.map((one) => (one - middle) ** 2));
}

async function growth() {
  const trials = GROWING.map((units) => [units, wasm_bindgen.Trial.country(units)]);
  const runners = trials.map(([units, trial]) => [units, (count) => trial.take(count)]);
  const times = await race(Object.fromEntries(runners));
  for (const [, trial] of trials) trial.free();
  return { times, slope: slope(GROWING, GROWING.map((units) => times[units])) };
}

/** An index of one's own with as many units and indicators as a country's communes. */
function communes() {
  const name = (id) => ({ vi: id, en: id });
  const indicators = Array.from({ length: INDICATORS }, (_, place) => `i${place}`);
  const units = Array.from({ length: COMMUNES }, (_, unit) => `u${unit}`);
  const value = (unit, place) => (3_000 + ((unit * 7_919 + place * 104_729) % 6_000)) / 10_000;
  const row = (unit) => Object.fromEntries(indicators.map((id, place) => [id, value(unit, place)]));
  return {
    framework: {
      id: "large",
      title: name("large"),
      decimals: 4,
      indicators: indicators.map((id, place) => ({ id, name: name(id), maxPoints: 5 + (place % 20) })),
    },
    edition: {
      id: "communes",
      year: 2025,
      title: name("communes"),
      units: units.map((id) => ({ id, name: name(id) })),
      values: Object.fromEntries(units.map((id, unit) => [id, row(unit)])),
    },
  };
}

/** Through the module that others import: a score set, and all ranks read. */
function sliding(calculator, id) {
  const units = calculator.units(id).map((unit) => unit.id);
  const mains = Object.keys(calculator.simulate({ edition: id }).units[0].indicators);
  const session = calculator.open({ edition: id });
  let turn = 0;
  return (count) => {
    for (let edit = 0; edit < count; edit += 1) {
      turn += 1;
      const score = ((turn * 7_919) % 10_001) / 10_000;
      session.set(units[(turn * 31) % units.length], mains[(turn * 17) % mains.length], score);
      session.ranks();
    }
  };
}

async function throughTheApi() {
  const start = performance.now();
  const calculator = new Calculator();
  const cold = performance.now() - start;
  let turn = 0;
  const runners = {
    start: (count) => {
      for (let times = 0; times < count; times += 1) new Calculator().free();
    },
    simulate: (count) => {
      for (let times = 0; times < count; times += 1) {
        turn = (turn + 1) % 10_000;
        const changed = { unit: "bac-giang", indicator: "society", score: turn / 10_000 };
        calculator.simulate({ edition: "2022", overrides: [changed] });
      }
    },
    provinces: sliding(calculator, "2022"),
  };
  let refused = null;
  let load = null;
  try {
    const index = communes();
    const before = performance.now();
    const id = calculator.load(index);
    load = performance.now() - before;
    runners.communes = sliding(calculator, id);
  } catch (error) {
    refused = error.message;
  }
  return { cold, load, refused, times: await race(runners) };
}

/** The analyses, in milliseconds. */
async function analyses() {
  const questions = wasm_bindgen.Questions.on(COMMUNES);
  const asked = (ask) => (count) => {
    for (let times = 0; times < count; times += 1) ask();
  };
  const micro = await race({
    simulate: (count) => questions.simulate(count),
    draws: asked(() => questions.draws(10_000)),
    plan: asked(() => questions.plan()),
    levels: asked(() => wasm_bindgen.plan_over_levels(5, 60)),
    levelsFar: asked(() => wasm_bindgen.plan_over_levels(5, 300)),
  });
  const start = performance.now();
  questions.draws_of_communes(1_000);
  const communes = performance.now() - start;
  questions.free();
  const milli = Object.entries(micro).map(([name, time]) => [name, time / 1_000]);
  return { ...Object.fromEntries(milli), communes };
}

/** An official edition's figures, as plain lists. */
globalThis.figures = async (edition) => {
  await wasm_bindgen();
  const found = Object.entries(figuresOf(wasm_bindgen.Trial.official(edition)));
  return Object.fromEntries(found.map(([name, list]) => [name, Array.from(list)]));
};

globalThis.measure = async () => {
  await init();
  await wasm_bindgen();
  // First, while nothing of the module was called yet.
  const api = await throughTheApi();
  const { Trial } = wasm_bindgen;
  const editions = {
    "63 x 8": await edition(Trial.official("2022")),
    "34 x 8": await edition(Trial.official("2024-34")),
    "3,321 x 62": await edition(Trial.country(COMMUNES)),
  };
  return { api, editions, growth: await growth(), analyses: await analyses() };
};
