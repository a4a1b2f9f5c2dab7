import { z } from 'zod';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { daysOf } from './kit/days.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceRequest, PriceSource } from './price-source.ts';

const host = 'api.energidataservice.dk';
const zone = 'Europe/Copenhagen';

/** UTC, but for the letter that says so. */
const utc = z.string().transform((text) => (text.endsWith('Z') ? text : `${text}Z`));

const shape = z.object({
  records: z.array(
    z.object({
      TimeUTC: utc.pipe(isoInstant),
      PriceArea: z.string(),
      DayAheadPriceDKK: priceNumber.optional(),
      DayAheadPriceEUR: priceNumber.optional(),
    }),
  ),
});

type EnerginetRecord = z.output<typeof shape>['records'][number];

/**
 * The Danish operator of the grid. Prices in kroner and in euros, per MWh and without tax; those in
 * kroner are null until the rate of exchange is known.
 */
export const energinet: PriceSource = {
  id: 'energinet',
  areas: coupledAreas('DK1 DK2'),
  host,
  async fetch(request, tools, signal) {
    const origin = `https://${host}`;
    const question = { source: 'energinet', origin, path: pathFor(request), shape } as const;
    const answer = await askJson(question, tools, signal);
    if (!answer.ok) return answer;
    const records = answer.value.records.filter((one) => one.PriceArea === request.area.code);
    const currency = request.currency === 'EUR' ? 'EUR' : currencyOf(records);
    return seriesOf(
      records.map((one) => ({ from: one.TimeUTC, price: one[`DayAheadPrice${currency}`] ?? null })),
      { source: 'energinet', currency, unit: 'MWh', wanted: request, log: tools.log },
    );
  },
};

/** Times are asked for by the Danish clock, and without a limit only 100 rows are told (EVCC). */
function pathFor(request: PriceRequest): string {
  const days = daysOf(request, zone);
  const last = days.at(-1)?.until ?? request.until;
  return pathWith('/dataset/DayAheadPrices', {
    start: days[0]?.date ?? '',
    end: daysOf({ from: last, until: last + 1 }, zone)[0]?.date ?? '',
    filter: JSON.stringify({ PriceArea: [request.area.code] }),
    sort: 'TimeUTC asc',
    limit: '0',
  });
}

/** One currency for all: euros only while there is nothing at all in kroner. */
function currencyOf(records: readonly EnerginetRecord[]): 'DKK' | 'EUR' {
  const isKnown = (price: string | null | undefined) => price !== undefined && price !== null;
  const noKroner = !records.some((one) => isKnown(one.DayAheadPriceDKK));
  return noKroner && records.some((one) => isKnown(one.DayAheadPriceEUR)) ? 'EUR' : 'DKK';
}
