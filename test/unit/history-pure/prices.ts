import { Temporal } from 'temporal-polyfill';
import { type Price, stretchesOf } from '../../../electron/tariffs/price.ts';
import type { PriceBand, PriceEntry } from '../../../shared/domain/session/price.ts';

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A price that is the same at every hour. */
export function flat(perKwh: string, change: Partial<PriceEntry> = {}): PriceEntry {
  const tariff = { kind: 'flat', perKwh } as const;
  return { from: 0, currency: 'EUR', zone: 'Europe/Berlin', origin: 'own', ...change, tariff };
}

/** A price by hours; `otherwise` where no band fits. */
export function banded(
  bands: readonly PriceBand[],
  otherwise: string,
  change: Partial<PriceEntry> = {},
): PriceEntry {
  return { ...flat('0', change), tariff: { kind: 'bands', bands: [...bands], otherwise } };
}

/** A band, by default on every day. */
export function band(
  from: number,
  to: number,
  perKwh: string,
  days: readonly number[] = everyDay,
): PriceBand {
  return { days: [...days], from, to, perKwh };
}

/** `'2025-03-30T01:30'` on the wall in a zone, as epoch ms. */
export function wall(text: string, zone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

/** The price at a moment, epoch ms. */
export function priceAt(entries: readonly PriceEntry[], at: number): Price | undefined {
  return stretchesOf(entries, { from: at, to: at + 1 })[0]?.price;
}
