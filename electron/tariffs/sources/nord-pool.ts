import { z } from 'zod';
import { failed, success } from '../../../shared/result.ts';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { rowsByDay } from './kit/by-day.ts';
import { daysOf } from './kit/days.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceRequest, PriceSource } from './price-source.ts';

const host = 'dataportal-api.nordpoolgroup.com';

/** What is different there; every other area has its usual name. */
const names: ReadonlyMap<string, string> = new Map([
  ['DE-LU', 'GER'],
  ['RO', 'TEL'],
]);

const shape = z.object({
  currency: z.string(),
  multiAreaEntries: z.array(
    z.object({
      deliveryStart: isoInstant,
      deliveryEnd: isoInstant,
      /** By the name of the area; empty where it has no price. */
      entryPerArea: z.record(z.string(), priceNumber),
    }),
  ),
});

/**
 * The data portal of Nord Pool, without a key: one day a question, in the currency of the area per
 * MWh. 204 is a day that is not published (NP). Its terms restrict what the data is used for, so it
 * never steps in for another source.
 */
export const nordPool: PriceSource = {
  id: 'nordPool',
  areas: coupledAreas(
    'SE1 SE2 SE3 SE4 NO1 NO2 NO3 NO4 NO5 DK1 DK2 FI EE LV LT AT BE BG DE-LU FR NL PL RO',
  ),
  host,
  async fetch(request, tools, signal) {
    const area = names.get(request.area.code) ?? request.area.code;
    const currency = currencyFor(request);
    const rows = await rowsByDay(daysOf(request, request.area.zone), tools, async ({ date }) => {
      const query = { date, market: 'DayAhead', deliveryArea: area, currency };
      const path = pathWith('/api/DayAheadPrices', query);
      const question = { source: 'nordPool', origin: `https://${host}`, path, shape } as const;
      const answer = await askJson(question, tools, signal);
      if (!answer.ok) return answer;
      // A price in another currency is one of another size.
      if (answer.value.currency !== currency) return failed({ kind: 'notUnderstood' });
      const prices = answer.value.multiAreaEntries.map((entry) => ({
        from: entry.deliveryStart,
        until: entry.deliveryEnd,
        price: entry.entryPerArea[area] ?? null,
      }));
      return success(prices);
    });
    if (!rows.ok) return rows;
    const about = { source: 'nordPool', currency, unit: 'MWh' } as const;
    return seriesOf(rows.value, { ...about, wanted: request, log: tools.log });
  },
};

/** What was asked for where it is quoted, else what is paid in the area. */
function currencyFor({ area, currency }: PriceRequest): string {
  const own = currencies.get(area.code.slice(0, 2)) ?? 'EUR';
  return currency === 'EUR' ? currency : own;
}

/** By country. Bulgaria has the euro since 2026. */
const currencies: ReadonlyMap<string, string> = new Map([
  ['SE', 'SEK'],
  ['NO', 'NOK'],
  ['DK', 'DKK'],
  ['PL', 'PLN'],
  ['RO', 'RON'],
]);
