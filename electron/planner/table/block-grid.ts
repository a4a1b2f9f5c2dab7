import type { CostField } from '../cost-field.ts';
import type { Span } from '../spans.ts';
import { stepMs } from '../timeline.ts';
import { fittingPrice } from './block-bounds.ts';
import type { TableTask } from './block-task.ts';
import { cheapestWay, type Way } from './block-way.ts';

/** Blocks to be chosen, of known length together. */
export interface BlockTask {
  readonly field: CostField;
  readonly ms: number;
  readonly mostBlocks: number;
  /** In whole steps. */
  readonly leastMs: number;
  /** The first block, which has to be charged and may go on. */
  readonly firstUntil?: number;
}

/** One end of the time of a plan: which block lies at it, and from which edge others are chosen. */
interface End {
  /** On the grid. */
  readonly edge: number;
  readonly block?: Span;
  /** The block goes on over the edge. */
  readonly isOn: boolean;
  /** Between the edge and the block, or the end of all. */
  readonly roomMs: number;
}

/** Of the highest price: less than any two prices differ by. Tells apart what costs the same. */
const hint = 1e-9;

/**
 * Offers ways to charge, the cheapest of all among them. The best plan lies on a grid, on which all
 * prices change and the least block is whole: of its blocks each has both ends on it, but for those
 * that begin with the time of the plan, end with it, or take up what is left. So there is a table
 * for each way to treat the two ends of the time, which need not lie on the grid.
 */
export function offerWays(
  task: BlockTask,
  worth: () => number,
  offer: (spans: readonly Span[]) => void,
): void {
  const cellMs = cellOf(task);
  let price: number | undefined;
  for (const lead of leadsOf(task, cellMs)) {
    for (const tail of tailsOf(task, cellMs)) {
      const table = tableOf(task, cellMs, lead, tail);
      if (!table) continue;
      const ends = costAt(task, lead) + costAt(task, tail);
      price ??= fittingPrice(table);
      const way = cheapestWay(table, price, worth() - ends);
      if (way)
        offer(spansOf(way, { lead, tail, cellMs, partMs: Math.round(table.share * cellMs) }));
    }
  }
}

function cellOf({ field, leastMs }: BlockTask): number {
  return field.parts.slice(1).reduce((cell, { from }) => commonStep(cell, from), leastMs);
}

function commonStep(one: number, other: number): number {
  return other === 0 ? Math.max(one, stepMs) : commonStep(other, one % other);
}

function leadsOf({ field, leastMs, firstUntil }: BlockTask, cellMs: number): readonly End[] {
  const first = Math.ceil(field.from / cellMs) * cellMs;
  const free: End = { edge: first, isOn: false, roomMs: first - field.from };
  if (firstUntil === undefined && first === field.from) return [free];
  const until = firstUntil ?? field.from + leastMs;
  const edge = Math.ceil(until / cellMs) * cellMs;
  const goesOn: End = { edge, block: { from: field.from, until: edge }, isOn: true, roomMs: 0 };
  const ends: End[] = firstUntil === undefined ? [free, goesOn] : [goesOn];
  if (edge > until) {
    ends.push({ edge, block: { from: field.from, until }, isOn: false, roomMs: edge - until });
  }
  return ends;
}

function tailsOf({ field, leastMs }: BlockTask, cellMs: number): readonly End[] {
  const last = Math.floor(field.until / cellMs) * cellMs;
  const free: End = { edge: last, isOn: false, roomMs: field.until - last };
  if (last === field.until) return [free];
  const from = field.until - leastMs;
  const edge = Math.floor(from / cellMs) * cellMs;
  const goesOn: End = { edge, block: { from: edge, until: field.until }, isOn: true, roomMs: 0 };
  const tight: End = {
    edge,
    block: { from, until: field.until },
    isOn: false,
    roomMs: from - edge,
  };
  return from === edge ? [free, goesOn] : [free, goesOn, tight];
}

/** What the block at an end costs; what has to be charged first does so in every plan. */
function costAt({ field, firstUntil }: BlockTask, { block }: End): number {
  if (!block) return 0;
  const isFirst = block.from === field.from && firstUntil !== undefined;
  return field.costOf(isFirst ? { from: firstUntil, until: block.until } : block);
}

function leftMs({ ms }: BlockTask, lead: End, tail: End): number {
  const used = [lead, tail].map(({ block }) => (block ? block.until - block.from : 0));
  return used.reduce((left, one) => left - one, ms);
}

function tableOf(task: BlockTask, cellMs: number, lead: End, tail: End): TableTask | undefined {
  const mostStarts = task.mostBlocks - (lead.block ? 1 : 0) - (tail.block ? 1 : 0);
  const left = leftMs(task, lead, tail);
  if (lead.edge > tail.edge || mostStarts < 0 || left < 0) return undefined;
  const partMs = left % cellMs;
  const count = (left - partMs) / cellMs;
  const edgeOf = ({ isOn, roomMs, block }: End) => {
    const fitsPart = partMs > 0 && partMs <= roomMs;
    return { isOn, fitsPart, grows: fitsPart && block !== undefined };
  };
  return {
    cells: cellCosts(task.field, lead.edge, tail.edge, cellMs),
    count,
    share: partMs / cellMs,
    least: task.leastMs / cellMs,
    mostStarts,
    startCost: hint * task.field.scale * cellMs * (count + 2),
    lead: edgeOf(lead),
    tail: edgeOf(tail),
  };
}

/** With one cell before the first edge and one after the last. */
function cellCosts(field: CostField, from: number, until: number, cellMs: number): Float64Array {
  const costs = new Float64Array(Math.round((until - from) / cellMs) + 2);
  let index = field.indexAt(Math.max(field.from, from - cellMs));
  for (let cell = 0; cell < costs.length; cell += 1) {
    const end = from + cell * cellMs;
    const begin = Math.max(field.from, end - cellMs);
    while (begin >= (field.parts[index]?.until ?? Number.POSITIVE_INFINITY)) index += 1;
    const earlier = (hint * field.scale * (costs.length - cell)) / costs.length;
    costs[cell] = ((field.parts[index]?.perKwh ?? Number.POSITIVE_INFINITY) + earlier) * cellMs;
  }
  return costs;
}

function spansOf(
  { runs, grown }: Way,
  { lead, tail, cellMs, partMs }: { lead: End; tail: End; cellMs: number; partMs: number },
): readonly Span[] {
  const spans = runs.map(([from, until]) => ({
    from: lead.edge + Math.round(from * cellMs),
    until: lead.edge + Math.round(until * cellMs),
  }));
  if (lead.block) {
    const until = lead.block.until + (grown === 'lead' ? partMs : 0);
    spans.push({ from: lead.block.from, until });
  }
  if (tail.block) {
    const from = tail.block.from - (grown === 'tail' ? partMs : 0);
    spans.push({ from, until: tail.block.until });
  }
  return spans;
}
