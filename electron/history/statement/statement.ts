import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type {
  HistoryCharger,
  Session,
  SessionCost,
} from '../../../shared/domain/session/history.ts';
import type { Money, PriceEntry } from '../../../shared/domain/session/price.ts';
import { paid, summed } from '../../tariffs/cost.ts';
import { stretchesOf } from '../../tariffs/price.ts';

/** A month of the owner's calendar: 1 is January. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** What a charger's own meter showed at the ends of the month, as far as somebody read it. Wh. */
export interface MeterReadings {
  readonly startWh?: number;
  readonly endWh?: number;
}

/** What a statement is made of. */
export interface StatementParts {
  readonly charger: HistoryCharger;
  readonly owner: string;
  readonly month: Month;
  /** IANA name of the owner's zone: by its calendar a charge belongs to the day it began. */
  readonly zone: string;
  /** In any order; those of other months or chargers do no harm. */
  readonly sessions: readonly Session[];
  readonly prices: readonly PriceEntry[];
  readonly meter?: MeterReadings;
}

/** One charge. Amounts are exact decimals; only costs are rounded, as they are printed. */
export interface StatementRow {
  /** Of the session. */
  readonly id: number;
  /** `2026-11-03`, in the owner's zone. */
  readonly date: string;
  readonly startedAt: number;
  /** The charge was under way when it was first seen. */
  readonly startUnseen?: true;
  readonly endedAt: number;
  readonly durationMs: number;
  readonly energyKwh?: string;
  /** Per kWh; absent where it changed meanwhile or is not the price that the cost was made with. */
  readonly price?: Money;
  readonly cost?: SessionCost;
}

/** What a reader has to be told is not in the figures, and how many charges that concerns. */
export type Missing =
  | { readonly kind: 'owner' | 'serial' | 'meterStart' | 'meterEnd' }
  | { readonly kind: 'monthNotOver' }
  | { readonly kind: MissingOfRows; readonly charges: number };

export type MissingOfRows =
  /** Not in the table: it has not ended. */
  | 'running'
  /** In the table, but not in the sums. */
  | 'withoutEnergy'
  | 'withoutCost'
  /** In the sums, but not to be sworn to. */
  | 'estimatedCost'
  | 'startUnseen'
  | 'gaps';

/** A month of one charger, ready to be set in type. */
export interface Statement {
  readonly owner: string;
  readonly charger: HistoryCharger;
  readonly zone: string;
  /** Epoch ms; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  readonly meterStartKwh?: string;
  readonly meterEndKwh?: string;
  /** In order of time. */
  readonly rows: readonly StatementRow[];
  readonly total: {
    readonly charges: number;
    readonly durationMs: number;
    /** Absent where the energy of none is known. */
    readonly energyKwh?: string;
    /** The exact sum of the rows' costs, as they stand in the rows, by currency. */
    readonly costs: readonly Money[];
  };
  readonly missing: readonly Missing[];
}

/** The statement of a month, as known at `now` (epoch ms). */
export function statementOf(parts: StatementParts, now: number): Statement {
  const { charger, owner, zone } = parts;
  const { from, to } = spanOf(parts.month, zone);
  const began = parts.sessions
    .filter((one) => one.charger === charger.key && one.startedAt >= from && one.startedAt < to)
    .toSorted((one, other) => one.startedAt - other.startedAt || one.id - other.id);
  const ended = began.filter(isEnded);
  const rows = ended.map((session) => rowOf(session, parts));
  return {
    owner: owner.trim(),
    charger,
    zone,
    from,
    to,
    ...meterOf(parts.meter),
    rows,
    total: totalOf(rows),
    missing: [...missingFacts(parts, now < to), ...missingOfRows(began, ended)],
  };
}

/** The begin and the end of a month in a zone, whatever its clock does meanwhile. Epoch ms. */
export function spanOf({ year, month }: Month, zone: string): { from: number; to: number } {
  const first = Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' });
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: at(first), to: at(first.add({ months: 1 })) };
}

type Ended = Session & { readonly endedAt: number };

function isEnded(session: Session): session is Ended {
  return session.endedAt !== undefined;
}

function rowOf(session: Ended, { zone, prices }: StatementParts): StatementRow {
  const { id, startedAt, endedAt, startSeen, energyWh, cost } = session;
  const price = priceOf(session, prices);
  return {
    id,
    date: Temporal.Instant.fromEpochMilliseconds(startedAt)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString(),
    startedAt,
    ...(startSeen ? {} : { startUnseen: true as const }),
    endedAt,
    durationMs: Math.max(0, endedAt - startedAt),
    ...(energyWh === undefined ? {} : { energyKwh: kwh(energyWh) }),
    ...(price ? { price } : {}),
    ...(cost ? { cost: { ...cost, ...paid(cost) } } : {}),
  };
}

/** Only where a reader who multiplies gets the cost beside it. */
function priceOf(session: Ended, prices: readonly PriceEntry[]): Money | undefined {
  const { startedAt, endedAt, energyWh, cost } = session;
  const to = Math.max(endedAt, startedAt + 1);
  const [stretch, ...others] = stretchesOf(prices, { from: startedAt, to });
  const price = stretch?.price;
  if (!price || others.length > 0 || !cost || energyWh === undefined) return undefined;
  const isThat = new Big(kwh(energyWh)).times(price.perKwh).eq(cost.amount);
  if (!isThat || price.currency !== cost.currency) return undefined;
  return { amount: price.perKwh, currency: price.currency };
}

function kwh(wh: number): string {
  return new Big(wh).times('0.001').toFixed();
}

function meterOf({ startWh, endWh }: MeterReadings = {}) {
  return {
    ...(startWh === undefined ? {} : { meterStartKwh: kwh(startWh) }),
    ...(endWh === undefined ? {} : { meterEndKwh: kwh(endWh) }),
  };
}

function totalOf(rows: readonly StatementRow[]): Statement['total'] {
  const energies = rows.flatMap(({ energyKwh }) => energyKwh ?? []);
  const energyKwh = energies.reduce((sum, energy) => sum.plus(energy), new Big(0)).toFixed();
  return {
    charges: rows.length,
    durationMs: rows.reduce((sum, { durationMs }) => sum + durationMs, 0),
    ...(energies.length > 0 || rows.length === 0 ? { energyKwh } : {}),
    costs: summed(rows.flatMap(({ cost }) => (cost ? [cost] : []))),
  };
}

function missingFacts(parts: StatementParts, isRunning: boolean): readonly Missing[] {
  const { owner, charger, meter } = parts;
  return [
    ...(owner.trim() === '' ? [{ kind: 'owner' } as const] : []),
    ...(charger.serial ? [] : [{ kind: 'serial' } as const]),
    ...(meter?.startWh === undefined ? [{ kind: 'meterStart' } as const] : []),
    ...(meter?.endWh === undefined ? [{ kind: 'meterEnd' } as const] : []),
    ...(isRunning ? [{ kind: 'monthNotOver' } as const] : []),
  ];
}

function missingOfRows(began: readonly Session[], ended: readonly Ended[]): readonly Missing[] {
  const count = (kind: MissingOfRows, is: (session: Session) => boolean, of = ended) => ({
    kind,
    charges: of.filter(is).length,
  });
  return [
    { kind: 'running' as const, charges: began.length - ended.length },
    count('withoutEnergy', ({ energyWh }) => energyWh === undefined),
    count('withoutCost', ({ cost }) => cost === undefined),
    count('estimatedCost', ({ cost }) => cost?.estimated === true),
    count('startUnseen', ({ startSeen }) => !startSeen),
    count('gaps', ({ gaps }) => gaps === true),
  ].filter(({ charges }) => charges > 0);
}
