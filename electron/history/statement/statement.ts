import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { isEmptySession } from '../../../shared/domain/session/empty-session.ts';
import type { HistoryCharger, Session } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type {
  HourlyAverage,
  Statement,
  StatementOrder,
  StatementPart,
  StatementRow,
  StatementSums,
} from '../../../shared/domain/session/statement.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { paid, summed } from '../../tariffs/cost.ts';
import { entriesWithin } from '../../tariffs/entries.ts';
import { stretchesOf } from '../../tariffs/price.ts';

/** What is known of one charger. Sessions in any order; those of other times do no harm. */
export interface ChargerPast {
  readonly charger: HistoryCharger;
  readonly sessions: readonly Session[];
  readonly prices: readonly PriceEntry[];
}

/**
 * A statement of a period. Amounts are exact decimals; only costs are rounded, as they are printed,
 * and the sums are those of what is printed. A session that has not ended is not in it, one that
 * ended without energy is counted apart, and one of unknown energy or cost is not in those sums.
 */
export function statementOf(
  order: Omit<StatementOrder, 'chargers'>,
  pasts: readonly ChargerPast[],
  issuedAt: number,
): Statement {
  const { from, only, to, zone } = order;
  const parts = pasts.map((past) => partOf(past, order));
  const rows = parts.flatMap((part) => part.rows);
  return { from, to, zone, ...(only ? { only } : {}), issuedAt, parts, sums: sumsOf(rows) };
}

function partOf(
  { charger, prices, sessions }: ChargerPast,
  order: Omit<StatementOrder, 'chargers'>,
): StatementPart {
  const { from, to } = spanOf(order);
  const isMeant = ({ charger: of, startedAt, tag }: Session) =>
    of === charger.key &&
    startedAt >= from &&
    startedAt < to &&
    (order.only === undefined || tag === order.only);
  const ended = sessions.filter(isMeant).filter(isEnded);
  const rows = ended
    .filter((session) => !isEmptySession(session))
    .toSorted((one, other) => one.startedAt - other.startedAt || one.id - other.id)
    .map((session) => rowOf(session, prices));
  const { key, name, model, serial } = charger;
  const held = entriesWithin(prices, { from, to });
  const hourlyAverages = averagesOf(rows, held);
  return {
    charger: { key, name, ...(model ? { model } : {}), ...(serial ? { serial } : {}) },
    rows,
    prices: held,
    ...(hourlyAverages.length > 0 ? { hourlyAverages } : {}),
    empty: ended.length - rows.length,
    ...sumsOf(rows),
  };
}

const averageDigits = 4;

function averagesOf(
  rows: readonly StatementRow[],
  prices: readonly PriceEntry[],
): readonly HourlyAverage[] {
  return prices.flatMap(({ currency, from, tariff }, index) => {
    if (tariff.kind !== 'hourly') return [];
    const until = prices[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    let [cost, energy] = [new Big(0), new Big(0)];
    for (const row of rows) {
      const isMeant = row.startedAt >= from && row.startedAt < until;
      if (!isMeant || row.cost?.currency !== currency || !row.energyKwh) continue;
      cost = cost.plus(row.cost.amount);
      energy = energy.plus(row.energyKwh);
    }
    if (energy.lte(0)) return [];
    return [{ from, perKwh: cost.div(energy).round(averageDigits, Big.roundHalfUp).toFixed() }];
  });
}

function sumsOf(rows: readonly StatementRow[]): StatementSums {
  const energies = rows.flatMap(({ energyKwh }) => energyKwh ?? []);
  const costs = rows.flatMap(({ cost }) => cost ?? []);
  const totalKwh = energies.reduce((sum, energy) => sum.plus(energy), new Big(0)).toFixed();
  return {
    sessions: rows.length,
    ...(energies.length > 0 || rows.length === 0 ? { totalKwh } : {}),
    totalCosts: summed(costs),
    withoutEnergy: rows.length - energies.length,
    withoutCost: rows.length - costs.length,
  };
}

/** The begin and the end (excluded) of days in a zone, whatever its clock does meanwhile. Epoch ms. */
export function spanOf({ from, to, zone }: Pick<StatementOrder, 'from' | 'to' | 'zone'>) {
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return {
    from: at(Temporal.PlainDate.from(from)),
    to: at(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

type Ended = Session & { readonly endedAt: number };

function isEnded(session: Session): session is Ended {
  return session.endedAt !== undefined;
}

function rowOf(session: Ended, prices: readonly PriceEntry[]): StatementRow {
  const { id, startedAt, endedAt, energyWh, cost, correction } = session;
  return omitUndefined({
    id,
    startedAt,
    endedAt,
    energyKwh: energyWh === undefined ? undefined : kwh(energyWh),
    ...priceOf(session, prices),
    cost: cost && paid(cost),
    estimated: cost?.estimated,
    corrected: correction && (true as const),
  });
}

/** One only where a reader who multiplies gets the cost beside it. */
function priceOf(
  session: Ended,
  prices: readonly PriceEntry[],
): Pick<StatementRow, 'perKwh' | 'severalPrices'> {
  const { startedAt, endedAt, energyWh, cost } = session;
  const to = Math.max(endedAt, startedAt + 1);
  const [stretch, ...others] = stretchesOf(prices, { from: startedAt, to });
  const price = stretch?.price;
  const isPriced = cost?.origin === 'own' || cost?.origin === 'charger';
  // What a market told hour by hour stands on no statement.
  const isHourly = entriesWithin(prices, { from: startedAt, to }).some(
    ({ tariff }) => tariff.kind === 'hourly',
  );
  if (isPriced && (isHourly || others.length > 0)) return { severalPrices: true };
  if (!price || others.length > 0 || !cost || energyWh === undefined) return {};
  const isThat = new Big(kwh(energyWh)).times(price.perKwh).eq(cost.amount);
  return isThat && price.currency === cost.currency ? { perKwh: price.perKwh } : {};
}

function kwh(wh: number): string {
  return new Big(wh).times('0.001').toFixed();
}
