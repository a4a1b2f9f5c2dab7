import {
  type Bounds,
  offAfterOn,
  offAfterPart,
  onStarts,
  onStartsPart,
  type Row,
  type Sources,
  type State,
  type TableTask,
} from './block-task.ts';

/**
 * Chooses by dynamic programming over edges, blocks begun and cells charged. Of all blocks only one
 * is not made of whole cells: it takes the part at its begin or its end. Its states are kept in a
 * second layer, which is entered with the part. A line holds the states of one layer and one number
 * of blocks; of its columns, one for each number of cells, only those are looked at that may still
 * lead to a way within the limit.
 */
export class BlockTable {
  readonly #task: TableTask;
  readonly #bounds: Bounds;
  readonly #limit: number;
  readonly #edges: number;
  readonly #width: number;
  readonly #lines: number;
  readonly #layers: number;
  readonly #rows: readonly Row[];
  readonly #begin: Row;
  readonly #never: Row;
  readonly #how: Uint8Array;
  readonly #sources: Sources;

  constructor(task: TableTask, bounds: Bounds, limit: number) {
    this.#task = task;
    this.#bounds = bounds;
    this.#limit = limit;
    this.#edges = task.cells.length - 2;
    // So many columns before the first that nobody looks to the left of the table.
    this.#width = task.least + task.count + 1;
    this.#layers = task.share > 0 ? 2 : 1;
    this.#lines = this.#layers * (task.mostStarts + 1);
    this.#rows = Array.from({ length: task.least + 2 }, () => this.#emptyRow());
    this.#begin = this.#emptyRow();
    this.#never = this.#emptyRow();
    const never = this.#never;
    this.#sources = {
      ...{ before: never, back: never, backPart: never, early: never },
      ...{ backAt: 0, backPartAt: 0, earlyAt: 0 },
    };
    this.#how = new Uint8Array((this.#edges + 1) * this.#lines * this.#width);
    this.#enter();
  }

  /** Goes on to the next edge. The rows of few edges are kept: ask of each before going on. */
  advanceTo(at: number): void {
    const { cells, least, mostStarts } = this.#task;
    let block = 0;
    for (let cell = Math.max(0, at - least) + 1; cell <= at; cell += 1) block += cells[cell] ?? 0;
    const row = this.#row(at);
    this.#clear(row);
    for (let layer = 0; layer < this.#layers; layer += 1) {
      for (let starts = 0; starts <= mostStarts; starts += 1) {
        if (!this.#aim(row, at, layer, starts)) continue;
        this.#columns(row, at, this.#lineOf(layer, starts), block);
        this.#narrow(row, at, layer, starts);
      }
    }
  }

  /** The least cost of a state in which nothing is charged; before the first edge, of its begin. */
  off(state: State): number {
    return this.#row(state.at).off[this.#columnOf(state)] ?? Number.POSITIVE_INFINITY;
  }

  /** The least cost of a state in which a block may go on. */
  on(state: State): number {
    return this.#row(state.at).on[this.#columnOf(state)] ?? Number.POSITIVE_INFINITY;
  }

  /** How a state was reached, of any edge after the first. */
  how(at: number, layer: number, starts: number, count: number): number {
    const line = at * this.#lines + this.#lineOf(layer, starts);
    return this.#how[line * this.#width + this.#task.least + count] ?? 0;
  }

  #columnOf({ layer, starts, count }: State): number {
    return this.#lineOf(layer, starts) * this.#width + this.#task.least + count;
  }

  #lineOf(layer: number, starts: number): number {
    return layer * (this.#task.mostStarts + 1) + starts;
  }

  #emptyRow(): Row {
    const costs = () => new Float64Array(this.#lines * this.#width).fill(Number.POSITIVE_INFINITY);
    const first = new Int32Array(this.#lines).fill(this.#width);
    return { on: costs(), off: costs(), first, last: new Int32Array(this.#lines).fill(-1) };
  }

  #row(at: number): Row {
    if (at < 0) return at === -1 ? this.#begin : this.#never;
    return this.#rows[at % this.#rows.length] ?? this.#never;
  }

  #enter(): void {
    const { cells, share, least, lead } = this.#task;
    const open = (row: Row, line: number, cost: number) => {
      row.off[line * this.#width + least] = cost;
      row.first[line] = least;
      row.last[line] = least;
    };
    const row = this.#row(0);
    open(row, 0, 0);
    if (lead.isOn) row.on[least] = 0;
    if (lead.fitsPart) open(this.#begin, 0, 0);
    if (lead.fitsPart && lead.grows) open(row, this.#lineOf(1, 0), share * (cells[0] ?? 0));
  }

  #clear({ on, off, first, last }: Row): void {
    for (let line = 0; line < this.#lines; line += 1) {
      const end = line * this.#width + (last[line] as number);
      for (let here = line * this.#width + (first[line] as number); here <= end; here += 1) {
        on[here] = Number.POSITIVE_INFINITY;
        off[here] = Number.POSITIVE_INFINITY;
      }
      first[line] = this.#width;
      last[line] = -1;
    }
  }

  /** Says from which columns the states of a line are reached, and whether there are any. */
  #aim(row: Row, at: number, layer: number, starts: number): boolean {
    const { least, count } = this.#task;
    const from = this.#sources;
    const line = this.#lineOf(layer, starts);
    const canStart = starts > 0 && at >= least;
    from.before = this.#row(at - 1);
    from.back = canStart ? this.#row(at - least) : this.#never;
    from.backPart = canStart && layer === 1 ? this.#row(at - least - 1) : this.#never;
    from.early = layer === 1 ? from.before : this.#never;
    const back = canStart ? line - 1 : 0;
    const part = canStart && layer === 1 ? starts - 1 : 0;
    const early = layer === 1 ? starts : 0;
    from.backAt = back * this.#width - least;
    from.backPartAt = part * this.#width - least;
    from.earlyAt = early * this.#width;
    const isReached =
      ((from.before.last[line] as number) &
        (from.back.last[back] as number) &
        (from.backPart.last[part] as number) &
        (from.early.last[early] as number)) !==
      -1;
    if (!isReached) return false;
    const first = Math.min(
      from.before.first[line] as number,
      (from.back.first[back] as number) + least,
      (from.backPart.first[part] as number) + least,
      from.early.first[early] as number,
    );
    const last = Math.max(
      (from.before.last[line] as number) + 1,
      (from.back.last[back] as number) + least,
      (from.backPart.last[part] as number) + least,
      from.early.last[early] as number,
    );
    row.first[line] = Math.max(first, least + Math.max(0, count - this.#edges + at));
    row.last[line] = Math.min(last, least + count);
    return (row.first[line] as number) <= (row.last[line] as number);
  }

  /** The one loop that takes time: reads of a column that is no state are infinite. */
  #columns({ on, off, first, last }: Row, at: number, line: number, block: number): void {
    const { cells, least, share, startCost } = this.#task;
    const sources = this.#sources;
    const { backAt, backPartAt, earlyAt } = sources;
    const { on: onBefore, off: offBefore } = sources.before;
    const back = sources.back.off;
    const backPart = sources.backPart.off;
    const early = sources.early.on;
    const cost = cells[at] as number;
    const part = share * cost;
    const started = block + startCost;
    const startedPart = started + share * (cells[Math.max(0, at - least)] as number);
    const how = this.#how;
    const howAt = at * this.#lines * this.#width;
    const start = line * this.#width;
    const end = last[line] ?? -1;
    for (let column = first[line] ?? 0; column <= end; column += 1) {
      const here = start + column;
      let best = (onBefore[here - 1] as number) + cost;
      let by = 0;
      const begun = (back[backAt + column] as number) + started;
      if (begun < best) {
        best = begun;
        by = onStarts;
      }
      const begunPart = (backPart[backPartAt + column] as number) + startedPart;
      if (begunPart < best) {
        best = begunPart;
        by = onStartsPart;
      }
      on[here] = best;
      let rest = offBefore[here] as number;
      let offBy = 0;
      if (best < rest) {
        rest = best;
        offBy = offAfterOn;
      }
      const ended = (early[earlyAt + column] as number) + part;
      if (ended < rest) {
        rest = ended;
        offBy = offAfterPart;
      }
      off[here] = rest;
      how[howAt + here] = by | offBy;
    }
  }

  /** Leaves out columns at both sides of a line that lead to no way within the limit. */
  #narrow(row: Row, at: number, layer: number, starts: number): void {
    const { least, count, share } = this.#task;
    const line = this.#lineOf(layer, starts);
    const left = least + count + (layer === this.#layers - 1 ? 0 : share);
    let from = row.first[line] as number;
    let until = row.last[line] as number;
    while (from <= until && this.#isOver(row, line * this.#width + from, at, starts, left - from)) {
      from += 1;
    }
    while (
      until >= from &&
      this.#isOver(row, line * this.#width + until, at, starts, left - until)
    ) {
      until -= 1;
    }
    row.first[line] = from <= until ? from : this.#width;
    row.last[line] = from <= until ? until : -1;
  }

  #isOver({ on, off }: Row, here: number, at: number, starts: number, left: number): boolean {
    const leastOff = (off[here] as number) + this.#bounds.fromOff(at, starts, left);
    if (leastOff <= this.#limit) return false;
    if ((on[here] as number) + this.#bounds.fromOn(at, starts, left) <= this.#limit) return false;
    on[here] = Number.POSITIVE_INFINITY;
    off[here] = Number.POSITIVE_INFINITY;
    return true;
  }
}
