import type { Span } from './spans.ts';
import type { Part } from './timeline.ts';

const barred = Number.POSITIVE_INFINITY;

/**
 * What time costs, asked many times. Costs here are prices per kWh times ms: at one power all
 * plans are compared alike. Infinity: not allowed.
 */
export class CostField {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly until: number;
  /** The highest amount of a price, to tell a difference from an error of arithmetic. */
  readonly scale: number;
  readonly #byPrice: readonly Part[];
  readonly #costs: Float64Array;
  readonly #barredMs: Float64Array;
  readonly #ends: Float64Array;

  /** @param parts at least one, without a hole. */
  constructor(parts: readonly Part[]) {
    this.parts = parts;
    this.from = parts[0]?.from ?? 0;
    this.until = parts.at(-1)?.until ?? 0;
    this.#costs = new Float64Array(parts.length + 1);
    this.#barredMs = new Float64Array(parts.length + 1);
    this.#ends = Float64Array.from(parts, ({ until }) => until);
    let scale = 0;
    for (const [index, { from, until, perKwh }] of parts.entries()) {
      const isBarred = perKwh === barred;
      const cost = isBarred ? 0 : perKwh * (until - from);
      this.#costs[index + 1] = (this.#costs[index] ?? 0) + cost;
      this.#barredMs[index + 1] = (this.#barredMs[index] ?? 0) + (isBarred ? until - from : 0);
      if (!isBarred) scale = Math.max(scale, Math.abs(perKwh));
    }
    this.scale = scale || 1;
    this.#byPrice = parts
      .filter(({ perKwh }) => perKwh < barred)
      .sort((one, other) => one.perKwh - other.perKwh || other.from - one.from);
  }

  /** The part of a moment; the last one at the end of all. */
  indexAt(at: number): number {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What it costs to charge throughout a span. */
  costOf({ from, until }: Span): number {
    if (until <= from) return 0;
    const begin = this.indexAt(from);
    const end = this.indexAt(until);
    if (this.#barredUpTo(until, end) > this.#barredUpTo(from, begin)) return barred;
    return this.#costUpTo(until, end) - this.#costUpTo(from, begin);
  }

  #barredUpTo(at: number, index: number): number {
    const before = this.#barredMs[index] as number;
    const part = this.parts[index];
    return part?.perKwh === barred ? before + at - part.from : before;
  }

  #costUpTo(at: number, index: number): number {
    const before = this.#costs[index] as number;
    const part = this.parts[index];
    return !part || part.perKwh === barred ? before : before + part.perKwh * (at - part.from);
  }

  /** The cheapest time within a span that is so long, later before earlier; blocks do not matter. */
  cheapest(within: Span, ms: number): Cheapest {
    const spans: Span[] = [];
    let left = ms;
    let cost = 0;
    for (const part of this.#byPrice) {
      const from = Math.max(part.from, within.from);
      const until = Math.min(part.until, within.until);
      if (until <= from) continue;
      // The price of what was cut, or of all that was taken before, is there again.
      if (left <= 0) return { spans, cost, isOnly: part.perKwh !== lastPrice(this, spans) };
      const takes = Math.min(left, until - from);
      left -= takes;
      cost += takes * part.perKwh;
      spans.push(takes < until - from ? cut({ from, until }, takes, spans) : { from, until });
    }
    return { spans, cost: left > 0 ? Number.POSITIVE_INFINITY : cost, isOnly: true };
  }
}

/** `isOnly`: no other time costs as little, but for a part of a slot. */
export interface Cheapest {
  readonly spans: readonly Span[];
  readonly cost: number;
  readonly isOnly: boolean;
}

function lastPrice(field: CostField, spans: readonly Span[]): number | undefined {
  const last = spans.at(-1);
  return last && field.parts[field.indexAt(last.from)]?.perKwh;
}

/** The part of a span that goes on with what is charged beside it; else its end. */
function cut({ from, until }: Span, ms: number, beside: readonly Span[]): Span {
  const isAfter = beside.some((span) => span.from === until);
  const isBefore = beside.some((span) => span.until === from);
  return isBefore && !isAfter ? { from, until: from + ms } : { from: until - ms, until };
}
