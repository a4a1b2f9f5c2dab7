import type { TableTask } from './block-task.ts';

/**
 * What the rest of a way costs at least, from every edge on, if each cell charged were paid back at
 * one price: then nobody has to count cells, and that takes a table without columns. With the
 * price that fits, this is nearly what it does cost.
 */
export class LeastLeft {
  /** Per cell charged. */
  #price: number;
  readonly #task: TableTask;
  readonly #edges: number;
  readonly #rows: number;
  readonly #off: Float64Array;
  readonly #on: Float64Array;

  constructor(task: TableTask, price: number) {
    this.#price = price;
    this.#task = task;
    this.#edges = task.cells.length - 2;
    // A block that goes on over the last edge begins for nothing.
    this.#rows = task.mostStarts + (task.tail.isOn ? 2 : 1);
    this.#off = new Float64Array((this.#edges + 1) * this.#rows);
    this.#on = new Float64Array((this.#edges + 1) * this.#rows);
    this.#fill();
  }

  /** From a state in which nothing is charged, after so many starts, with so many cells left. */
  fromOff(at: number, starts: number, cells: number): number {
    return (this.#off[this.#indexOf(at, starts)] ?? 0) + this.#price * cells;
  }

  /** From a state in which a block may go on. */
  fromOn(at: number, starts: number, cells: number): number {
    return (this.#on[this.#indexOf(at, starts)] ?? 0) + this.#price * cells;
  }

  /** The same at another price, in the same place: no memory is asked for each try. */
  reprice(price: number): void {
    this.#price = price;
    this.#fill();
  }

  /** Of a whole way. */
  ofAll(): number {
    const { cells, count, share, lead } = this.#task;
    const left = count + share;
    const part = lead.fitsPart ? Math.min(0, share * ((cells[0] ?? 0) - this.#price)) : 0;
    return part + (lead.isOn ? this.fromOn(0, 0, left) : this.fromOff(0, 0, left));
  }

  #indexOf(at: number, starts: number): number {
    return at * this.#rows + this.#rows - 1 - starts;
  }

  #fill(): void {
    const { cells, share, least, tail } = this.#task;
    const [edges, rows, price, on, off] = [
      this.#edges,
      this.#rows,
      this.#price,
      this.#on,
      this.#off,
    ];
    const beyond = tail.fitsPart ? Math.min(0, share * ((cells[edges + 1] ?? 0) - price)) : 0;
    on.fill(beyond, edges * rows);
    off.fill(beyond, edges * rows);
    let block = 0;
    for (let at = edges - 1; at >= 0; at -= 1) {
      const cost = (cells[at + 1] ?? 0) - price;
      const last = Math.min(edges, at + least);
      block = 0;
      for (let cell = at + 1; cell <= last; cell += 1) block += (cells[cell] ?? 0) - price;
      const canStart = at + least <= edges || tail.isOn;
      for (let left = 0; left < rows; left += 1) {
        const here = at * rows + left;
        const stays = off[here + rows] as number;
        const starts =
          left > 0 && canStart ? block + (on[last * rows + left - 1] as number) : stays;
        // Not told apart by branches: which is less cannot be foreseen.
        const rest = Math.min(stays, starts);
        off[here] = rest;
        on[here] = Math.min(rest, cost + (on[here + rows] as number));
      }
    }
  }
}

const searchSteps = 5;
const golden = (Math.sqrt(5) - 1) / 2;

/** The price that brings the least cost of a way nearest to the real one, or close to it. */
export function fittingPrice(task: TableTask): number {
  const allowed = task.cells.filter((cost) => cost < Number.POSITIVE_INFINITY).sort();
  const range = (allowed.at(-1) ?? 0) - (allowed[0] ?? 0);
  // What the last cell costs if blocks do not matter; if they do, somewhat dearer ones are taken.
  const last = allowed[Math.min(task.count, allowed.length - 1)] ?? 0;
  let [low, high] = [last - range / 20, last + range / 3];
  const left = new LeastLeft(task, last);
  const leastOf = (price: number) => {
    left.reprice(price);
    return left.ofAll();
  };
  let [one, other] = [high - golden * (high - low), low + golden * (high - low)];
  let [ofOne, ofOther] = [leastOf(one), leastOf(other)];
  for (let step = 0; step < searchSteps; step += 1) {
    if (ofOne < ofOther) {
      [low, one, ofOne] = [one, other, ofOther];
      other = low + golden * (high - low);
      ofOther = leastOf(other);
    } else {
      [high, other, ofOther] = [other, one, ofOne];
      one = high - golden * (high - low);
      ofOne = leastOf(one);
    }
  }
  return ofOne < ofOther ? other : one;
}
