import { LeastLeft } from './block-bounds.ts';
import { BlockTable } from './block-table.ts';
import {
  offAfterOn,
  offAfterPart,
  onStarts,
  onStartsPart,
  type State,
  type TableTask,
} from './block-task.ts';

/** From and until in cells after the first edge. */
export type Run = readonly [from: number, until: number];

/** The cheapest way through a table. */
export interface Way {
  readonly runs: readonly Run[];
  /** The block beyond an edge is longer by the part. */
  readonly grown?: 'lead' | 'tail';
}

/** A state that the rest of the way needs no table for: it charges `runs`. */
interface Finish {
  readonly cost: number;
  readonly state: State;
  readonly isOn: boolean;
  readonly runs: readonly Run[];
  readonly grown?: 'tail';
}

/**
 * The cheapest way that costs no more than a budget; nothing where there is none. Looks near the
 * least that is possible at first, then further: the nearer, the fewer states there are to look at.
 * @param price at which cells are paid back to find that least; any is right, one that fits is fast.
 */
export function cheapestWay(task: TableTask, price: number, budget: number): Way | undefined {
  if (task.count > task.cells.length - 2) return undefined;
  const bounds = new LeastLeft(task, price);
  const least = bounds.ofAll();
  let further = firstFurther * Math.abs(price) + task.startCost * (task.mostStarts + 1);
  for (;;) {
    const isLast = !(further < furthest * Math.abs(price)) || least + further >= budget;
    const limit = isLast ? budget : least + further;
    if (least > limit) return undefined;
    const way = wayWithin(task, bounds, limit);
    if (way || isLast) return way;
    further *= widening;
  }
}

/** In prices of a cell. */
const firstFurther = 0.1;
const furthest = 1000;
const widening = 3;

function wayWithin(task: TableTask, bounds: LeastLeft, limit: number): Way | undefined {
  const edges = task.cells.length - 2;
  const table = new BlockTable(task, bounds, limit);
  const rest = costsFrom(task.cells);
  let best: Finish | undefined;
  for (let at = 0; at <= edges; at += 1) {
    if (at > 0) table.advanceTo(at);
    if (at < edges && !task.tail.isOn) continue;
    for (let starts = 0; starts <= task.mostStarts; starts += 1) {
      const found = task.tail.isOn
        ? overTheEdge(table, task, { at, starts, rest: rest[at] ?? 0 })
        : atTheEdge(table, task, { at, starts });
      for (const one of found) if (one.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = one;
    }
  }
  return best && best.cost <= limit ? wayTo(table, task, best) : undefined;
}

/** What it costs to charge from each edge to the last one. */
function costsFrom(cells: Float64Array): Float64Array {
  const edges = cells.length - 2;
  const costs = new Float64Array(edges + 1);
  for (let at = edges - 1; at >= 0; at -= 1)
    costs[at] = (costs[at + 1] ?? 0) + (cells[at + 1] ?? 0);
  return costs;
}

/** Ends at the last edge, or by the part beyond it. */
function atTheEdge(
  table: BlockTable,
  { cells, count, share, tail }: TableTask,
  { at, starts }: { readonly at: number; readonly starts: number },
): readonly Finish[] {
  const before = { at, layer: 0, starts, count };
  if (share === 0) return [{ cost: table.off(before), state: before, isOn: false, runs: [] }];
  const whole = { ...before, layer: 1 };
  const part = share * (cells[at + 1] ?? 0);
  const ends: Finish[] = [{ cost: table.off(whole), state: whole, isOn: false, runs: [] }];
  if (!tail.fitsPart) return ends;
  const runs: readonly Run[] = [[at, at + share]];
  ends.push({ cost: table.on(before) + part, state: before, isOn: true, runs });
  if (!tail.grows) return ends;
  ends.push({
    cost: table.off(before) + part,
    state: before,
    isOn: false,
    runs: [],
    grown: 'tail',
  });
  return ends;
}

/** A block that begins here and goes on over the last edge: it is long enough beyond it. */
function overTheEdge(
  table: BlockTable,
  { cells, count, share, lead }: TableTask,
  { at, starts, rest }: { readonly at: number; readonly starts: number; readonly rest: number },
): readonly Finish[] {
  const edges = cells.length - 2;
  const left = count - (edges - at);
  if (left < 0) return [];
  const here = { at, layer: share > 0 ? 1 : 0, starts, count: left };
  const runs: readonly Run[] = [[at, edges]];
  const ends: Finish[] = [{ cost: table.off(here) + rest, state: here, isOn: false, runs }];
  if (share === 0 || (at === 0 && !lead.fitsPart)) return ends;
  const state = { at: at - 1, layer: 0, starts, count: left };
  const cost = table.off(state) + share * (cells[at] ?? 0) + rest;
  ends.push({ cost, state, isOn: false, runs: [[at - share, edges]] });
  return ends;
}

function wayTo(table: BlockTable, { share, least }: TableTask, finish: Finish): Way {
  const runs: Run[] = [...finish.runs];
  let { at, layer, starts, count } = finish.state;
  let { isOn } = finish;
  let until = at;
  while (at > 0) {
    const how = table.how(at, layer, starts, count);
    if (!isOn) {
      isOn = (how & (offAfterOn | offAfterPart)) !== 0;
      const isPart = (how & offAfterPart) !== 0;
      until = isPart ? at - 1 + share : at;
      if (isPart) layer = 0;
      if (isPart || !isOn) at -= 1;
      continue;
    }
    if ((how & (onStarts | onStartsPart)) === 0) {
      at -= 1;
      count -= 1;
      continue;
    }
    const isPart = (how & onStartsPart) !== 0;
    at -= least;
    count -= least;
    starts -= 1;
    runs.push([isPart ? at - share : at, until]);
    if (isPart) {
      at -= 1;
      layer = 0;
    }
    isOn = false;
  }
  if (isOn) runs.push([0, until]);
  const isLeadGrown = !isOn && at === 0 && layer === 1;
  const grown = isLeadGrown ? 'lead' : finish.grown;
  return grown ? { runs, grown } : { runs };
}
