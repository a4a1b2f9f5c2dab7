import { z } from 'zod';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const host = 'dashboard.elering.ee';

const shape = z.object({
  success: z.literal(true),
  /** By the area in small letters. Seconds, and EUR/MWh. */
  data: z.record(z.string(), z.array(z.object({ timestamp: z.number(), price: priceNumber }))),
});

/**
 * Elering, which runs the Estonian grid: the Baltic states and Finland, without a key, in EUR/MWh.
 * One answer has all four areas; how long a price holds is not said and has changed (EVCC).
 */
export const elering: PriceSource = {
  id: 'elering',
  areas: coupledAreas('EE LV LT FI'),
  host,
  async fetch(request, tools, signal) {
    const { area, from, until } = request;
    // Both ends are included.
    const query = { start: iso(from), end: iso(until - 1) };
    const path = pathWith('/api/nps/price', query);
    const question = { source: 'elering', origin: `https://${host}`, path, shape } as const;
    const answer = await askJson(question, tools, signal);
    if (!answer.ok) return answer;
    const prices = answer.value.data[area.code.toLowerCase()] ?? [];
    const rows = prices.map(({ timestamp, price }) => ({ from: timestamp * 1000, price }));
    const about = { source: 'elering', currency: 'EUR', unit: 'MWh' } as const;
    return seriesOf(rows, { ...about, wanted: request, log: tools.log });
  },
};

function iso(at: number): string {
  return new Date(at).toISOString();
}
