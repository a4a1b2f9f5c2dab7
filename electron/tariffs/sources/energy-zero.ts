import { z } from 'zod';
import { success } from '../../../shared/result.ts';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { rowsByDay } from './kit/by-day.ts';
import { daysOf, type MarketDay } from './kit/days.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const host = 'public.api.energyzero.nl';
const zone = 'Europe/Amsterdam';

/** Of four lists the one of the market; the others add tax, and what one supplier charges. */
const shape = z.object({
  base: z.array(
    z.object({ start: isoInstant, end: isoInstant, price: z.object({ value: priceNumber }) }),
  ),
});

/** A Dutch supplier. It is asked for one date at a time, and answers with about three days (EZ). */
export const energyZero: PriceSource = {
  id: 'energyZero',
  areas: coupledAreas('NL'),
  host,
  async fetch(request, tools, signal) {
    const rows = await rowsByDay(daysOf(request, zone), tools, async (day) => {
      const question = {
        source: 'energyZero',
        origin: `https://${host}`,
        path: pathFor(day),
      } as const;
      const answer = await askJson({ ...question, shape }, tools, signal);
      if (!answer.ok) return answer;
      const own = answer.value.base.filter(({ start }) => start >= day.from && start < day.until);
      return success(
        own.map(({ start, end, price }) => ({ from: start, until: end, price: price.value })),
      );
    });
    if (!rows.ok) return rows;
    return seriesOf(rows.value, {
      source: 'energyZero',
      currency: 'EUR',
      unit: 'kWh',
      wanted: request,
      log: tools.log,
    });
  },
};

/** The day stands before the month; any other order is refused. */
function pathFor({ date }: MarketDay): string {
  return pathWith('/public/v1/prices', {
    energyType: 'ENERGY_TYPE_ELECTRICITY',
    date: date.split('-').toReversed().join('-'),
    interval: 'INTERVAL_QUARTER',
  });
}
