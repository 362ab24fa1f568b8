// The same question in plain JavaScript, as a careful page would write it: numbers in typed arrays, totals
// rounded to 4 decimals and ranked, equal totals sharing a rank.

/** Units of the last decimal in a score of 1. */
const TOP = 10_000;

/** Scores, weights and totals of all units; `scores` holds them unit by unit. */
class Figures {
  constructor({ scores, points, residuals }) {
    this.mains = points.length;
    this.units = residuals.length;
    this.scores = Float64Array.from(scores);
    this.points = Float64Array.from(points);
    this.residuals = Float64Array.from(residuals);
    this.whole = points.reduce((sum, max) => sum + max, 0);
    this.keys = new Int32Array(this.units);
    this.order = new Uint32Array(this.units);
    this.ranks = new Uint32Array(this.units);
  }

  /** The points of a unit. */
  sum(unit) {
    const { mains, scores, points } = this;
    const start = unit * mains;
    let sum = 0;
    for (let main = 0; main < mains; main += 1) sum += scores[start + main] * points[main];
    return sum;
  }

  /** The total of so many points, as it is compared. */
  key(unit, sum) {
    const total = sum / this.whole + this.residuals[unit];
    return Math.round(Math.min(Math.max(total, 0), 1) * TOP);
  }

  /** Orders and ranks all units. */
  rankAll() {
    const { keys, order, ranks } = this;
    for (let unit = 0; unit < order.length; unit += 1) order[unit] = unit;
    order.sort((one, other) => keys[other] - keys[one] || one - other);
    for (let place = 0; place < order.length; place += 1) {
      const unit = order[place];
      const before = order[place - 1];
      ranks[unit] = place > 0 && keys[before] === keys[unit] ? ranks[before] : place + 1;
    }
  }
}

/** Everything anew at each edit. */
export class Full extends Figures {
  constructor(figures) {
    super(figures);
    this.recompute();
  }

  recompute() {
    for (let unit = 0; unit < this.units; unit += 1) this.keys[unit] = this.key(unit, this.sum(unit));
    this.rankAll();
  }

  /** Writes a score down; gives nothing. */
  put(unit, main, score) {
    this.scores[unit * this.mains + main] = score;
  }

  /** The rank of the unit with this score. */
  set(unit, main, score) {
    this.put(unit, main, score);
    this.recompute();
    return this.ranks[unit];
  }
}

/** Sums, order and ranks are kept, and an edit moves one unit. */
export class Incremental extends Figures {
  constructor(figures) {
    super(figures);
    this.sums = new Float64Array(this.units);
    this.places = new Uint32Array(this.units);
    for (let unit = 0; unit < this.units; unit += 1) {
      this.sums[unit] = this.sum(unit);
      this.keys[unit] = this.key(unit, this.sums[unit]);
    }
    this.rankAll();
    this.order.forEach((unit, place) => {
      this.places[unit] = place;
    });
  }

  /** The rank of the unit with this score. */
  set(unit, main, score) {
    const at = unit * this.mains + main;
    this.sums[unit] += this.points[main] * (score - this.scores[at]);
    this.scores[at] = score;
    const { keys } = this;
    const before = keys[unit];
    const now = this.key(unit, this.sums[unit]);
    keys[unit] = now;
    if (now > before) this.rise(unit, before, now);
    if (now < before) this.fall(unit, before, now);
    return this.ranks[unit];
  }

  rise(unit, before, now) {
    const { keys, order, places, ranks } = this;
    let place = places[unit];
    // Whoever was level and stands behind has one more ahead too.
    for (let below = place + 1; below < order.length && keys[order[below]] === before; below += 1) {
      ranks[order[below]] += 1;
    }
    while (place > 0) {
      const other = order[place - 1];
      const key = keys[other];
      if (key > now || (key === now && other < unit)) break;
      if (key < now) ranks[other] += 1;
      order[place] = other;
      places[other] = place;
      place -= 1;
    }
    this.settle(unit, place, now);
  }

  fall(unit, before, now) {
    const { keys, order, places, ranks } = this;
    let place = places[unit];
    while (place + 1 < order.length) {
      const other = order[place + 1];
      const key = keys[other];
      if (key < now || (key === now && other > unit)) break;
      if (key < before) ranks[other] -= 1;
      order[place] = other;
      places[other] = place;
      place += 1;
    }
    // Whoever is level now and stands behind was behind all along: one ahead has come to its side.
    for (let below = place + 1; below < order.length && keys[order[below]] === now; below += 1) {
      ranks[order[below]] -= 1;
    }
    this.settle(unit, place, now);
  }

  settle(unit, place, now) {
    const { keys, order, places, ranks } = this;
    order[place] = unit;
    places[unit] = place;
    let first = place;
    while (first > 0 && keys[order[first - 1]] === now) first -= 1;
    ranks[unit] = first + 1;
  }
}

/** The same for who knows units and indicators by their ids, as callers of the engine do. */
export class Named {
  constructor(figures) {
    this.inner = new Incremental(figures);
    this.unitIds = figures.unitIds;
    this.mainIds = figures.mainIds;
    this.units = new Map(figures.unitIds.map((id, unit) => [id, unit]));
    this.mains = new Map(figures.mainIds.map((id, main) => [id, main]));
  }

  get ranks() {
    return this.inner.ranks;
  }

  /** The rank of the unit with this score. */
  set(unit, main, score) {
    return this.setNamed(this.unitIds[unit], this.mainIds[main], score);
  }

  setNamed(unit, main, score) {
    return this.inner.set(this.units.get(unit), this.mains.get(main), score);
  }
}
