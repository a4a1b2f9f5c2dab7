import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type { HistoryCharger, Session } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Statement, StatementRow } from '../../../shared/domain/session/statement.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { paid, summed } from '../../tariffs/cost.ts';
import { stretchesOf } from '../../tariffs/price.ts';

/** What a statement is made of. */
export interface StatementParts {
  readonly charger: HistoryCharger;
  /** Of the owner's calendar, such as `2026-11`. */
  readonly month: string;
  /** IANA name of the owner's zone: by its calendar a charge belongs to the day it began. */
  readonly zone: string;
  /** In any order; those of other months or chargers do no harm. */
  readonly sessions: readonly Session[];
  readonly prices: readonly PriceEntry[];
}

/**
 * The statement of a month. Amounts are exact decimals; only costs are rounded, as they are printed.
 * A charge that has not ended is not in it; one without energy or cost is not in those sums.
 */
export function statementOf({ charger, month, prices, sessions, zone }: StatementParts): Statement {
  const { from, to } = spanOf(month, zone);
  const rows = sessions
    .filter((one) => one.charger === charger.key && one.startedAt >= from && one.startedAt < to)
    .toSorted((one, other) => one.startedAt - other.startedAt || one.id - other.id)
    .filter(isEnded)
    .map((session) => rowOf(session, prices));
  const { name, model, serial } = charger;
  const energies = rows.flatMap(({ energyKwh }) => energyKwh ?? []);
  const costs = rows.flatMap(({ cost }) => cost ?? []);
  const totalKwh = energies.reduce((sum, energy) => sum.plus(energy), new Big(0)).toFixed();
  return {
    month,
    zone,
    charger: { name, ...(model ? { model } : {}), ...(serial ? { serial } : {}) },
    rows,
    ...(energies.length > 0 || rows.length === 0 ? { totalKwh } : {}),
    totalCosts: summed(costs),
    withoutEnergy: rows.length - energies.length,
    withoutCost: rows.length - costs.length,
  };
}

/** The begin and the end of a month in a zone, whatever its clock does meanwhile. Epoch ms. */
export function spanOf(month: string, zone: string): { from: number; to: number } {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: at(first), to: at(first.add({ months: 1 })) };
}

type Ended = Session & { readonly endedAt: number };

function isEnded(session: Session): session is Ended {
  return session.endedAt !== undefined;
}

function rowOf(session: Ended, prices: readonly PriceEntry[]): StatementRow {
  const { startedAt, endedAt, energyWh, cost } = session;
  return omitUndefined({
    startedAt,
    endedAt,
    energyKwh: energyWh === undefined ? undefined : kwh(energyWh),
    perKwh: priceOf(session, prices),
    cost: cost && paid(cost),
    estimated: cost?.estimated,
  });
}

/** Only where a reader who multiplies gets the cost beside it. */
function priceOf(session: Ended, prices: readonly PriceEntry[]): string | undefined {
  const { startedAt, endedAt, energyWh, cost } = session;
  const to = Math.max(endedAt, startedAt + 1);
  const [stretch, ...others] = stretchesOf(prices, { from: startedAt, to });
  const price = stretch?.price;
  if (!price || others.length > 0 || !cost || energyWh === undefined) return undefined;
  const isThat = new Big(kwh(energyWh)).times(price.perKwh).eq(cost.amount);
  return isThat && price.currency === cost.currency ? price.perKwh : undefined;
}

function kwh(wh: number): string {
  return new Big(wh).times('0.001').toFixed();
}
