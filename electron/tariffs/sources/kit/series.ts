import { bounds, within } from '../../../../shared/domain/bounds.ts';
import { harmless } from '../../../../shared/domain/harmless.ts';
import type { PriceSlot, SlotSeries } from '../../../../shared/domain/price/slot.ts';
import type { AnyPriceSourceId } from '../../../../shared/domain/price/source.ts';
import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import { failed, success } from '../../../../shared/result.ts';
import type { Log } from '../../../ports/log.ts';
import type { PriceAnswer } from './ask.ts';
import { type PriceUnit, perKwh } from './decimal.ts';
import { doubtfulPrice } from './plausible.ts';

/** A price as a source gave it, in any order, perhaps more than once. Epoch ms. */
export interface PriceRow {
  readonly from: number;
  /** Excluded; absent where the source does not say it. */
  readonly until?: number | undefined;
  /** Exact decimal in the unit of its series; null where the source does not know it. */
  readonly price: string | null;
}

/** What holds for all rows of an answer. */
export interface RowsOf {
  readonly source: AnyPriceSourceId;
  /** ISO 4217. */
  readonly currency: string;
  readonly unit: PriceUnit;
  readonly vatIncluded?: true;
  /** As it came. */
  readonly attribution?: string | undefined;
  /** The time that was asked about. */
  readonly wanted: { readonly from: number; readonly until: number };
  readonly log: Pick<Log, 'warn'>;
}

/** A licence in one sentence or two, UTF-16 units. */
const longestAttribution = 500;

/** The shortest time for which a European market has a price of its own. */
const quarterMs = 900_000;

/**
 * Rows as slots in the order of time, of which no two overlap.
 *
 * - Of two prices for one start the later row holds; that they differ is worth a warning.
 * - A slot ends where the next one starts, at the latest.
 * - A missing end is the next start, but no further away than the commonest step: a row that is
 *   missing leaves a gap and never the price before it.
 * - Unknown prices are left out, as are rows at no moment that a clock could show.
 *
 * Fails with `notPublished` where nothing is left of the time that was asked about, and with
 * `implausible` where the prices cannot be in their unit.
 */
export function seriesOf(rows: readonly PriceRow[], about: RowsOf): PriceAnswer<SlotSeries> {
  const { currency, unit, wanted } = about;
  const attribution = harmless(about.attribution ?? '', longestAttribution) || undefined;
  const ordered = withEnds(inOrder(rows, about));
  const slots = ordered.flatMap(({ from, until, price }): readonly PriceSlot[] =>
    price === null || until <= from ? [] : [{ from, until, perKwh: perKwh(price, unit) }],
  );
  if (!slots.some(({ from, until }) => from < wanted.until && until > wanted.from)) {
    return failed({ kind: 'notPublished' });
  }
  const doubtful = doubtfulPrice(slots, currency);
  if (doubtful !== undefined) return failed({ kind: 'implausible', perKwh: doubtful });
  return success({
    currency,
    vatIncluded: about.vatIncluded ?? false,
    slots,
    ...omitUndefined({ attribution }),
  });
}

/** One row for each start, the earliest first. */
function inOrder(rows: readonly PriceRow[], { source, log }: RowsOf): readonly PriceRow[] {
  const byStart = new Map<number, PriceRow>();
  let contradictions = 0;
  for (const row of rows.filter(isSound)) {
    const before = byStart.get(row.from);
    if (before && before.price !== row.price) contradictions += 1;
    byStart.set(row.from, row);
  }
  if (contradictions > 0)
    log.warn('A source of prices contradicts itself', { source, contradictions });
  return [...byStart.values()].toSorted((one, other) => one.from - other.from);
}

/** Begins at a moment, and ends at one if it says so. */
function isSound({ from, until }: PriceRow): boolean {
  return [from, until ?? from].every(
    (at) => Number.isInteger(at) && within(bounds.instant, at) !== undefined,
  );
}

function withEnds(rows: readonly PriceRow[]): readonly Required<PriceRow & { until: number }>[] {
  const step = commonestStep(rows);
  return rows.map((row, index) => {
    const ends = row.until ?? row.from + step;
    return { ...row, until: Math.min(ends, rows[index + 1]?.from ?? ends) };
  });
}

/** The time between two starts, ms: the commonest, and the shortest of those that are as common. */
function commonestStep(rows: readonly PriceRow[]): number {
  const counts = new Map<number, number>();
  for (const [index, { from }] of rows.slice(1).entries()) {
    const step = from - (rows[index]?.from ?? from);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(
    ([step, count], [otherStep, otherCount]) => otherCount - count || step - otherStep,
  );
  return byCount[0]?.[0] ?? quarterMs;
}
