import { Temporal } from 'temporal-polyfill';
import { converted, QUARTER_MS, type WrittenPrice } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

/** The clock of each region, in whose days prices are told. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['FI', 'Europe/Helsinki'],
  ['EE', 'Europe/Tallinn'],
  ['LV', 'Europe/Riga'],
  ['LT', 'Europe/Vilnius'],
  ...['DK1', 'DK2'].map((code) => [code, 'Europe/Copenhagen'] as const),
  ...['NO1', 'NO2', 'NO3', 'NO4', 'NO5'].map((code) => [code, 'Europe/Oslo'] as const),
  ...['SE1', 'SE2', 'SE3', 'SE4'].map((code) => [code, 'Europe/Stockholm'] as const),
]);

const TAX = 1.25;

/** spot-hinta.fi: today and, once it is known, tomorrow, by the clock of the region, in EUR/kWh. */
export const spotHintaRoute: PriceRoute = {
  hosts: ['api.spot-hinta.fi'],
  path: /^\/TodayAndDayForward$/,
  method: 'GET',
  answer({ query, market }) {
    const area = query.get('region') ?? 'FI';
    const zone = ZONES.get(area);
    const minutes = Number(query.get('priceResolution') ?? 15);
    if (!zone || ![15, 60].includes(minutes)) return { status: 400, body: 'Invalid region' };
    const rows = market.rows({
      area,
      from: market.dayDistant(0, zone),
      until: market.dayDistant(2, zone),
      stepMs: (minutes / 15) * QUARTER_MS,
    });
    const prices = rows.map(({ price }) => Number(price));
    return json(
      rows.map(({ from, price }) => ({
        Rank: 1 + prices.filter((other) => other < Number(price)).length,
        DateTime: localTime(from, zone),
        PriceNoTax: converted(price, 0.001),
        PriceWithTax: withTax(price),
      })),
    );
  },
};

/** `2026-11-29T00:00:00+02:00`. */
function localTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({
    timeZone: zone,
    smallestUnit: 'second',
  });
}

/** Below zero no tax is taken off. */
function withTax(price: WrittenPrice): WrittenPrice {
  return converted(price, Number(price) > 0 ? 0.001 * TAX : 0.001);
}
