import type { LiveCost } from '../../shared/domain/session/live-session.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import type { SessionRecord } from '../charging/record.ts';
import { entriesWithin } from './entries.ts';
import type { SlotLookup } from './hourly.ts';
import { stretchesOf } from './price.ts';
import { liveCost } from './session-cost.ts';

/** What its owner pays for a kWh in a span of time, all included. Epoch ms; `until` is excluded. */
export interface PaidSlot {
  readonly from: number;
  readonly until: number;
  /** Exact decimal. */
  readonly perKwh: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** What reckons with prices: it needs a calendar, for which no start should wait. */
export interface Reckoning {
  readonly liveCost: (
    session: SessionRecord,
    entries: readonly PriceEntry[],
    slots: SlotLookup,
  ) => LiveCost | undefined;
  readonly paidSlots: (
    entries: readonly PriceEntry[],
    span: { readonly from: number; readonly until: number },
    slots: SlotLookup,
  ) => readonly PaidSlot[] | undefined;
}

/**
 * What is paid when, as far as it is known, in the order of time; equal prices that follow each other
 * are one. Undefined where the owner has set no price by the hour or time of day for that span.
 */
function paidSlots(
  entries: readonly PriceEntry[],
  span: { readonly from: number; readonly until: number },
  slots: SlotLookup,
): readonly PaidSlot[] | undefined {
  const { from, until: to } = span;
  const turns = entriesWithin(entries, { from, to }).some(
    ({ origin, tariff }) => origin === 'own' && tariff.kind !== 'flat',
  );
  if (!turns) return undefined;
  return stretchesOf(entries, { from, to }, slots).flatMap(({ price, ...times }) => {
    if (!price) return [];
    const { currency, perKwh } = price;
    return [{ from: times.from, until: times.to, perKwh, currency }];
  });
}

export const reckoning: Reckoning = { liveCost, paidSlots };
