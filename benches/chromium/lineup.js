// The same question to LineUp.js, without drawing: a stacked column of weighted indicators in its data
// provider, and the order after a changed value.

/** `LineUpJS` is what its script leaves on the page. */
const { LocalDataProvider, createStackDesc, buildNumberColumn, EDirtyReason } = globalThis.LineUpJS;

export class LineUp {
  constructor({ scores, points, residuals }) {
    const whole = points.reduce((sum, max) => sum + max, 0);
    const names = Array.from(points, (_, main) => `i${main}`);
    this.rows = Array.from(residuals, (_, unit) =>
      Object.fromEntries(names.map((name, main) => [name, scores[unit * points.length + main]])),
    );
    this.names = names;
    const columns = names.map((name) => buildNumberColumn(name, [0, 1]).build(this.rows));
    this.provider = new LocalDataProvider(this.rows, columns, { taskExecutor: "direct" });
    this.ranking = this.provider.pushRanking();
    this.stack = this.provider.create(createStackDesc());
    this.ranking.push(this.stack);
    this.columns = columns.map((column) => {
      const child = this.provider.create(column);
      this.stack.push(child);
      return child;
    });
    this.stack.setWeights(Array.from(points, (max) => max / whole));
    this.ranking.setSortCriteria([{ col: this.stack, asc: false }]);
  }

  /** Writes a score down; gives nothing. */
  put(unit, main, score) {
    this.rows[unit][this.names[main]] = score;
    const tasks = this.provider.getTaskExecutor();
    tasks.dirtyColumn(this.columns[main], "data");
    tasks.dirtyColumn(this.stack, "data");
  }

  /** The place of the unit with this score: its data provider's answer, before any column is told. */
  async set(unit, main, score) {
    this.put(unit, main, score);
    const { index2pos } = await this.provider.sort(this.ranking, [EDirtyReason.UNKNOWN]);
    return index2pos[unit];
  }

  /** Rows, best first, once everything that was put is known. */
  async order() {
    const { groups } = await this.provider.sort(this.ranking, [EDirtyReason.UNKNOWN]);
    return Array.from(groups[0].order);
  }
}
