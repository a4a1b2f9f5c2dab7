import { Temporal } from 'temporal-polyfill';
import type { Reply } from '../../shared/reply.ts';
import { converted, HOUR_MS, type MarketRow, QUARTER_MS, type WrittenPrice } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

const DUTCH = 'Europe/Amsterdam';
const STEPS: ReadonlyMap<string, number> = new Map([
  ['INTERVAL_QUARTER', QUARTER_MS],
  ['INTERVAL_HOUR', HOUR_MS],
]);

const VAT = 1.21;
/** EUR/MWh that a supplier and the state add. */
const SURCHARGE = 120;

/**
 * EnergyZero: asked for one date, day before month, it answers with the days around it as well. Prices
 * are texts in EUR/kWh, in four lists (EZ).
 */
export const energyZeroRoute: PriceRoute = {
  hosts: ['public.api.energyzero.nl'],
  path: /^\/public\/v1\/prices$/,
  method: 'GET',
  answer({ query, market }) {
    const date = /^(\d{2})-(\d{2})-(\d{4})$/.exec(query.get('date') ?? '');
    const interval = query.get('interval') ?? '';
    const stepMs = STEPS.get(interval);
    if (!date) return refusal(400, 'invalid DailyEnergyPricesRequest.Date');
    if (!stepMs) return refusal(400, 'invalid DailyEnergyPricesRequest.Interval');
    if (query.get('energyType') !== 'ENERGY_TYPE_ELECTRICITY') return refusal(400, 'EnergyType');
    const iso = `${date[3]}-${date[2]}-${date[1]}`;
    const [from, until] = [market.dayStart(iso, DUTCH), market.dayEnd(iso, DUTCH)];
    // The day after the last of a month has no such month.
    if (Number.isNaN(from)) return refusal(400, 'invalid DailyEnergyPricesRequest.Date');
    if (from >= market.publishedUntil(DUTCH)) return refusal(404, 'not found');
    const dayBefore = market.dayStart(dayFrom(iso, -1), DUTCH);
    const dayAfter = market.dayEnd(dayFrom(iso, 1), DUTCH);
    const rows = [
      [dayBefore, from],
      [from, until],
      [until, dayAfter],
    ].flatMap(([begins = 0, ends = 0]) =>
      market.rows({ area: 'NL', from: begins, until: ends, stepMs }),
    );
    return json({
      interval: [...STEPS.keys()].indexOf(interval) + 2,
      range: { start: utc(dayBefore), end: utc(dayAfter) },
      base: listOf(rows, (price) => price),
      base_with_vat: listOf(rows, (price) => price * VAT),
      all_in: listOf(rows, (price) => price + SURCHARGE),
      all_in_with_vat: listOf(rows, (price) => (price + SURCHARGE) * VAT),
    });
  },
};

function refusal(status: number, message: string): Reply {
  return { status, body: { code: 3, message, details: [] } };
}

function dayFrom(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function listOf(rows: readonly MarketRow[], change: (price: number) => number) {
  return rows.map(({ from, until, price }) => ({
    start: utc(from),
    end: utc(until),
    price: { value: written(price, change) },
  }));
}

function written(price: WrittenPrice, change: (price: number) => number): WrittenPrice {
  return price === null ? null : String(converted(change(Number(price)), 0.001));
}

function utc(at: number): string {
  return new Date(at).toISOString().replace('.000', '');
}
