import Big from 'big.js';
import type { MeasuredSession, SessionCost } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { costOf, type Slice } from './cost.ts';
import type { SlotLookup } from './hourly.ts';

interface Prices {
  readonly entries: readonly PriceEntry[];
  readonly slots: SlotLookup;
}

/** What is needed of a session to say what its plan has saved. */
export type Planned = Pick<
  MeasuredSession,
  'startedAt' | 'energyWh' | 'plannedSince' | 'averageW' | 'chargingMs'
>;

/**
 * The energy of a session that a plan has charged, as it would have flowed without one: from when on
 * it could have been charged, at its own average power. Undefined where there was no plan, or power
 * and energy are not known.
 */
export function chargedAtOnce(session: Planned): Slice | undefined {
  const { plannedSince, startedAt, energyWh } = session;
  const tookMs = tookMsOf(session);
  if (plannedSince === undefined || !energyWh || !tookMs) return undefined;
  // Switched on while power flowed already, it has decided on the rest alone.
  const from = Math.min(plannedSince, startedAt);
  return { from, to: from + tookMs, energyWh: String(energyWh) };
}

function tookMsOf({ energyWh, averageW, chargingMs }: Planned): number | undefined {
  if (!averageW || energyWh === undefined) return chargingMs;
  return Math.round((energyWh * 3_600_000) / averageW);
}

/**
 * How much less than at once a session cost, exactly and in its currency, by the same prices: less
 * than 0 where it cost more. Undefined where not every price of the time at once is known.
 */
export function savedOf(
  atOnce: Slice,
  cost: SessionCost,
  { entries, slots }: Prices,
): string | undefined {
  const otherwise = costOf([atOnce], entries, slots);
  if (otherwise?.currency !== cost.currency) return undefined;
  return new Big(otherwise.amount).minus(cost.amount).toFixed();
}
