import type { PlanConstraints, PlanSlot } from '../../../shared/domain/price/plan.ts';

/** Times of a small case are whole numbers of this. */
export interface SmallCase {
  readonly quantumMs: number;
  readonly slots: readonly PlanSlot[];
  readonly now: number;
  readonly constraints: PlanConstraints & { readonly readyBy: number };
  /** Of the goal. */
  readonly quanta: number;
  /** Price of each quantum from now until the deadline. Infinity: not allowed. */
  readonly prices: readonly number[];
  readonly leastQuanta: number;
  readonly mostBlocks: number;
  /** Charged from now on in every plan, for nothing. */
  readonly atOnceQuanta: number;
}

/** As many quanta as all sets of are tried. */
export const fewQuanta = 9;

interface Shape {
  readonly quanta: number;
  readonly blocks: number;
  readonly shortest: number;
}

/** How many quanta and blocks each set of quanta has, once for all cases. */
export function everyShape(): readonly Shape[] {
  return Array.from({ length: 2 ** fewQuanta }, (_, mask) => {
    const runs = mask.toString(2).match(/1+/g) ?? [];
    const lengths = runs.map((run) => run.length);
    return {
      quanta: lengths.reduce((sum, length) => sum + length, 0),
      blocks: lengths.length,
      shortest: Math.min(...lengths),
    };
  });
}

/** What a case allows at best: first as much as can be charged, then as cheaply. */
export interface Best {
  readonly quanta: number;
  /** Prices times quanta. */
  readonly cost: number;
}

/** Tries every set of few quanta. */
export function bestOfFew(
  { quanta, prices, leastQuanta, mostBlocks }: SmallCase,
  shapes: readonly Shape[],
): Best {
  const costs = new Float64Array(2 ** prices.length);
  const least = Math.min(leastQuanta, quanta);
  let best = { quanta: 0, cost: 0 };
  for (let mask = 1; mask < costs.length; mask += 1) {
    const last = 31 - Math.clz32(mask & -mask);
    const cost = (costs[mask & (mask - 1)] ?? 0) + (prices[last] ?? 0);
    costs[mask] = cost;
    const shape = shapes[mask];
    if (cost === Number.POSITIVE_INFINITY || !shape || shape.quanta > quanta) continue;
    if (shape.blocks > mostBlocks || shape.shortest < least) continue;
    if (shape.quanta < best.quanta) continue;
    if (shape.quanta > best.quanta || cost < best.cost) best = { quanta: shape.quanta, cost };
  }
  return best;
}

/** Tries every way to go on after each quantum; of ways that go on alike only the cheapest one. */
export function bestOfMany(small: SmallCase): Best {
  const { quanta, prices, leastQuanta, mostBlocks, atOnceQuanta } = small;
  const least = Math.max(1, Math.min(leastQuanta, quanta - atOnceQuanta));
  // By length of the block that goes on (0: none, `least`: long enough), blocks and quanta so far.
  const size = (least + 1) * (mostBlocks + 1) * (quanta + 1);
  const indexOf = (run: number, blocks: number, done: number) =>
    (run * (mostBlocks + 1) + blocks) * (quanta + 1) + done;
  let costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  // What is charged at once may be as short as it is.
  costs[atOnceQuanta > 0 ? indexOf(least, 1, atOnceQuanta) : 0] = 0;
  for (const price of prices.slice(atOnceQuanta)) {
    const next = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const offer = (index: number, cost: number) => {
      if (cost < (next[index] ?? 0)) next[index] = cost;
    };
    for (let run = 0; run <= least; run += 1) {
      for (let blocks = 0; blocks <= mostBlocks; blocks += 1) {
        for (let done = 0; done <= quanta; done += 1) {
          const cost = costs[indexOf(run, blocks, done)] ?? Number.POSITIVE_INFINITY;
          if (cost === Number.POSITIVE_INFINITY) continue;
          if (run === 0 || run === least) offer(indexOf(0, blocks, done), cost);
          const begun = run === 0 ? blocks + 1 : blocks;
          if (begun > mostBlocks || done === quanta) continue;
          offer(indexOf(Math.min(least, run + 1), begun, done + 1), cost + price);
        }
      }
    }
    costs = next;
  }
  for (let done = quanta; done > 0; done -= 1) {
    const ends = [0, least].flatMap((run) =>
      Array.from({ length: mostBlocks + 1 }, (_, blocks) => costs[indexOf(run, blocks, done)] ?? 0),
    );
    const cost = Math.min(...ends);
    if (cost < Number.POSITIVE_INFINITY) return { quanta: done, cost };
  }
  return { quanta: 0, cost: 0 };
}

const minuteMs = 60_000;
/** Midnight UTC. */
const dayMs = Date.UTC(2026, 9, 24);
const slotMinutes = [15, 30, 60];

/** Makes up a case: mixed slots, holes, negative prices, a begin and an end in mid-slot. */
export function smallCase(
  random: () => number,
  mostQuanta: number,
  canBeAtOnce = false,
): SmallCase {
  const whole = (most: number) => Math.floor(random() * most);
  const quantumMs = ([5, 5, 10, 15, 20][whole(5)] ?? 15) * minuteMs;
  const now = dayMs + whole(24) * quantumMs;
  const count = 2 + whole(mostQuanta - 1);
  const readyBy = now + count * quantumMs;
  const hasGaps = whole(4) === 0;
  const fitting = slotMinutes.filter((minutes) => (minutes * minuteMs) % quantumMs === 0);
  const lengths = whole(2) > 0 ? fitting : fitting.slice(0, 1);
  const levels = 2 + whole(40);
  const slots: PlanSlot[] = [];
  // Slots begin before now, and hold until the deadline at least.
  for (let from = dayMs; from < readyBy; ) {
    const until = from + (lengths[whole(lengths.length)] ?? 60) * minuteMs;
    const perKwh = (whole(levels) * 7 - 14) / 100;
    if (!hasGaps || whole(5) > 0 || until >= readyBy) slots.push({ from, until, perKwh });
    from = until;
  }
  const quanta = 1 + whole(count);
  const atOnceQuanta = canBeAtOnce && whole(3) === 0 ? Math.min(quanta, 1 + whole(4)) : 0;
  // Mostly a slot or two, so that little but its ends puts a plan beside the slots.
  const slotQuanta = ((lengths[0] ?? 60) * minuteMs) / quantumMs;
  const leastQuanta = whole(4) > 0 ? slotQuanta * (1 + whole(2)) : 1 + whole(4);
  const mostBlocks = 1 + whole(4);
  const highest = whole(3) === 0 ? (whole(levels) * 7 - 14) / 100 : undefined;
  const isBelow = highest !== undefined && whole(2) === 0;
  return {
    ...{ quantumMs, slots, now, quanta, leastQuanta, mostBlocks, atOnceQuanta },
    prices: pricesOf(slots, { now, count, quantumMs, highest }).fill(0, 0, atOnceQuanta),
    constraints: {
      mode: isBelow ? { kind: 'below', perKwh: highest } : { kind: 'cheapest', inOneGo: false },
      goal: { kind: 'time', ms: quanta * quantumMs },
      ...{ readyBy, mostBlocks, leastBlockMs: leastQuanta * quantumMs, powerW: 12_000 },
      ...(atOnceQuanta > 0 ? { atOnceWh: (atOnceQuanta * quantumMs) / 300 } : {}),
      ...(highest === undefined || isBelow ? {} : { highestPerKwh: highest }),
    },
  };
}

/** A quantum without a price is as dear as the dearest, or not allowed where prices are judged. */
function pricesOf(
  slots: readonly PlanSlot[],
  {
    now,
    count,
    quantumMs,
    highest,
  }: { now: number; count: number; quantumMs: number; highest: number | undefined },
): number[] {
  const inside = slots.filter(({ from, until }) => until > now && from < now + count * quantumMs);
  const dearest = Math.max(0, ...inside.map(({ perKwh }) => perKwh));
  return Array.from({ length: count }, (_, index) => {
    const at = now + index * quantumMs;
    const perKwh = slots.find(({ from, until }) => from <= at && at < until)?.perKwh;
    if (highest === undefined) return perKwh ?? dearest;
    return perKwh !== undefined && perKwh <= highest ? perKwh : Number.POSITIVE_INFINITY;
  });
}
